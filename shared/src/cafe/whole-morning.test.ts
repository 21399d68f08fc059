/** Three rounds of hosting and visiting, planned as on the day, with those who stay away and come late. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoPlan, planning } from '../rotation/index.ts';
import { ahead } from './ahead-fixture.ts';
import { rotationNeeded } from './decide.ts';
import type { Listed } from './definition.ts';
import { MINUTE, Rehearsal, facilitator, smallDefinition, smallProgramme } from './fixture.ts';
import type { Step } from './programme.ts';
import { seedOfCafe } from './rotation.ts';

const ROUNDS = 3;
const MOVE = 2;
const ROUND_TWO = 6;
/** Enough for these rooms to have no repeated table; the thread has about as much. */
const PLANNER_STEPS = 30;

const programme: Step[] = [
  ...smallProgramme.slice(0, 8),
  { kind: 'move', minutes: 2, round: 3 },
  {
    ...{ kind: 'round', minutes: 15, round: 3 },
    beats: [
      { kind: 'story', minutes: 5 },
      { kind: 'talk', minutes: 7 },
      { kind: 'write', minutes: 3 },
    ],
  },
  { kind: 'grace', minutes: 1, round: 3 },
  { kind: 'home', minutes: 15, round: 4 },
  { kind: 'feedback', minutes: 10, title: 'Thank you' },
];

/** Teams of these sizes, each with a table; everybody is listed and nobody here yet. */
function morning(sizes: readonly number[], hosts: number): Rehearsal {
  const tables = sizes.map((_, i) => ({
    ...{ id: `t${i + 1}`, number: i + 1, place: '', chairs: 8 },
  }));
  const teams = sizes.map((_, i) => ({
    ...{
      id: `team${i + 1}`,
      name: `Team ${i + 1}`,
      topic: '',
      question: '',
      homeTable: `t${i + 1}`,
    },
  }));
  const people = sizes.flatMap((size, i) =>
    Array.from({ length: size }, (_, n): Listed => {
      const id = `p${i + 1}-${n + 1}`;
      const none = { withoutPhone: false, fixedAt: null, goesWith: null };
      return { id, name: id, team: `team${i + 1}`, ...none };
    }),
  );
  return new Rehearsal(smallDefinition({ programme, tables, teams, hostsPerTable: hosts }), people);
}

/** Presses until the step at `index`, with the planner where seats are needed. */
function goTo(room: Rehearsal, index: number): void {
  for (;;) {
    const { stage, phase } = room.cafe;
    if (stage.at === 'step' && stage.index === index) return;
    const next = { kind: 'next', phase } as const;
    const instance = rotationNeeded(room.cafe, next, room.now);
    if (instance === null) {
      room.do(next);
      continue;
    }
    const begun = planning(instance, seedOfCafe(room.cafe), false);
    if (isNoPlan(begun)) throw new Error('there is no plan');
    for (let step = 0; step < PLANNER_STEPS && begun.step(); step += 1);
    room.do(next, facilitator, { instance, planned: begun.result() });
  }
}

interface Visits {
  id: string;
  visited: string[];
  hosted: number;
}

/** What everybody who is here visits and how often they host. */
function visitsOf({ cafe }: Rehearsal): Visits[] {
  return Object.entries(cafe.itineraries ?? {})
    .filter(([id]) => cafe.people[id]?.here === true)
    .map(([id, { tables, hosting }]) => ({
      id,
      visited: tables
        .slice(0, ROUNDS)
        .filter((table, i) => table !== null && !hosting[i]) as string[],
      hosted: hosting.filter(Boolean).length,
    }));
}

/** Who comes to a table twice, or visits their own team's. */
function astray(room: Rehearsal): Visits[] {
  const { people, definition } = room.cafe;
  return visitsOf(room).filter(({ id, visited }) => {
    const own = definition.teams.find((team) => team.id === people[id]?.team)?.homeTable;
    return new Set(visited).size < visited.length || (own !== undefined && visited.includes(own));
  });
}

describe('a morning of teams', () => {
  it('in teams of six everybody hosts once and visits two tables, never their own', () => {
    for (const tables of [5, 12]) {
      const room = morning(Array<number>(tables).fill(6), 2);
      room.next();
      for (const person of Object.keys(room.cafe.people)) room.do({ kind: 'checkIn', person });
      goTo(room, MOVE);
      const visits = visitsOf(room);
      expect(visits).toHaveLength(tables * 6);
      expect(visits.filter(({ hosted, visited }) => hosted !== 1 || visited.length !== 2)).toEqual(
        [],
      );
      expect(astray(room)).toEqual([]);
    }
  });

  it('with two and more of a team here everybody visits, and one alone hosts all day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 9 }),
        fc.constantFrom(1, 2, 3),
        fc.boolean(),
        (here, hosts, isAhead) => {
          const room = morning(
            here.map(() => 5),
            hosts,
          );
          if (isAhead) ahead(room);
          room.next();
          const people = here.flatMap((count, team) =>
            Array.from({ length: count }, (_, i) => `p${String(team + 1)}-${String(i + 1)}`),
          );
          for (const person of people) room.do({ kind: 'checkIn', person });
          goTo(room, MOVE);
          expect(astray(room)).toEqual([]);
          for (const { id, visited, hosted } of visitsOf(room)) {
            const count = here[Number(/\d+/u.exec(id)?.[0]) - 1];
            expect(visited.length + hosted, id).toBe(ROUNDS);
            if (count !== 1) expect(visited.length, id).toBeGreaterThan(0);
            else if (!isAhead) expect(hosted, id).toBe(ROUNDS);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('seats who comes late at a table with a host', () => {
    const room = morning([5, 5, 5, 5, 5, 5], 2);
    room.next();
    // The last table has nobody of its team.
    for (const person of Object.keys(room.cafe.people)) {
      if (!person.startsWith('p6')) room.do({ kind: 'checkIn', person });
    }
    goTo(room, ROUND_TWO);
    for (let i = 0; i < 6; i += 1) {
      room.join(`Late ${String(i)}`, i < 3 ? null : 'team1', 'new');
    }
    const late = Object.values(room.cafe.people).filter(({ id }) => /^p\d+$/u.test(id));
    expect(late).toHaveLength(6);
    for (const { id } of late) {
      const { tables = [] } = room.cafe.itineraries?.[id] ?? {};
      expect(tables.slice(1, 3)).toEqual([expect.any(String), expect.any(String)]);
      expect(tables).not.toContain('t6');
    }
  });

  it('survives no-shows and late comers: no table twice, and nobody told is moved', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 4, max: 6 }), { minLength: 8, maxLength: 14 }),
        fc.integer({ min: 1, max: 2 }),
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 0, max: 14 }),
        (sizes, hosts, dice, minutesIn) => {
          const room = morning(sizes, hosts);
          room.next();
          const listed = Object.keys(room.cafe.people);
          const away = new Set(
            listed
              .map((id) => ({ id, dice: Number(dice.next().value) }))
              .sort((a, b) => a.dice - b.dice)
              .slice(0, Math.round(listed.length * 0.3))
              .map(({ id }) => id),
          );
          for (const person of listed) {
            if (!away.has(person)) room.do({ kind: 'checkIn', person });
          }
          goTo(room, MOVE);
          expect(astray(room)).toEqual([]);

          goTo(room, ROUND_TWO);
          room.wait(minutesIn * MINUTE);
          const told = structuredClone(room.cafe.itineraries ?? {});
          const late = [...away].slice(0, 5);
          for (const person of late) room.do({ kind: 'checkIn', person });
          for (let i = late.length; i < 10; i += 1) {
            room.join(`Late ${i}`, `team${1 + (i % sizes.length)}`, 'new');
          }
          expect(room.cafe.itineraries).toMatchObject(told);
          expect(Object.keys(room.cafe.itineraries ?? {})).toHaveLength(
            Object.keys(told).length + 10,
          );
          expect(astray(room)).toEqual([]);
          // With less than five minutes left they sit from the next round on.
          const firstRound = 15 - minutesIn < 5 ? 3 : 2;
          for (const id of late) {
            const seats = room.cafe.itineraries?.[id]?.tables ?? [];
            expect(seats.findIndex((table) => table !== null) + 1).toBe(firstRound);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});
