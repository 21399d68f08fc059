import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { apply, replay, roundCount } from './apply.ts';
import type { Command } from './command.ts';
import { deadline, decide } from './decide.ts';
import type { Fact } from './fact.ts';
import { checkFounding } from './found.ts';
import { LIMITS } from './limits.ts';
import { seatIn } from './audience.ts';
import { atTable } from './own-hosting.ts';
import { namesInPacks } from './pack-names.ts';
import { mayShowQuestion, placeOf, shownQuestion } from './picked-cards.ts';
import { openRoundAt, toldRound } from './position.ts';
import { slice } from './slice.ts';
import type { FacilitatorView } from './view.ts';
import { visitingRounds, type Step } from './programme.ts';
import {
  Rehearsal,
  addByHand,
  changeByHand,
  facilitator,
  clock,
  makeChange,
  repair,
  smallDefinition,
} from './fixture.ts';

const table = fc.constantFrom('t1', 't2', 't3', 'none');
const seating = fc.constantFrom('scatter' as const, 'pick' as const);
const person = fc.integer({ min: 1, max: 8 }).map((n) => `p${n}`);

type Edit = { edit: 'remove' | 'up' | 'add'; at: number; what: number };

type Act =
  | { do: 'press'; kind: 'next' | 'ring' | 'back' | 'pause' | 'resume' | 'close' }
  | { do: 'join'; team: string | null; name: string }
  | { do: 'sit'; person: string; table: string }
  | { do: 'depart' | 'expect'; person: string }
  | { do: 'repair' | 'undo repair' }
  | { do: 'close table'; table: string; closed: string | null }
  | { do: 'take in'; table: boolean }
  | { do: 'take back' }
  | { do: 'host'; person: string; round: number; table: string | null }
  | { do: 'time'; index: number; minutes: number }
  | { do: 'undo times' }
  | { do: 'undo'; which: number }
  | { do: 'plan'; from: number; edits: Edit[] }
  | { do: 'undo plan' }
  | { do: 'about'; title: string; days: number }
  | { do: 'ask at table'; table: string; question: string }
  | { do: 'describe team'; team: string; topic: string }
  | { do: 'wish to host'; person: string; rounds: number[] }
  | { do: 'erase'; person: string | null; table: string; card: number | null }
  | { do: 'pick'; who: number; table: string; card: number; isOn: boolean }
  | { do: 'question'; with: number; card: number; isOn: boolean }
  | { do: 'choose'; first: 'tables' | 'people' }
  | { do: 'plan ahead'; how: 'keep' | 'anew' | 'drop' }
  | { do: 'name packs'; named: boolean }
  | { do: 'host now'; person: string; isHosting: boolean; to: number }
  | { do: 'lay phone'; table: number }
  | { do: 'by hand'; person: string; table: string; which: number }
  | { do: 'take phone' | 'sign'; which: number; voice: number | null }
  | { do: 'sit anywhere'; person: string }
  | { do: 'seat the rest' }
  | { do: 'extend' }
  | { do: 'wait'; ms: number };

const act: fc.Arbitrary<Act> = fc.oneof(
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
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      team: fc.constantFrom('team1', 'team2', 'team3', null),
      name: fc.string({ maxLength: 8 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sit' as const), person, table }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('depart' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expect' as const), person }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('repair', 'undo repair') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('close table' as const),
      table,
      closed: fc.option(fc.string({ maxLength: 8 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('take in' as const), table: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('host' as const),
      person,
      round: fc.integer({ min: 0, max: 5 }),
      table: fc.option(table),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('time' as const),
      index: fc.integer({ min: 0, max: 12 }),
      minutes: fc.integer({ min: 1, max: 40 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo times' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('undo' as const),
      which: fc.integer({ min: 0, max: 4 }),
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
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('about' as const),
      title: fc.constantFrom('A', 'B'),
      days: fc.integer({ min: 1, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('ask at table' as const),
      table,
      question: fc.constantFrom('', 'Why?'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('describe team' as const),
      team: fc.constantFrom('team1', 'none'),
      topic: fc.string({ maxLength: 8 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wish to host' as const),
      person,
      rounds: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pick' as const),
      who: fc.integer({ min: 0, max: 8 }),
      table,
      card: fc.integer({ min: 0, max: 9 }),
      isOn: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('erase' as const),
      person: fc.option(person),
      table,
      card: fc.option(fc.integer({ min: 0, max: 9 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('question' as const),
      with: fc.integer({ min: 0, max: 2 }),
      card: fc.integer({ min: 0, max: 9 }),
      isOn: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      first: fc.constantFrom('tables' as const, 'people' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('plan ahead' as const),
      how: fc.constantFrom('keep' as const, 'keep' as const, 'anew' as const, 'drop' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('name packs' as const), named: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('host now' as const),
      person,
      isHosting: fc.boolean(),
      to: fc.integer({ min: 0, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('by hand' as const),
      person,
      table,
      which: fc.nat(8),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lay phone' as const),
      table: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('take phone', 'sign', 'sign'),
      which: fc.nat(4),
      voice: fc.option(fc.nat(4)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sit anywhere' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('seat the rest' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('extend' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.integer({ min: 0, max: 1_200_000 }),
    }),
  },
);

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

/** Two people who go together, of a new team with a new table where asked for. */
function smallList({ cafe }: Rehearsal, withTable: boolean): Command {
  const n = cafe.factNumber;
  const [team, homeTable] = withTable ? [`team${n}`, `table${n}`] : ['team1', null];
  const person = { team, withoutPhone: true, fixedAt: null };
  return {
    kind: 'takeIn',
    teams: homeTable === null ? [] : [{ id: team, name: team, topic: '', question: '', homeTable }],
    tables: homeTable === null ? [] : [{ id: homeTable, number: 100 + n, place: '', chairs: 6 }],
    people: [
      { ...person, id: `a${n}`, name: `Person ${n}`, goesWith: null },
      { ...person, id: `b${n}`, name: 'B', goesWith: `a${n}` },
    ],
  };
}

/** One of what facilitators change by hand, with its preview where people are seated. */
function byHand(
  room: Rehearsal,
  { person: one, table: at, which }: Extract<Act, { do: 'by hand' }>,
) {
  const { factNumber } = room.cafe;
  const [id, name] = [`hand${factNumber}`, `Hand ${factNumber}`];
  const fields = { number: 500 + factNumber, place: '', chairs: 6 };
  const wishes = [
    { fixedAt: at },
    { fixedAt: null, team: 'team2' },
    { goesWith: 'p1' },
    { goesWith: null, withoutPhone: true },
  ];
  const wish = wishes[which];
  if (wish !== undefined) {
    changeByHand(room, { person: one, ...wish });
  } else if (which === 4) {
    addByHand(room, { id, ...fields });
  } else if (which === 5) {
    room.do({ kind: 'describeTable', table: at, ...fields, chairs: 4 });
  } else if (which === 6) {
    const free = room.cafe.definition.tables.at(-1)?.id ?? '';
    room.do({ kind: 'addTeam', team: id, name, homeTable: free });
  } else {
    const team = room.cafe.definition.teams.at(which === 7 ? -1 : 0)?.id ?? '';
    if (which === 7) room.do({ kind: 'removeTeam', team });
    else room.do({ kind: 'nameTeam', team, name, homeTable: at });
  }
}

function perform(room: Rehearsal, step: Act): void {
  const { cafe } = room;
  switch (step.do) {
    case 'press':
      room.do({ kind: step.kind, phase: cafe.phase });
      return;
    case 'join':
      room.join(step.name, step.team);
      return;
    case 'depart':
    case 'expect':
      room.do({ kind: step.do, person: step.person });
      return;
    case 'repair':
      repair(room);
      return;
    case 'close table':
      makeChange(room, step);
      return;
    case 'undo repair':
      room.do({ kind: 'undoRepair' });
      return;
    case 'time': {
      const { index, minutes } = step;
      const { phase, edition } = cafe;
      room.do({ kind: 'timeSteps', phase, edition, steps: [{ index, minutes }] });
      return;
    }
    case 'undo times':
      room.do({ kind: 'undoTimes' });
      return;
    case 'undo': {
      const deed = cafe.deeds[step.which];
      if (deed !== undefined) room.do({ kind: 'undo', fact: deed.fact });
      return;
    }
    case 'plan': {
      const { programme } = cafe.definition;
      const from = Math.min(step.from, programme.length);
      const steps = edited(programme.slice(from), step.edits);
      room.do({ kind: 'changePlan', edition: cafe.edition, from, steps });
      return;
    }
    case 'undo plan':
      room.do({ kind: 'undoPlan' });
      return;
    case 'about':
      room.do({ kind: 'describeCafe', about: { title: step.title, keepDays: step.days } });
      return;
    case 'ask at table':
      room.do({ kind: 'askAtTable', table: step.table, question: step.question });
      return;
    case 'describe team': {
      const { team, topic } = step;
      room.do({ kind: 'describeTeam', team, topic, story: '', question: topic });
      return;
    }
    case 'wish to host':
      room.do(
        { kind: 'wishToHost', person: step.person, rounds: step.rounds },
        { role: 'team', team: 'team1' },
      );
      return;
    case 'take in':
      room.do(smallList(room, step.table));
      return;
    case 'take back':
      room.do({ kind: 'undoTakeIn' });
      return;
    case 'sit':
      room.do({ kind: 'sit', table: step.table }, { role: 'person', person: step.person });
      return;
    case 'host':
      room.do({ kind: 'host', person: step.person, round: step.round, table: step.table });
      return;
    case 'pick': {
      const by: Actor = step.who === 0 ? facilitator : { role: 'person', person: `p${step.who}` };
      const ref = { page: `${step.table}.${cafe.openRound ?? 1}`, card: `c${step.card}` };
      room.do({ kind: 'passOn', ...ref, isPicked: step.isOn }, by);
      room.do({ kind: 'askPanel', ...ref, isAsked: step.isOn }, by);
      return;
    }
    case 'erase': {
      const page = `${step.table}.${cafe.openRound ?? 1}`;
      const by: Actor =
        step.person === null ? facilitator : { role: 'person', person: step.person };
      const card = step.card === null ? null : `c${step.card}`;
      const generation = (cafe.generations[page] ?? 1) + 1;
      room.do({ kind: 'eraseNote', page, card, generation }, by);
      return;
    }
    case 'question': {
      const question = cafe.panel[step.card % Math.max(1, cafe.panel.length)];
      if (question === undefined) return;
      const { page, card } = question;
      const { isOn } = step;
      if (step.with === 0) {
        room.do({ kind: 'showQuestion', question: isOn ? { page, card } : null });
      } else if (step.with === 1) {
        room.do({ kind: 'answerQuestion', page, card, isAnswered: isOn });
      } else {
        room.do({ kind: 'hideQuestion', page, card, isHidden: isOn });
      }
      return;
    }
    case 'choose':
      room.do({ kind: 'chooseSeating', first: step.first });
      return;
    case 'plan ahead':
      room.do({ kind: 'planAhead', how: step.how });
      return;
    case 'name packs':
      room.do({ kind: 'choosePackNames', named: step.named });
      return;
    case 'host now': {
      const by: Actor = { role: 'person', person: step.person };
      const seat = seatIn(cafe, step.person, toldRound(cafe.definition.programme, cafe.stage));
      const round = toldRound(cafe.definition.programme, cafe.stage) ?? 0;
      const name = seat === null ? '' : (atTable(cafe, seat, round)[step.to]?.name ?? '');
      room.do({ kind: 'handOver', index: step.to, name }, by);
      room.do({ kind: 'hostNow', isHosting: step.isHosting }, by);
      return;
    }
    case 'by hand':
      byHand(room, step);
      return;
    case 'lay phone': {
      const phone = `phone${cafe.factNumber}`;
      room.do({ kind: 'layPhone', phone, table: step.table }, clock);
      return;
    }
    case 'take phone':
    case 'sign': {
      const phones = Object.entries(cafe.tablePhones);
      const [phone = 'none', table = 't1'] = phones[step.which % Math.max(1, phones.length)] ?? [];
      if (step.do === 'take phone') {
        room.do({ kind: 'takePhone', phone });
        return;
      }
      const round = cafe.openRound ?? 1;
      const index = step.voice ?? 0;
      const name = atTable(cafe, table, round)[index]?.name ?? '';
      const voice = step.voice === null ? null : { index, name };
      const page = `${step.which === 4 ? 't1' : table}.${round}`;
      room.do({ kind: 'signCard', page, card: `c${step.which}`, voice }, { role: 'table', phone });
      return;
    }
    case 'sit anywhere':
      room.do({ kind: 'sitAnywhere' }, { role: 'person', person: step.person });
      return;
    case 'seat the rest':
      room.do({
        kind: 'seatRest',
        round: toldRound(cafe.definition.programme, cafe.stage) ?? 0,
      });
      return;
    case 'extend':
      if (cafe.stage.at === 'step') {
        room.do({ kind: 'extend', endsAt: cafe.stage.endsAt, minutes: 2 });
      }
      return;
    case 'wait':
      room.wait(step.ms).tick();
  }
}

it('keeps its promises through any morning', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), seating, (acts, way) => {
      const room = new Rehearsal(smallDefinition({ seating: way }));
      for (const step of acts) {
        const before = room.cafe;
        perform(room, step);
        const { stage, trail, definition, itineraries, people } = room.cafe;
        // One phase a transition, and never more than one step forward or back.
        expect(room.cafe.phase - before.phase).toBeLessThanOrEqual(1);
        expect(Math.abs(trail.length - before.trail.length)).toBeLessThanOrEqual(1);
        if (stage.at === 'step') expect(definition.programme[stage.index]).toBeDefined();
        // What people were told of their names when they joined stays so.
        if (before.openedAt !== null) {
          expect(namesInPacks(room.cafe)).toBe(namesInPacks(before));
        }
        // Whoever has a seat has come, and sits at a table that exists.
        for (const [id, itinerary] of Object.entries(itineraries ?? {})) {
          expect(people[id]).toBeDefined();
          expect(itinerary.tables).toHaveLength(roundCount(definition.programme));
          expect(itinerary.hosting).toHaveLength(roundCount(definition.programme));
          for (const seat of itinerary.tables) {
            if (seat !== null) expect(definition.tables.map((t) => t.id)).toContain(seat);
          }
        }
        // Tables planned ahead seat nobody, have room for all whom they still hold for, and hold for
        // everybody when they have just been made.
        const view = slice(room.cafe, 'facilitators')[0]?.view as FacilitatorView;
        const heads = new Map<string, number>();
        for (const { planned } of view.people) {
          for (const [i, at] of (planned?.tables ?? []).entries()) {
            if (at !== null && i < visitingRounds(definition.programme)) {
              heads.set(`${at}.${i}`, (heads.get(`${at}.${i}`) ?? 0) + 1);
            }
          }
        }
        for (const [place, count] of heads) {
          const at = definition.tables.find(({ id }) => place.startsWith(`${id}.`));
          expect(at?.closed).toBeUndefined();
          expect(count).toBeLessThanOrEqual(at?.chairs ?? 0);
        }
        if (step.do === 'plan ahead') {
          expect(itineraries).toBe(before.itineraries);
          const isNew = room.cafe.planned !== before.planned && view.planned !== null;
          if (isNew) expect(view.planned).toMatchObject({ without: 0, changed: 0 });
        }
        // Whatever is changed of the plan, what runs and what has been stays, and it can be undone.
        if (step.do === 'plan' && room.cafe !== before) {
          expect([stage, trail, room.cafe.phase]).toEqual([
            before.stage,
            before.trail,
            before.phase,
          ]);
          const begun = stage.at === 'before' || stage.at === 'closed' ? 0 : stage.index + 1;
          expect(definition.programme.slice(0, begun)).toEqual(
            before.definition.programme.slice(0, begun),
          );
          expect(checkFounding({ definition, people: [] })).toEqual([]);
          const undone = decide(room.cafe, { kind: 'undoPlan' }, facilitator, room.now);
          const back = 'facts' in undone ? undone.facts : [];
          const fact = { number: 0, at: 0, by: clock };
          const was = back.reduce((cafe, body) => apply(cafe, { ...fact, body }), room.cafe);
          expect([was.definition, was.stage, was.itineraries, was.quality]).toEqual([
            before.definition,
            before.stage,
            before.itineraries,
            before.quality,
          ]);
        }
        expect(room.cafe.openRound).toBe(openRoundAt(definition.programme, stage));
        // Minutes that are changed are given back exactly, and a round's parts add up to it.
        if (step.do === 'time' && room.cafe !== before && room.cafe.retimed !== null) {
          const back = apply(room.cafe, {
            ...{ number: 0, at: 0, by: clock, body: { kind: 'timesUndone' } },
          });
          expect([back.definition, back.stage]).toEqual([before.definition, before.stage]);
        }
        for (const one of definition.programme) {
          if (one.kind !== 'round') continue;
          expect(one.beats.reduce((sum, beat) => sum + beat.minutes, 0)).toBe(one.minutes);
        }
        // A seat that was told is never lost, but by those who left or when it is undone; where
        // people pick, not when they are asked to pick again.
        const picksAgain = way === 'pick' && (step.do === 'close table' || step.do === 'host');
        const told = toldRound(definition.programme, stage);
        const isUndo = step.do === 'undo repair' || step.do === 'undo';
        // Rounds that were taken out are gone; the others keep their seats by their numbers.
        const rounds = Math.min(
          visitingRounds(before.definition.programme),
          visitingRounds(definition.programme),
        );
        for (const [id, itinerary] of Object.entries(before.itineraries ?? {})) {
          for (const [i, seat] of itinerary.tables.entries()) {
            if (step.do === 'plan') {
              if (i < rounds) expect(itineraries?.[id]?.tables[i]).toBe(seat);
              continue;
            }
            if (step.do === 'undo plan' && i >= rounds) continue;
            const isLeft = people[id]?.here === false && told !== null && i >= told;
            if (seat === null || isLeft || picksAgain || isUndo) continue;
            expect(itineraries?.[id]?.tables[i]).toEqual(expect.any(String));
          }
        }
        // Nobody who is here is sent to a table that has just been closed.
        if (step.do === 'close table' && step.closed !== null && told !== null) {
          const isClosed = definition.tables.some(
            ({ id, closed }) => id === step.table && closed !== undefined,
          );
          for (const [id, { tables }] of Object.entries(itineraries ?? {})) {
            if (!isClosed || people[id]?.here !== true) continue;
            expect(tables.slice(told - 1, visitingRounds(definition.programme))).not.toContain(
              step.table,
            );
          }
        }
        // Whatever was changed by hand, everything that names something else finds it.
        const ids = new Set(definition.tables.map((t) => t.id));
        expect(new Set(definition.tables.map((t) => t.number)).size).toBe(ids.size);
        expect(new Set(definition.teams.map((t) => t.homeTable)).size).toBe(
          definition.teams.length,
        );
        for (const { homeTable } of definition.teams) expect(ids).toContain(homeTable);
        for (const { team, fixedAt, goesWith } of Object.values(people)) {
          if (team !== null) expect(definition.teams.map((t) => t.id)).toContain(team);
          if (fixedAt !== null) expect(ids).toContain(fixedAt);
          if (goesWith !== null) expect(people[goesWith]).toBeDefined();
        }
        // A device on a table is nobody: it is not counted and has no seat.
        for (const [phone, at] of Object.entries(room.cafe.tablePhones)) {
          expect(people[phone] ?? itineraries?.[phone]).toBeUndefined();
          expect(definition.tables.map((t) => t.id)).toContain(at);
        }
        // Whoever a note is said to be of was at its table in its round.
        for (const [page, cards] of Object.entries(room.cafe.signed)) {
          if (room.cafe.signed === before.signed) continue;
          const { table, round } = placeOf(page);
          for (const [card, one] of Object.entries(cards)) {
            if (before.signed[page]?.[card] === one) continue;
            expect(seatIn(room.cafe, one, round)).toBe(table);
          }
        }
        // The next group is shown three cards at most, and a question stands only where it may.
        for (const cards of Object.values(room.cafe.passedOn)) {
          expect(new Set(cards).size).toBe(cards.length);
          expect(cards.length).toBeLessThanOrEqual(LIMITS.passOnMax);
        }
        if (shownQuestion(room.cafe) !== null) {
          expect(mayShowQuestion(definition.programme, stage)).toBe(true);
        }
        const due = deadline(room.cafe);
        if (due !== null) expect(Number.isFinite(due)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('is a function of its facts alone', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const facts: Fact[] = [];
      const room = new Rehearsal();
      const start = room.cafe;
      let cafe = start;
      for (const [i, step] of acts.entries()) {
        const command: Command =
          step.do === 'press'
            ? { kind: step.kind, phase: cafe.phase }
            : step.do === 'join'
              ? { kind: 'join', person: `n${i}`, name: 'N', team: null, claim: 'new' }
              : { kind: 'tick', phase: cafe.phase };
        const by: Actor = step.do === 'press' ? facilitator : clock;
        const decision = decide(cafe, command, by, 1_000_000 + i * 400_000);
        if (!('facts' in decision)) continue;
        for (const body of decision.facts) {
          const fact: Fact = {
            number: cafe.factNumber + 1,
            at: 1_000_000 + i * 400_000,
            by: step.do === 'press' ? { role: 'facilitator', label: 'F' } : { role: 'clock' },
            body,
          };
          facts.push(JSON.parse(JSON.stringify(fact)) as Fact);
          cafe = apply(cafe, fact);
        }
      }
      let again = start;
      for (const fact of facts) again = apply(again, fact);
      expect(again).toEqual(cafe);
      expect(replay('cafe', [], {}).factNumber).toBe(0);
    }),
    { numRuns: 60 },
  );
});
