/** The programme goes on, and what is to come of it is put otherwise. */
import type { Step } from '@tablecloth/shared/cafe';
import fc from 'fast-check';
import { facilitatorOf, type How, type Weighted } from './act.ts';

export type ProgrammeAct =
  | { do: 'press'; kind: 'next' | 'ring' | 'back' | 'pause' | 'resume' | 'close' | 'extend' }
  | { do: 'time'; step: number; minutes: number }
  | { do: 'undo times' | 'undo plan' }
  | { do: 'plan'; step: number; what: number }
  | { do: 'undo'; which: number }
  | { do: 'sleep' };

export const programmeActs: Weighted<ProgrammeAct> = [
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      kind: fc.constantFrom(
        ...(['next', 'next', 'next', 'next', 'next', 'ring', 'ring', 'back', 'back'] as const),
        ...(['pause', 'resume', 'extend', 'close'] as const),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('time' as const),
      step: fc.nat(11),
      minutes: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('undo times', 'undo plan') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      step: fc.nat(11),
      what: fc.nat(3),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const) }) },
];

export const programme: How<ProgrammeAct> = {
  press: async (marked, { kind }) => {
    const { stage, phase } = marked.cafe;
    const endsAt = 'endsAt' in stage ? stage.endsAt : 0;
    await facilitatorOf(marked).phone.command(
      kind === 'extend' ? { kind, endsAt, minutes: 2 } : { kind, phase },
    );
  },
  time: async (marked, { step, minutes }) => {
    const { phase, edition } = marked.cafe;
    const steps = [{ index: step, minutes }];
    await facilitatorOf(marked).phone.command({ kind: 'timeSteps', phase, edition, steps });
  },
  'undo times': async (marked) => {
    await facilitatorOf(marked).phone.command({ kind: 'undoTimes' });
  },
  'undo plan': async (marked) => {
    await facilitatorOf(marked).phone.command({ kind: 'undoPlan' });
  },
  /** A speech, a round with a question of its own, or one thing less, somewhere in what is to come. */
  plan: async (marked, { step, what }) => {
    const { cafe, made } = marked;
    const { words } = marked.around;
    const { programme } = cafe.definition;
    const from = Math.min(step, programme.length - 1);
    const said = words.make();
    words.plant(said, { of: 'café words', cafe: made.cafe });
    const beats = [{ kind: 'talk', minutes: 5 } as const];
    const added: Step[] =
      what === 0
        ? [{ kind: 'welcome', minutes: 2, title: said, speaker: said }]
        : [{ kind: 'round', minutes: 5, round: 1, beats, question: said }];
    const steps = [...(what > 1 ? [] : added), ...programme.slice(what > 1 ? from + 1 : from)];
    const { phone } = facilitatorOf(marked);
    await phone.command({ kind: 'changePlan', edition: cafe.edition, from, steps });
  },
  undo: async (marked, { which }) => {
    const deed = marked.cafe.deeds[which];
    if (deed === undefined) return;
    await facilitatorOf(marked).phone.command({ kind: 'undo', fact: deed.fact });
  },
  sleep: (marked) => {
    marked.around.time.suspend(100_000);
    return Promise.resolve();
  },
};
