/** People come, leave, are taken in from a list and changed by hand. */
import fc from 'fast-check';
import type { Command } from '../command.ts';
import { addByHand, changeByHand, type Rehearsal } from '../fixture.ts';
import { person, table, type How, type Weighted } from './act.ts';

export type PeopleAct =
  | { do: 'join'; team: string | null; name: string }
  | { do: 'depart' | 'expect'; person: string }
  | { do: 'take in'; table: boolean }
  | { do: 'take back' }
  | { do: 'by hand'; person: string; table: string; which: number };

export const peopleActs: Weighted<PeopleAct> = [
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      team: fc.constantFrom('team1', 'team2', 'team3', null),
      name: fc.string({ maxLength: 8 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('depart' as const), person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('expect' as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('take in' as const), table: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take back' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('by hand' as const),
      person,
      table,
      which: fc.nat(8),
    }),
  },
];

export const people: How<PeopleAct> = {
  join: (room, step) => {
    room.join(step.name, step.team);
  },
  depart: (room, step) => {
    room.do({ kind: step.do, person: step.person });
  },
  expect: (room, step) => {
    room.do({ kind: step.do, person: step.person });
  },
  'take in': (room, step) => {
    room.do(smallList(room, step.table));
  },
  'take back': (room) => {
    room.do({ kind: 'undoTakeIn' });
  },
  'by hand': byHand,
};

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
    filled: [{ team: 'team2', topic: 'T', question: '', place: 'P', chairs: 4 + (n % 6) }],
  };
}

/** One of what facilitators change by hand, with its preview where people are seated. */
function byHand(
  room: Rehearsal,
  { person: one, table: at, which }: Extract<PeopleAct, { do: 'by hand' }>,
): void {
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
