import { describe, expect, it } from 'vitest';
import { Rehearsal, smallDefinition, smallProgramme } from './fixture.ts';
import { ownDay } from './own-day.ts';
import { instanceOf } from './rotation.ts';
import { slice } from './slice.ts';

/** Four rounds at three tables: one cannot have another table every round. */
function crowded(): Rehearsal {
  const [doors, welcome] = smallProgramme;
  if (doors === undefined || welcome === undefined) throw new Error('no programme');
  const programme = [
    doors,
    welcome,
    ...[1, 2, 3, 4].flatMap((round) => [
      { kind: 'move' as const, minutes: 2, round },
      {
        ...{ kind: 'round' as const, minutes: 10, round },
        beats: [{ kind: 'talk' as const, minutes: 10 }],
      },
    ]),
    { kind: 'feedback' as const, minutes: 5, title: 'Thanks' },
  ];
  const room = new Rehearsal(smallDefinition({ programme, hostsPerTable: 0, teams: [] }));
  room.next();
  for (let n = 0; n < 12; n += 1) room.join(`Person ${String(n)}`, null);
  return room;
}

describe('what seats are to bring first', () => {
  it('is other tables until somebody chooses, and listed', () => {
    const room = crowded();
    expect(instanceOf(room.cafe).objective).toEqual({ avoidHome: true });
    expect(room.do({ kind: 'chooseSeating', first: 'tables' })).toEqual({ facts: [] });
    room.do({ kind: 'chooseSeating', first: 'people' });
    expect(instanceOf(room.cafe).objective).toEqual({ avoidHome: true, tables: false });
    expect(room.cafe.activity[0]).toMatchObject({ did: 'seatingChosen', first: 'people' });
    expect(slice(room.cafe, 'facilitators')).toMatchObject([{ view: { seatFirst: 'people' } }]);
    room.do({ kind: 'chooseSeating', first: 'tables' });
    expect(instanceOf(room.cafe).objective).toEqual({ avoidHome: true });
  });

  it('is a facilitator’s to choose, until there are seats', () => {
    const room = crowded();
    const choose = { kind: 'chooseSeating' as const, first: 'people' as const };
    expect(room.do(choose, { role: 'person', person: 'p1' })).toEqual({
      refusal: { code: 'not allowed' },
    });
    room.goTo(2);
    expect(room.do(choose)).toEqual({ refusal: { code: 'plan made' } });
  });

  it('is heeded in the plan and told honestly: tables that are repeated are counted either way', () => {
    const [tables, people] = (['tables', 'people'] as const).map((first) => {
      const room = crowded();
      room.do({ kind: 'chooseSeating', first });
      room.goTo(2);
      return room.cafe;
    });
    expect(tables?.quality?.tableRepeats).toBe(12);
    expect(tables?.quality?.tableRepeatsBound).toBe(12);
    expect(people?.quality?.tableRepeats).toBeGreaterThanOrEqual(12);
    expect(people?.quality?.tableRepeatsBound).toBeUndefined();
    expect(people?.quality?.waste).toBeLessThanOrEqual(tables?.quality?.waste ?? 0);
  });

  it('is heeded for late comers: somebody new rather than somewhere new', () => {
    for (const first of ['tables', 'people'] as const) {
      const room = crowded();
      room.do({ kind: 'chooseSeating', first });
      room.goTo(3);
      room.join('Late', null);
      const seats = room.cafe.itineraries?.['p13']?.tables ?? [];
      expect(seats).toHaveLength(4);
      expect(seats.every((seat) => seat !== null)).toBe(true);
      if (first === 'tables') expect(new Set(seats.slice(0, 3)).size).toBe(3);
    }
  });
});

describe('what one’s visits come to', () => {
  it('counts tables and people, without team-mates and whoever goes with one', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(9);
    expect(ownDay(room.cafe, 'p1')).toBeNull();
    room.goTo(3);
    const { itineraries, people } = room.cafe;
    for (const id of Object.keys(people)) {
      const own = itineraries?.[id]?.tables.slice(0, 2) ?? [];
      const times = new Map<string, number>();
      for (const [i, table] of own.entries()) {
        for (const [other, { tables }] of Object.entries(itineraries ?? {})) {
          if (other === id || people[other]?.team === people[id]?.team) continue;
          if (tables[i] === table) times.set(other, (times.get(other) ?? 0) + 1);
        }
      }
      expect(ownDay(room.cafe, id)).toEqual({
        tables: new Set(own).size,
        newPeople: times.size,
        twice: [...times.values()].filter((n) => n > 1).length,
      });
    }
    expect(ownDay(room.cafe, 'nobody')).toBeNull();
    expect(slice(room.cafe, 'person:p1')).toMatchObject([{ view: { day: { tables: 2 } } }]);
  });

  it('leaves aside who has left', () => {
    const room = new Rehearsal();
    room.next();
    room.fill(9);
    room.goTo(3);
    const before = ownDay(room.cafe, 'p1')?.newPeople ?? 0;
    for (const id of Object.keys(room.cafe.people)) {
      if (id !== 'p1') room.do({ kind: 'depart', person: id });
    }
    expect(before).toBeGreaterThan(0);
    expect(ownDay(room.cafe, 'p1')).toMatchObject({ newPeople: 0, twice: 0 });
  });
});
