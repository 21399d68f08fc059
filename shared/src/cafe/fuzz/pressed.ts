import fc from 'fast-check';
import type { Cafe } from '../cafe.ts';
import type { Command } from '../command.ts';
import type { Decision } from '../decision.ts';
import type { Listed } from '../definition.ts';
import { addByHand, changeByHand, makeChange, repair, type Rehearsal } from '../fixture.ts';
import type { Step } from '../programme.ts';

export const table = fc.constantFrom('t1', 't2', 't3');
export const person = fc.integer({ min: 1, max: 12 }).map((n) => `p${n}`);
export const isOn = fc.boolean();
export const card = fc.constantFrom('c1', 'c2', 'c3');
export const page = fc.constantFrom('t1.1', 't1.1', 't2.1', 't1.2');

export type Act = (room: Rehearsal) => Decision | null;

export const command =
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

/** Two of a list who go together, the one of a team. */
function pairOf(n: number, team: string | null): Listed[] {
  const pair = { withoutPhone: true, fixedAt: null };
  return [
    { ...pair, id: `a${n}`, name: 'A', team, goesWith: null },
    { ...pair, id: `b${n}`, name: 'B', team: null, goesWith: `a${n}` },
  ];
}

/** What a facilitator has buttons for. */
export const pressed: fc.Arbitrary<Act> = fc.oneof(
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
      .record({
        ...{ person, round: fc.integer({ min: 1, max: 3 }), table: fc.option(table) },
        alsoIn: fc.subarray([1, 2, 3]),
      })
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
    weight: 2,
    arbitrary: fc
      .record({ table, isRenumbered: isOn, chairs: fc.integer({ min: 2, max: 10 }) })
      .map(({ isRenumbered, ...one }) =>
        command(({ cafe: { factNumber, definition } }) => {
          const { number = 0 } = definition.tables.find(({ id }) => id === one.table) ?? {};
          const after = isRenumbered ? 500 + factNumber : number;
          return { kind: 'describeTable', ...one, number: after, place: 'there' };
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: table.map((one) =>
      command(({ cafe: { factNumber } }) => ({
        ...{
          kind: 'describeTable',
          table: one,
          number: 500 + factNumber,
          place: 'here',
          chairs: 6,
        },
        team: { kind: 'nameTeam', team: 'team1', name: `Team ${factNumber}`, homeTable: one },
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
    arbitrary: fc.constantFrom('people', 'team', 'table').map((what) =>
      command(({ cafe: { factNumber: n } }) => ({
        kind: 'takeIn',
        teams:
          what === 'team'
            ? [{ id: `m${n}`, name: `M${n}`, topic: '', question: '', homeTable: `n${n}` }]
            : [],
        tables: what === 'people' ? [] : [{ id: `n${n}`, number: 100 + n, place: '', chairs: 6 }],
        people: what === 'table' ? [] : pairOf(n, what === 'team' ? `m${n}` : null),
        filled:
          what === 'table'
            ? [{ team: 'team1', topic: '', question: 'Q', place: '', chairs: 6 + (n % 3) }]
            : [],
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
