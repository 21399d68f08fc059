import { describe, expect, it } from 'vitest';
import {
  addByHand,
  atTheDoors,
  changeByHand,
  inRoundOne,
  undo,
  type PersonWish,
  Rehearsal,
} from './fixture.ts';
import { canUndo } from './undo.ts';

const PREVIEW = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a10';
const NEW = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a11';

/** With seats for round 1 told, or before. */
const room = (seated: boolean): Rehearsal => (seated ? inRoundOne() : atTheDoors());

const seats = ({ cafe }: Rehearsal, id: string): (string | null)[] =>
  cafe.itineraries?.[id]?.tables ?? [];

describe('a person by hand', () => {
  it('is changed at once as long as nobody is seated, and only in what is said', () => {
    const at = room(false);
    changeByHand(at, { person: 'p1', withoutPhone: true, fixedAt: 't2' });
    changeByHand(at, { person: 'p1', goesWith: 'p2', team: null });
    expect(at.cafe.people['p1']).toMatchObject({
      ...{ withoutPhone: true, fixedAt: 't2', goesWith: 'p2', team: null, here: true },
    });
  });

  it('has a corrected name in the names alone, never in a fact', () => {
    const at = room(false);
    const { done } = changeByHand(at, { person: 'p1', name: 'Zoë' });
    expect(done).toEqual({
      facts: [{ kind: 'personRenamed', whom: 'p1' }],
      names: [{ person: 'p1', name: 'Zoë' }],
    });
    expect(at.cafe.names['p1']).toBe('Zoë');
  });

  it('who is freed goes alone, whichever of the two was named', () => {
    const at = room(false);
    changeByHand(at, { person: 'p1', goesWith: 'p2' });
    changeByHand(at, { person: 'p2', goesWith: null });
    expect([at.cafe.people['p1']?.goesWith, at.cafe.people['p2']?.goesWith]).toEqual([null, null]);
  });

  it('with a fixed seat is at that table from the next round on, and at once is told the old seat', () => {
    const at = room(true);
    const before = seats(at, 'p1');
    const table = ['t1', 't2', 't3'].find((id) => id !== before[1] && id !== before[0]) ?? '';
    const { changes } = changeByHand(at, { person: 'p1', fixedAt: table });
    expect(seats(at, 'p1')).toEqual([before[0], table, table]);
    expect(changes.some(({ person }) => person === 'p1')).toBe(true);
    expect(changes.every(({ round }) => round > 1)).toBe(true);
  });

  it('with a fixed seat may be moved to that table in the round that runs, and to no other', () => {
    const at = room(true);
    changeByHand(at, { person: 'p2', goesWith: 'p1' });
    const [first] = seats(at, 'p1');
    const [table = '', other = ''] = ['t1', 't2', 't3'].filter((id) => id !== first);
    changeByHand(at, { person: 'p1', fixedAt: table });
    expect(seats(at, 'p1')[0]).toBe(first);
    const to = (one: string) => at.do({ kind: 'move', person: 'p1', table: one });
    expect(to(other)).toEqual({ refusal: { code: 'seat fixed' } });
    expect(to(table)).toHaveProperty('facts');
    expect([seats(at, 'p1')[0], seats(at, 'p2')[0]]).toEqual([table, table]);
    expect(to(other)).toEqual({ refusal: { code: 'seat fixed' } });
  });

  it('with a fixed seat may host where they were told to sit, and from then on at that table only', () => {
    const at = room(true);
    const [first = null, second = null] = seats(at, 'p1');
    const table = ['t1', 't2', 't3'].find((id) => id !== first && id !== second) ?? '';
    changeByHand(at, { person: 'p1', fixedAt: table });
    const host = (round: number, one: string | null) =>
      at.do({ kind: 'host', person: 'p1', round, table: one });
    const refused = { refusal: { code: 'seat fixed' } };
    expect([host(1, second), host(2, first)]).toEqual([refused, refused]);
    expect(host(1, first)).toHaveProperty('facts');
    expect(host(2, table)).toHaveProperty('facts');
    expect(at.cafe.itineraries?.['p1']).toMatchObject({
      ...{ tables: [first, table, table], hosting: [true, true, false] },
    });
  });

  it('who changes teams goes home with the new one, unless everybody is at home by then', () => {
    const at = room(true);
    const { changes } = changeByHand(at, { person: 'p1', team: 'team2' });
    expect(changes.filter(({ person, round }) => person === 'p1' && round === 3)).toEqual([
      { person: 'p1', round: 3, from: 't1', to: 't2', hosting: false },
    ]);
    expect(seats(at, 'p1')[2]).toBe('t2');
    const before = at.cafe.itineraries;
    expect(changeByHand(at, { person: 'p1', withoutPhone: true }).changes).toEqual([]);
    at.goTo(9);
    expect(changeByHand(at, { person: 'p1', team: 'team3' }).changes).toEqual([]);
    expect(at.cafe.people['p1']).toMatchObject({ team: 'team3', withoutPhone: true });
    expect(at.cafe.itineraries).toEqual(before);
  });

  it('who goes with somebody from now on sits beside them in the rounds to come', () => {
    const at = room(true);
    const hosts = at.cafe.itineraries ?? {};
    const free = Object.keys(hosts).filter((id) => hosts[id]?.hosting[1] === false);
    const [one = '', other = ''] = free;
    changeByHand(at, { person: one, goesWith: other });
    expect(seats(at, one)[1]).toBe(seats(at, other)[1]);
  });

  it('is given back with all seats by an undo', () => {
    const at = room(true);
    const before = at.cafe;
    changeByHand(at, { person: 'p1', fixedAt: 't3' });
    expect(at.cafe.people['p1']?.fixedAt).toBe('t3');
    expect(undo(at)).toHaveProperty('facts');
    expect([at.cafe.people, at.cafe.itineraries]).toEqual([before.people, before.itineraries]);
  });

  it('is not changed into somebody who goes nowhere, with nobody or to two tables', () => {
    const at = room(false);
    const no = (wish: PersonWish): unknown => changeByHand(at, wish).done;
    expect(no({ person: 'none' })).toEqual({ refusal: { code: 'no person' } });
    expect(no({ person: 'p1', goesWith: 'p1' })).toEqual({ refusal: { code: 'no person' } });
    expect(no({ person: 'p1', team: 'none' })).toEqual({ refusal: { code: 'no team' } });
    expect(no({ person: 'p1', fixedAt: 'none' })).toEqual({ refusal: { code: 'no table' } });
    changeByHand(at, { person: 'p1', fixedAt: 't1' });
    expect(no({ person: 'p2', fixedAt: 't2', goesWith: 'p1' })).toEqual({
      refusal: { code: 'torn apart' },
    });
    // Whichever of the two names the other.
    changeByHand(at, { person: 'p2', goesWith: 'p1' });
    changeByHand(at, { person: 'p1', fixedAt: null });
    changeByHand(at, { person: 'p2', fixedAt: 't2' });
    expect(no({ person: 'p1', fixedAt: 't1' })).toEqual({ refusal: { code: 'torn apart' } });
    expect(no({ person: 'p1', fixedAt: 't1', goesWith: null })).toHaveProperty('facts');
  });

  it('is not torn from others through somebody who goes with both', () => {
    const at = room(false);
    changeByHand(at, { person: 'p1', fixedAt: 't1', goesWith: 'p2' });
    changeByHand(at, { person: 'p3', fixedAt: 't2' });
    const torn = { refusal: { code: 'torn apart' } };
    expect(changeByHand(at, { person: 'p3', goesWith: 'p2' }).done).toEqual(torn);
    changeByHand(at, { person: 'p3', fixedAt: null });
    expect(changeByHand(at, { person: 'p3', goesWith: 'p2' }).done).toHaveProperty('facts');
    expect(changeByHand(at, { person: 'p3', fixedAt: 't2' }).done).toEqual(torn);
    expect(changeByHand(at, { person: 'p3', fixedAt: 't1' }).done).toHaveProperty('facts');
  });

  it('is not torn from whom they go with by an undo', () => {
    const at = room(false);
    changeByHand(at, { person: 'p1', fixedAt: 't1' });
    changeByHand(at, { person: 'p2', goesWith: 'p1' });
    changeByHand(at, { person: 'p1', fixedAt: null });
    const freed = at.cafe.factNumber;
    changeByHand(at, { person: 'p2', fixedAt: 't2' });
    expect(at.do({ kind: 'undo', fact: freed })).toEqual({ refusal: { code: 'relied on' } });
    // Nor through somebody else.
    changeByHand(at, { person: 'p3', goesWith: 'p2' });
    changeByHand(at, { person: 'p3', fixedAt: 't2' });
    changeByHand(at, { person: 'p2', fixedAt: null });
    expect(at.do({ kind: 'undo', fact: freed })).toEqual({ refusal: { code: 'relied on' } });
  });

  it('is not changed by an old preview', () => {
    const at = room(true);
    const command = {
      kind: 'changePerson',
      person: 'p1',
      fixedAt: 't3',
      preview: PREVIEW,
    } as const;
    expect(at.do(command)).toEqual({ refusal: { code: 'old preview' } });
  });
});

describe('a table by hand', () => {
  const added = { id: NEW, number: 9, place: 'by the door', chairs: 6 };
  const add = (at: Rehearsal) => addByHand(at, added);

  it('is added at once before there are seats, and taken away again', () => {
    const at = room(false);
    add(at);
    expect(at.cafe.definition.tables.at(-1)).toEqual(added);
    expect(undo(at)).toHaveProperty('facts');
    expect(at.cafe.definition.tables).toHaveLength(3);
    expect(at.cafe.activity[0]).toMatchObject({ did: 'undone', undid: { was: { number: 9 } } });
  });

  it('that is added in the day takes people in the rounds to come, and is undone with their seats', () => {
    const at = room(true);
    const before = at.cafe;
    const { changes } = add(at);
    const [deed] = at.cafe.deeds;
    expect(changes.some(({ to }) => to === NEW)).toBe(true);
    expect(changes.every(({ round }) => round > 1)).toBe(true);
    expect(deed !== undefined && canUndo(at.cafe, deed)).toBe(true);
    expect(undo(at)).toHaveProperty('facts');
    expect([at.cafe.definition, at.cafe.itineraries]).toEqual([
      before.definition,
      before.itineraries,
    ]);
  });

  it('stays once people sit at it', () => {
    const at = room(true);
    add(at);
    at.goTo(5);
    const deed = at.cafe.deeds.find(({ did }) => did === 'tableAdded');
    expect(deed !== undefined && canUndo(at.cafe, deed)).toBe(false);
  });

  it('has other words and chairs, but no number of another and no fewer chairs than people', () => {
    const at = room(true);
    const table = {
      kind: 'describeTable',
      table: 't1',
      number: 1,
      place: 'stage',
      chairs: 6,
    } as const;
    at.do(table);
    expect(at.cafe.definition.tables[0]).toMatchObject({ place: 'stage', chairs: 6 });
    expect(at.do({ ...table, number: 2 })).toEqual({ refusal: { code: 'number taken' } });
    expect(at.do({ ...table, number: 7 })).toEqual({ refusal: { code: 'number told' } });
    expect(at.do({ ...table, chairs: 1 })).toEqual({ refusal: { code: 'chairs taken' } });
  });
});

describe('a table and its team in one press', () => {
  const table = {
    kind: 'describeTable',
    table: 't1',
    number: 1,
    place: 'stage',
    chairs: 7,
  } as const;
  const named = { kind: 'nameTeam', team: 'team1', name: 'Lantern', homeTable: 't1' } as const;

  it('are one line, which one undo takes back', () => {
    const at = room(false);
    const before = at.cafe.definition;
    const lines = at.cafe.activity.length;
    at.do({ ...table, team: named });
    expect(at.cafe.activity).toHaveLength(lines + 1);
    expect(at.cafe.activity[0]).toMatchObject({
      did: 'tableDescribed',
      table: 't1',
      team: 'team1',
    });
    expect(at.cafe.definition.teams[0]?.name).toBe('Lantern');
    at.do({ kind: 'undo', fact: at.cafe.activity[0]?.number ?? 0 });
    expect(at.cafe.definition).toEqual(before);
  });

  it('stay as they were where one of them may not be so', () => {
    const at = room(false);
    const before = at.cafe;
    expect(at.do({ ...table, team: { ...named, name: 'Team 2' } })).toEqual({
      refusal: { code: 'team named' },
    });
    expect(at.do({ ...table, number: 2, team: named })).toEqual({
      refusal: { code: 'number taken' },
    });
    expect(at.cafe).toBe(before);
  });

  it('may bring a new team, which goes again with the undo', () => {
    const at = room(false);
    at.do({ kind: 'addTable', table: PREVIEW, number: 4, place: '', chairs: 6, preview: null });
    const before = at.cafe.definition;
    const team = { kind: 'addTeam', team: NEW, name: 'Lantern', homeTable: PREVIEW } as const;
    at.do({ kind: 'describeTable', table: PREVIEW, number: 4, place: 'stage', chairs: 6, team });
    expect(at.cafe.definition.teams.at(-1)).toMatchObject({ id: NEW, homeTable: PREVIEW });
    at.do({ kind: 'undo', fact: at.cafe.activity[0]?.number ?? 0 });
    expect(at.cafe.definition).toEqual(before);
  });

  it('are two lines where they are two presses, also in one moment', () => {
    const at = room(false);
    at.do(table);
    at.do(named);
    expect(at.cafe.activity.slice(0, 2).map(({ did }) => did)).toEqual([
      'teamNamed',
      'tableDescribed',
    ]);
  });
});

describe('a team by hand', () => {
  it('is added where no team is, renamed and given another table before there are seats', () => {
    const at = room(false);
    const team = { team: NEW, name: 'Lantern', homeTable: 't3' };
    expect(at.do({ kind: 'addTeam', ...team })).toEqual({ refusal: { code: 'table has team' } });
    at.do({ kind: 'addTable', table: PREVIEW, number: 4, place: '', chairs: 6, preview: null });
    at.do({ kind: 'addTeam', ...team, homeTable: PREVIEW });
    at.do({ kind: 'nameTeam', ...team, name: 'Lanterns', homeTable: PREVIEW });
    expect(at.cafe.definition.teams.at(-1)).toMatchObject({ name: 'Lanterns', homeTable: PREVIEW });
    expect(at.do({ kind: 'nameTeam', ...team, name: 'Team 1', homeTable: PREVIEW })).toEqual({
      refusal: { code: 'team named' },
    });
  });

  it('is never called as another is, whatever case, spaces, accents and unseen signs', () => {
    const at = room(false);
    const wish = { kind: 'nameTeam', team: 'team1', homeTable: 't1' } as const;
    expect(at.do({ ...wish, name: 'TEAM\u00A0\u200B2' })).toEqual({
      refusal: { code: 'team named' },
    });
    expect(at.do({ ...wish, name: 'Téam-2' })).toEqual({ refusal: { code: 'team named' } });
    at.do({ ...wish, name: 'TEAM 1' });
    expect(at.cafe.definition.teams[0]?.name).toBe('TEAM 1');
  });

  it('keeps its new name where another is called as it was', () => {
    const at = room(false);
    at.do({ kind: 'nameTeam', team: 'team1', homeTable: 't1', name: 'Lantern' });
    const renamed = at.cafe.factNumber;
    at.do({ kind: 'nameTeam', team: 'team2', homeTable: 't2', name: 'team 1' });
    expect(at.do({ kind: 'undo', fact: renamed })).toEqual({ refusal: { code: 'relied on' } });
  });

  it('keeps its table once people are seated', () => {
    const at = room(true);
    at.do({ kind: 'addTable', table: NEW, number: 4, place: '', chairs: 6, preview: null });
    const name = { kind: 'nameTeam', team: 'team1', name: 'First', homeTable: 't1' } as const;
    expect(at.do(name)).toHaveProperty('facts');
    expect(at.do({ ...name, homeTable: 't2' })).toEqual({ refusal: { code: 'table has team' } });
  });

  it('is removed while nobody of it is here; who was listed stays, and an undo brings all back', () => {
    const at = new Rehearsal(undefined, [
      {
        ...{ id: 'ada', name: 'Ada', team: 'team3', withoutPhone: true },
        ...{ fixedAt: null, goesWith: null },
      },
    ]);
    at.next();
    at.join('Ben', 'team1');
    const { teams } = at.cafe.definition;
    expect(at.do({ kind: 'removeTeam', team: 'team1' })).toEqual({
      refusal: { code: 'team here' },
    });
    at.do({ kind: 'removeTeam', team: 'team3' });
    expect(at.cafe.definition.teams.map(({ id }) => id)).toEqual(['team1', 'team2']);
    expect(at.cafe.people['ada']?.team).toBeNull();
    expect(undo(at)).toHaveProperty('facts');
    expect(at.cafe.definition.teams).toEqual(teams);
    expect(at.cafe.people['ada']?.team).toBe('team3');
  });
});
