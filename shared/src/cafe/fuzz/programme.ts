/** The programme goes on, and what is to come of it is put otherwise. */
import fc from 'fast-check';
import type { Step } from '../programme.ts';
import { winBack } from '../win-back.ts';
import type { How, Weighted } from './act.ts';

interface Edit {
  edit: 'remove' | 'up' | 'add';
  at: number;
  what: number;
}

export type ProgrammeAct =
  | { do: 'press'; kind: 'next' | 'ring' | 'back' | 'pause' | 'resume' | 'close' }
  | { do: 'time'; index: number; minutes: number }
  | { do: 'win back'; minutes: number }
  | { do: 'undo times' }
  | { do: 'undo'; which: number }
  | { do: 'plan'; from: number; edits: Edit[] }
  | { do: 'undo plan' }
  | { do: 'extend'; minutes: number }
  | { do: 'wait'; ms: number };

/** Minutes come and go, and time passes. */
export const minutesActs: Weighted<ProgrammeAct> = [
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('time' as const),
      index: fc.integer({ min: 0, max: 12 }),
      minutes: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('win back' as const),
      minutes: fc.integer({ min: 1, max: 60 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo times' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      minutes: fc.constantFrom(2, 2, 30),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('undo' as const),
      which: fc.integer({ min: 0, max: 4 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.integer({ min: 0, max: 1_200_000 }),
    }),
  },
];

export const programmeActs: Weighted<ProgrammeAct> = [
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      kind: fc.constantFrom(
        'next' as const,
        'next' as const,
        'ring' as const,
        'back' as const,
        'pause' as const,
        'resume' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      from: fc.integer({ min: 0, max: 14 }),
      edits: fc.array(
        fc.record({
          edit: fc.constantFrom('remove' as const, 'up' as const, 'add' as const, 'add' as const),
          at: fc.nat(12),
          what: fc.nat(5),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo plan' as const) }) },
  ...minutesActs,
];

export const programme: How<ProgrammeAct> = {
  press: (room, step) => {
    const { cafe } = room;
    room.do({ kind: step.kind, phase: cafe.phase });
  },
  time: (room, step) => {
    const { cafe } = room;
    const { index, minutes } = step;
    const { phase, edition } = cafe;
    room.do({ kind: 'timeSteps', phase, edition, steps: [{ index, minutes }] });
  },
  'win back': (room, step) => {
    const { phase, edition, definition, stage } = room.cafe;
    const steps = winBack(definition, stage, room.now, step.minutes);
    room.do({ kind: 'timeSteps', phase, edition, steps });
  },
  'undo times': (room) => {
    room.do({ kind: 'undoTimes' });
  },
  undo: (room, step) => {
    const { cafe } = room;
    const deed = cafe.deeds[step.which];
    if (deed !== undefined) room.do({ kind: 'undo', fact: deed.fact });
  },
  plan: (room, step) => {
    const { cafe } = room;
    const { programme } = cafe.definition;
    const from = Math.min(step.from, programme.length);
    const steps = edited(programme.slice(from), step.edits);
    room.do({ kind: 'changePlan', edition: cafe.edition, from, steps });
  },
  'undo plan': (room) => {
    room.do({ kind: 'undoPlan' });
  },
  extend: (room, { minutes }) => {
    const { cafe } = room;
    if (cafe.stage.at === 'step') {
      room.do({ kind: 'extend', endsAt: cafe.stage.endsAt, minutes });
    }
  },
  wait: (room, step) => {
    room.wait(step.ms).tick();
  },
};

/** What somebody may put into a plan of the day: whole rounds, and odd things too. */
const ADDED: Step[][] = [
  [{ kind: 'break', minutes: 5, title: 'Tea' }],
  [
    { kind: 'move', minutes: 2, round: 1 },
    { kind: 'round', minutes: 9, round: 1, beats: [{ kind: 'talk', minutes: 9 }], question: 'Q' },
    { kind: 'grace', minutes: 1, round: 1 },
  ],
  [{ kind: 'round', minutes: 4, round: 1, beats: [{ kind: 'write', minutes: 4 }] }],
  [{ kind: 'home', minutes: 8, round: 1 }],
  [{ kind: 'panel', minutes: 8, title: 'Panel' }],
  [{ kind: 'doors', minutes: 8 }],
];

function edited(steps: readonly Step[], edits: readonly Edit[]): Step[] {
  const now = [...steps];
  for (const { edit, at, what } of edits) {
    const index = at % (now.length + 1);
    if (edit === 'add') now.splice(index, 0, ...(ADDED[what] ?? []));
    else {
      const [taken] = now.splice(index, 1);
      if (edit === 'up' && taken !== undefined) now.splice(Math.max(0, index - 1), 0, taken);
    }
  }
  return now;
}
