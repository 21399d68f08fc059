/** Whatever facilitators do in whatever café: undone at once, or after other things, it is as if it had not been. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Cafe, Listed, Stage } from './cafe.ts';
import type { Command } from './command.ts';
import type { Decision } from './decide.ts';
import { homeRound, type Step } from './programme.ts';
import {
  Rehearsal,
  addByHand,
  changeByHand,
  facilitator,
  makeChange,
  repair,
  secondFacilitator,
  smallDefinition,
} from './fixture.ts';

const table = fc.constantFrom('t1', 't2', 't3');
const person = fc.integer({ min: 1, max: 12 }).map((n) => `p${n}`);
const isOn = fc.boolean();
const card = fc.constantFrom('c1', 'c2', 'c3');
const page = fc.constantFrom('t1.1', 't1.1', 't2.1', 't1.2');

type Act = (room: Rehearsal) => Decision | null;

const command =
  (make: (room: Rehearsal) => Command): Act =>
  (room) =>
    room.do(make(room));

/** A round or a break more, or one step less, somewhere in what is to come. */
function planned(cafe: Cafe, { from, what }: { from: number; what: number }): Command {
  const { programme } = cafe.definition;
  const rest = programme.slice(from);
  const added: Step[][] = [
    [
      { kind: 'move', minutes: 2, round: 1 },
      { kind: 'round', minutes: 6, round: 1, beats: [{ kind: 'talk', minutes: 6 }] },
    ],
    [{ kind: 'break', minutes: 5, title: 'Tea' }],
  ];
  const more = added[what];
  // A round without its way there and its last minute would not do.
  const gone = rest[0]?.kind === 'move' ? 3 : 1;
  const steps = more === undefined ? rest.slice(gone) : [...more, ...rest];
  return { kind: 'changePlan', edition: cafe.edition, from, steps };
}

/** What a facilitator has buttons for. */
const pressed: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ person, table }).map((one) => command(() => ({ kind: 'move', ...one }))),
  },
  { weight: 3, arbitrary: person.map((one) => command(() => ({ kind: 'depart', person: one }))) },
  { weight: 1, arbitrary: person.map((one) => command(() => ({ kind: 'expect', person: one }))) },
  { weight: 3, arbitrary: person.map((one) => command(() => ({ kind: 'checkIn', person: one }))) },
  {
    weight: 1,
    arbitrary: fc
      .record({ person, table, round: fc.integer({ min: 1, max: 2 }) })
      .map((one) => command(() => ({ kind: 'moveAhead', ...one }))),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('team1', null).map((team) =>
      command(({ cafe }) => ({
        ...{ kind: 'addPerson', person: `new${cafe.factNumber}`, name: 'New', team },
        withoutPhone: true,
      })),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ person, round: fc.integer({ min: 1, max: 3 }), table: fc.option(table) })
      .map((one) => command(() => ({ kind: 'host', ...one }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ table, closed: fc.option(fc.constant('')) })
      .map((change) => (room: Rehearsal) => makeChange(room, change).done),
  },
  { weight: 1, arbitrary: fc.constant((room: Rehearsal) => repair(room)) },
  {
    weight: 3,
    arbitrary: fc
      .record({ person, fixedAt: fc.option(table), goesWith: fc.option(person) })
      .map((wish) => (room: Rehearsal) => changeByHand(room, wish).done),
  },
  {
    weight: 2,
    arbitrary: fc.constant((room: Rehearsal) => {
      const n = room.cafe.factNumber;
      return addByHand(room, { id: `new${n}`, number: 100 + n, place: '', chairs: 6 }).done;
    }),
  },
  {
    weight: 1,
    arbitrary: table.map((one) =>
      command(({ cafe: { factNumber } }) => ({
        ...{ kind: 'describeTable', table: one, number: 500 + factNumber, place: 'there' },
        chairs: 5,
      })),
    ),
  },
  {
    weight: 1,
    arbitrary: table.map((homeTable) =>
      command(({ cafe: { factNumber } }) => ({
        ...{ kind: 'nameTeam', team: 'team1', name: `Team ${factNumber}`, homeTable },
      })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      command(({ cafe: { stage } }) => {
        const endsAt =
          stage.at === 'step' ? stage.endsAt : stage.at === 'paused' ? stage.leftMs : 0;
        return { kind: 'extend', endsAt, minutes: 3 };
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('pause' as const, 'resume' as const)
      .map((kind) => command(({ cafe }) => ({ kind, phase: cafe.phase }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ index: fc.integer({ min: 0, max: 11 }), minutes: fc.integer({ min: 3, max: 40 }) })
      .map((step) =>
        command(({ cafe: { phase, edition } }) => ({
          ...{ kind: 'timeSteps', phase, edition, steps: [step] },
        })),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ from: fc.integer({ min: 0, max: 12 }), what: fc.integer({ min: 0, max: 2 }) })
      .map((one) => command(({ cafe }) => planned(cafe, one))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('Another title', 'A small morning')
      .map((title) =>
        command(() => ({ kind: 'describeCafe', about: { title, notice: title, lobby: title } })),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ table, question: fc.constantFrom('', 'Why?') })
      .map((one) => command(() => ({ kind: 'askAtTable', ...one }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', 'Why?')
      .map((question) =>
        command(() => ({ kind: 'describeTeam', team: 'team1', topic: 'T', story: '', question })),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ person, rounds: fc.subarray([1, 2, 3]) })
      .map((one) => command(() => ({ kind: 'wishToHost', ...one }))),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('tables' as const, 'people' as const)
      .map((first) => command(() => ({ kind: 'chooseSeating', first }))),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('keep' as const, 'keep' as const, 'anew' as const, 'drop' as const)
      .map((how) => command(() => ({ kind: 'planAhead', how }))),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((isNew) =>
      command(({ cafe: { factNumber: n } }) => ({
        kind: 'takeIn',
        teams: isNew
          ? [{ id: `m${n}`, name: `M${n}`, topic: '', question: '', homeTable: `n${n}` }]
          : [],
        tables: isNew ? [{ id: `n${n}`, number: 100 + n, place: '', chairs: 6 }] : [],
        people: [
          {
            id: `a${n}`,
            name: 'A',
            team: isNew ? `m${n}` : null,
            withoutPhone: true,
            fixedAt: null,
            goesWith: null,
          },
          {
            id: `b${n}`,
            name: 'B',
            team: null,
            withoutPhone: false,
            fixedAt: null,
            goesWith: `a${n}`,
          },
        ],
      })),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ page, card, isOn, what: fc.integer({ min: 0, max: 2 }) })
      .map(({ what, isOn: on, ...ref }) =>
        command(() =>
          what === 0
            ? { kind: 'showQuestion', question: on ? ref : null }
            : what === 1
              ? { kind: 'answerQuestion', ...ref, isAnswered: on }
              : { kind: 'hideQuestion', ...ref, isHidden: on },
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('next' as const, 'ring' as const)
      .map((kind) => command(({ cafe }) => ({ kind, phase: cafe.phase }))),
  },
);

/** What happens otherwise. */
const other: fc.Arbitrary<Act> = fc.oneof(
  pressed,
  fc.record({ person, table }).map(
    (one): Act =>
      (room) =>
        room.do({ kind: 'sit', table: one.table }, { role: 'person', person: one.person }),
  ),
  fc.record({ person, isHosting: isOn }).map(
    (one): Act =>
      (room) =>
        room.do(
          { kind: 'hostNow', isHosting: one.isHosting },
          { role: 'person', person: one.person },
        ),
  ),
  fc.constantFrom('team1', 'team2').map(
    (team): Act =>
      (room) =>
        room.join('Late', team, 'new'),
  ),
  fc
    .record({ page, card })
    .map((ref) => command(() => ({ kind: 'askPanel', ...ref, isAsked: true }))),
  fc.integer({ min: 1_000, max: 200_000 }).map(
    (ms): Act =>
      (room) =>
        room.wait(ms).tick(),
  ),
);

const cafes = fc.record({
  people: fc.integer({ min: 3, max: 12 }),
  step: fc.integer({ min: -1, max: 11 }),
  listed: fc.boolean(),
  closed: fc.boolean(),
  history: fc.array(other, { maxLength: 8 }),
});

function begin({
  people,
  step,
  listed,
  closed,
  history,
}: typeof cafes extends fc.Arbitrary<infer T> ? T : never): Rehearsal {
  const pair: Listed[] = ['p11', 'p12'].map((id, i) => ({
    ...{ id, name: id, team: 'team2', withoutPhone: i === 0, fixedAt: null },
    goesWith: i === 0 ? null : 'p11',
  }));
  const room = new Rehearsal(smallDefinition(), listed ? pair : []);
  if (step < 0) return room;
  room.next();
  room.fill(Math.min(people, 10));
  for (const id of ['p11', 'p12']) if (listed) room.do({ kind: 'checkIn', person: id });
  room.goTo(step);
  for (const asked of ['c1', 'c2']) {
    room.do({ kind: 'askPanel', page: 't1.1', card: asked, isAsked: true });
  }
  if (closed) makeChange(room, { table: 't2', closed: '' });
  for (const act of history) act(room);
  return room;
}

/** Counters, lists and the end told at the doors aside; who may still write somewhere only grows. */
function matter(cafe: Cafe, now: number): unknown {
  const {
    factNumber,
    lastAt,
    activity,
    deeds,
    plannedMs,
    retimed,
    replanned,
    edition,
    phase,
    lastTransition,
    trail,
    sat,
    stage,
    ...rest
  } = cafe;
  void [
    factNumber,
    lastAt,
    activity,
    deeds,
    plannedMs,
    retimed,
    replanned,
    edition,
    phase,
    lastTransition,
    sat,
  ];
  return { ...rest, trail: trail.length, stage: standing(stage, now) };
}

function standing(stage: Stage, now: number): unknown {
  switch (stage.at) {
    case 'step':
      return { ...stage, startedAt: now - stage.startedAt, endsAt: stage.endsAt - now };
    case 'paused':
      return { ...stage, startedAt: stage.pausedAt - stage.startedAt, pausedAt: 0 };
    default:
      return stage;
  }
}

const isDone = (decision: Decision | null): boolean =>
  decision !== null && 'facts' in decision && decision.facts.length > 0;

/** Steps that ran out get a minute back, and those that wait keep their planned end: Back has tests of its own. */
const isOfSteps = (room: Rehearsal): boolean =>
  ['stepEntered', 'closed'].includes(room.cafe.deeds[0]?.did ?? '');

it('undone at once, everything is as it was before', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(cafes, pressed, (cafe, act) => {
      const room = begin(cafe);
      const before = matter(room.cafe, room.now);
      const number = room.cafe.factNumber;
      if (!isDone(act(room))) return;
      const deed = room.cafe.deeds[0];
      // A press that changed nothing (who hosts hosts) leaves nothing to undo.
      if (deed === undefined || deed.fact <= number || isOfSteps(room)) return;
      const decision = room.do({ kind: 'undo', fact: deed.fact });
      if (deed.did === 'extended' && deed.minutes === undefined) return;
      if ('refusal' in decision && decision.refusal.code === 'relied on' && deed.did === 'takenIn')
        return;
      expect(decision).toHaveProperty('facts');
      expect(matter(room.cafe, room.now)).toEqual(before);
      seen.add(deed.did);
    }),
    { numRuns: 600 },
  );
  expect(seen.size).toBeGreaterThan(9);
}, 30_000);

it('undone after other things, they alone are left', () => {
  let undone = 0;
  fc.assert(
    fc.property(cafes, pressed, fc.array(other, { maxLength: 5 }), (cafe, act, between) => {
      const room = begin(cafe);
      const without = begin(cafe);
      const number = room.cafe.factNumber;
      if (!isDone(act(room)) || isOfSteps(room)) return;
      const { fact = 0, did } = room.cafe.deeds.find((deed) => deed.fact > number) ?? {};
      // With a pause goes its time.
      if (did === 'paused' || did === 'resumed') return;
      if (did === undefined) return;
      // Otherwise what is said of round 3 in between is said of another round than without.
      const [home, homeWithout] = [room, without].map((one) =>
        homeRound(one.cafe.definition.programme),
      );
      if (home !== homeWithout) return;
      for (const one of between) {
        // What comes out otherwise because of the press has to do with it.
        if (JSON.stringify(one(room)) !== JSON.stringify(one(without))) return;
      }
      const decision = room.do({ kind: 'undo', fact }, secondFacilitator);
      if (!('facts' in decision)) return;
      undone += 1;
      expect(matter(room.cafe, room.now)).toEqual(matter(without.cafe, without.now));
      for (const [page, people] of Object.entries(without.cafe.sat)) {
        expect(room.cafe.sat[page]).toEqual(expect.arrayContaining(people));
      }
      expect(room.do({ kind: 'undo', fact }, facilitator)).toMatchObject({
        refusal: { code: 'already', by: secondFacilitator },
      });
    }),
    { numRuns: 600 },
  );
  expect(undone).toBeGreaterThan(100);
}, 30_000);
