import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { WireCommand } from './command.ts';
import type { Listed } from './definition.ts';
import { Rehearsal, smallDefinition } from './fixture.ts';
import { LIMITS } from './limits.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const person = (n: number, change: Partial<Listed> = {}): Listed => ({
  id: uuid(n),
  name: `Person ${String(n)}`,
  team: 'team1',
  withoutPhone: false,
  fixedAt: null,
  goesWith: null,
  ...change,
});

const table = (number: number) => ({
  ...{ id: uuid(10_000 + number), number, place: '', chairs: 6 },
});
const team = (n: number) => ({
  ...{ id: uuid(20_000 + n), name: `Team ${String(n)}`, topic: '', question: '' },
  homeTable: uuid(10_000 + n),
});

const list = {
  kind: 'takeIn' as const,
  teams: [{ id: uuid(91), name: 'Team 4', topic: '', question: '', homeTable: uuid(92) }],
  tables: [{ id: uuid(92), number: 4, place: 'by the door', chairs: 6 }],
  people: [
    person(1),
    person(2, { goesWith: uuid(1) }),
    person(3, { team: uuid(91), fixedAt: 't2', withoutPhone: true }),
  ],
};

const relied = { refusal: { code: 'relied on' } };
const nothing = { refusal: { code: 'nothing to undo' } };

describe('a list of teams and people', () => {
  it('is taken in by one fact, and nobody of it is here yet', () => {
    const room = new Rehearsal();
    const decision = room.do(v.parse(WireCommand, list));
    expect('facts' in decision && decision.facts).toHaveLength(1);
    expect(room.cafe.definition.teams.at(-1)).toEqual(list.teams[0]);
    expect(room.cafe.definition.tables.at(-1)).toEqual(list.tables[0]);
    const { name, ...third } = list.people[2] ?? person(3);
    expect(room.cafe.people[uuid(3)]).toEqual({ ...third, here: false });
    expect(room.cafe.names[uuid(3)]).toBe(name);
    expect(room.cafe.activity[0]).toMatchObject({ did: 'takenIn', people: 3, teams: 1 });
  });

  it('fills in teams that are there where they have said nothing, and is taken back with it', () => {
    const room = new Rehearsal();
    room.do({ kind: 'describeTeam', team: 'team1', topic: 'Own', story: 'Ours', question: '' });
    const before = room.cafe.definition;
    const filled = [
      { team: 'team1', topic: 'Other', question: 'Where?', place: 'by the door', chairs: 9 },
      { team: 'team2', topic: '', question: '', place: '' },
    ];
    const none = { teams: [], tables: [], people: [] };
    room.do(v.parse(WireCommand, { kind: 'takeIn', ...none, filled }));
    const { teams, tables } = room.cafe.definition;
    const home = before.teams[0]?.homeTable;
    expect(teams).toEqual(
      before.teams.map((one) => (one.id === 'team1' ? { ...one, question: 'Where?' } : one)),
    );
    expect(tables.find(({ id }) => id === home)).toMatchObject({ place: 'by the door', chairs: 9 });
    expect(tables.filter(({ id }) => id !== home)).toEqual(
      before.tables.filter(({ id }) => id !== home),
    );
    expect(room.cafe.activity[0]).toMatchObject({ did: 'takenIn', teams: 0, filled: 1 });
    expect(room.do({ ...list, ...none, filled: filled.slice(1) })).toEqual({ facts: [] });
    room.do({ kind: 'undoTakeIn' });
    expect(room.cafe.definition).toEqual(before);
  });

  it('fills in what several lines say of one team, which counts once', () => {
    const room = new Rehearsal();
    const none = { ...list, teams: [], tables: [], people: [] };
    const line = { team: 'team1', topic: '', question: '', place: '' };
    const filled = [
      { ...line, topic: 'Other', chairs: 9 },
      { ...line, question: 'Who calls?' },
      { ...line, question: 'Who else?' },
      { ...line, place: 'by the door', chairs: 8 },
    ];
    room.do({ ...none, filled });
    const { teams, tables } = room.cafe.definition;
    expect(teams[0]).toMatchObject({ topic: 'Topic 1', question: 'Who calls?' });
    const home = tables.find(({ id }) => id === teams[0]?.homeTable);
    expect(home).toMatchObject({ place: 'by the door', chairs: 8 });
    expect(room.cafe.activity[0]).toMatchObject({ did: 'takenIn', filled: 1 });
  });

  it('fills in no team that is gone, and takes no chair somebody was sent to', () => {
    const room = new Rehearsal();
    const none = { ...list, teams: [], tables: [], people: [] };
    const gone = { team: 'gone', topic: 'A', question: '', place: '' };
    expect(room.do({ ...none, filled: [gone] })).toEqual({ refusal: { code: 'old list' } });
    room.next();
    room.fill(12);
    room.goTo(3);
    const narrow = { ...gone, team: 'team1', chairs: 1 };
    expect(room.do({ ...none, filled: [narrow] })).toEqual({ refusal: { code: 'chairs taken' } });
  });

  it('is not taken in where more would always sit at a table than it has chairs', () => {
    const stay = (count: number) =>
      new Rehearsal().do({
        ...list,
        people: Array.from({ length: count }, (_, i) => person(i + 1, { fixedAt: uuid(92) })),
      });
    expect(stay(6)).toHaveProperty('facts');
    expect(stay(7)).toEqual({ refusal: { code: 'old list' } });
  });

  it('lays no fewer chairs at a table where more always sit already', () => {
    // As a file may have it: four always sit at a table with three chairs.
    const tables = smallDefinition().tables.map((one) => ({ ...one, chairs: 3 }));
    const stays = [1, 2, 3, 4].map((n) => person(n, { fixedAt: 't1' }));
    const room = new Rehearsal(smallDefinition({ tables }), stays);
    const line = { team: 'team1', topic: '', question: '', place: '' };
    const laid = (chairs: number) =>
      room.do({ ...list, teams: [], tables: [], people: [], filled: [{ ...line, chairs }] });
    expect(laid(2)).toEqual({ refusal: { code: 'chairs kept' } });
    expect(laid(4)).toHaveProperty('facts.length', 1);
  });

  it('keeps names out of its fact', () => {
    const decision = new Rehearsal().do(list);
    expect(JSON.stringify('facts' in decision && decision.facts)).not.toContain('Person');
  });

  it('undone leaves the café exactly as it was, names too', () => {
    const room = new Rehearsal();
    const { factNumber: _n, activity: _a, deeds: _d, ...before } = room.cafe;
    room.do(list);
    room.do({ kind: 'undoTakeIn' });
    const { factNumber, activity, deeds: _deeds, ...after } = room.cafe;
    expect(after).toEqual(before);
    expect(activity.map(({ did }) => did)).toEqual(['undone', 'takenIn']);
    expect(factNumber).toBeGreaterThan(0);
    expect(room.do({ kind: 'undoTakeIn' })).toEqual({ refusal: { code: 'nothing to undo' } });
  });

  it('brings no second team of a name, but may come where there are two from before', () => {
    const teams = list.teams.map((team) => ({ ...team, name: 'TEAM 1' }));
    expect(new Rehearsal().do({ ...list, teams })).toEqual({ refusal: { code: 'old list' } });
    const { teams: named } = smallDefinition();
    const twice = named.map((team, i) => (i === 1 ? { ...team, name: 'TEAM 1' } : team));
    const room = new Rehearsal(smallDefinition({ teams: twice }));
    expect(room.do(list)).toHaveProperty('facts');
  });

  it('stays once one of its people has arrived', () => {
    const room = new Rehearsal();
    room.do(list);
    room.next();
    room.join('person 1', 'team1');
    expect(room.do({ kind: 'undoTakeIn' })).toEqual({ refusal: { code: 'nothing to undo' } });
    expect(room.cafe.people[uuid(1)]?.here).toBe(true);
  });

  it('stays once somebody else belongs to one of its teams', () => {
    const room = new Rehearsal();
    room.do(list);
    room.next();
    room.join('Somebody else', uuid(91));
    expect(room.do({ kind: 'undoTakeIn' })).toEqual({ refusal: { code: 'nothing to undo' } });
  });

  it('stays once seats are told at one of its tables', () => {
    const room = new Rehearsal();
    room.do(list);
    room.next();
    room.fill(9);
    room.goTo(3);
    expect(room.do({ kind: 'undoTakeIn' })).toEqual(nothing);
  });

  it('taken in while a round runs changes nobody’s seat and is taken back without a trace', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(9);
    room.goTo(3);
    const { itineraries } = room.cafe;
    room.do({ ...list, teams: [], tables: [], people: [person(1)] });
    expect(room.cafe.itineraries).toEqual(itineraries);
    room.do({ kind: 'undoTakeIn' });
    expect(room.cafe.people[uuid(1)]).toBeUndefined();
    expect(room.cafe.itineraries).toEqual(itineraries);
  });

  it('with a table is taken back while a round runs, until somebody is told to sit there', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(9);
    room.goTo(3);
    const { definition, itineraries } = room.cafe;
    room.do({ ...list, teams: [], people: [] });
    const [deed] = room.cafe.deeds;
    room.do({ kind: 'sit', table: uuid(92) }, { role: 'person', person: 'p1' });
    expect(room.do({ kind: 'undo', fact: deed?.fact ?? 0 })).toEqual(relied);
    expect(room.do({ kind: 'undoTakeIn' })).toEqual(nothing);

    const other = new Rehearsal();
    other.next();
    other.fill(9);
    other.goTo(3);
    other.do(list);
    expect(other.do({ kind: 'undoTakeIn' })).toHaveProperty('facts');
    expect([other.cafe.definition, other.cafe.itineraries]).toEqual([definition, itineraries]);
  });

  it('stays where somebody was told to sit at a table of it and was sent on, for they may write there', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(9);
    room.goTo(3);
    room.do({ ...list, teams: [], people: [] });
    const fact = room.cafe.deeds[0]?.fact ?? 0;
    room.do({ kind: 'move', person: 'p1', table: uuid(92) });
    room.do({ kind: 'undo', fact: room.cafe.deeds[0]?.fact ?? 0 });
    expect(room.do({ kind: 'undo', fact })).toEqual(relied);
  });

  it('that no longer fits is refused whole', () => {
    const room = new Rehearsal();
    room.do(list);
    expect(room.do(list)).toEqual({ refusal: { code: 'old list' } });
    const stranger = { ...list, teams: [], tables: [], people: [person(7, { team: 'nobody' })] };
    expect(room.do(stranger)).toEqual({ refusal: { code: 'old list' } });
  });

  it('is refused when it is more than a café holds', () => {
    const many = Array.from({ length: 1_999 }, (_, n) => person(n + 10));
    const room = new Rehearsal();
    room.do({ ...list, people: many });
    const two = { ...list, teams: [], tables: [], people: [person(1), person(2)] };
    expect(room.do(two)).toEqual({ refusal: { code: 'cafe full' } });
  });

  it('of nothing is nothing, and may name those who are on the list before', () => {
    const room = new Rehearsal();
    const none = { ...list, teams: [], tables: [], people: [] };
    expect(room.do(none)).toEqual({ facts: [] });
    for (const some of [{ teams: list.teams, tables: list.tables }, { people: [person(1)] }]) {
      expect(room.do({ ...none, ...some })).toHaveProperty('facts.length', 1);
    }
    expect(room.do({ ...none, tables: [table(5)] })).toHaveProperty('facts.length', 1);
    const other = person(2, { goesWith: uuid(1) });
    expect(room.do({ ...none, people: [other] })).toHaveProperty('facts.length', 1);
  });

  it('is taken in as long as the café holds it: as many people, teams and tables, and not one more', () => {
    const full = { refusal: { code: 'room full' } };
    const none = { ...list, teams: [], tables: [], people: [] };
    const people = Array.from({ length: LIMITS.peopleMax }, (_, n) => person(n));
    expect(new Rehearsal().do({ ...none, people })).toHaveProperty('facts.length', 1);
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const room = new Rehearsal();
    const tables = numbers(4, LIMITS.tablesMax).map(table);
    expect(room.do({ ...none, tables: [...tables, table(LIMITS.tablesMax + 1)] })).toEqual(full);
    expect(room.do({ ...none, tables })).toHaveProperty('facts.length', 1);
    expect(room.do({ ...none, tables: [table(LIMITS.tablesMax + 1)] })).toEqual(full);
    // A room that is full of tables takes people, and teams as many as there may be.
    const teams = numbers(4, LIMITS.teamsMax).map((n) => team(n));
    expect(room.do({ ...none, teams: [...teams, team(3)] })).toEqual(full);
    expect(room.do({ ...none, teams, people: [person(1)] })).toHaveProperty('facts.length', 1);
  });

  it('is not taken in after the close', () => {
    const room = new Rehearsal();
    room.next();
    room.do({ kind: 'close', phase: room.cafe.phase });
    expect(room.do(list)).toEqual({ refusal: { code: 'cafe closed' } });
    expect(room.do({ kind: 'undoTakeIn' })).toEqual({ refusal: { code: 'cafe closed' } });
  });
});
