import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterPlan } from '../rotation/index.ts';
import { smallProgramme } from './fixture.ts';
import { letterSheets } from './letters.ts';

const room = (tables: number, hosts: number, teams: number) => ({
  hostsPerTable: hosts,
  programme: smallProgramme,
  tables: Array.from({ length: tables }, (_, i) => ({
    ...{ id: `t${i}`, number: 2 * i + 1, place: '', chairs: 5 },
  })),
  teams: Array.from({ length: teams }, (_, i) => ({
    ...{ id: `a${i}`, name: `A${i}`, topic: '', question: '', homeTable: `t${i}` },
  })),
});

describe('letters for paper', () => {
  it('leave two of each team of five or six in every round, and everybody’s turn comes', () => {
    const one = room(20, 2, 20);
    const sizes = new Map(one.tables.map(({ id }, i) => [id, i < 14 ? 5 : 6]));
    const sheets = letterSheets(one, sizes) ?? [];
    expect(sheets).toHaveLength(20);
    for (const { rows } of sheets) {
      for (const round of [0, 1]) {
        expect(rows.filter(({ seats }) => seats[round]?.isHost)).toHaveLength(2);
      }
      const turns = rows.map(({ seats }) => seats.filter(({ isHost }) => isHost).length);
      expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
    }
  });

  it('leave no more than half of a team, so that everybody’s turn to visit comes', () => {
    for (const size of [1, 2, 3]) {
      const one = room(5, 2, 5);
      const sheets = letterSheets(one, new Map(one.tables.map(({ id }) => [id, size]))) ?? [];
      const hosts = sheets.flatMap(({ rows }) =>
        [0, 1].map((round) => rows.filter(({ seats }) => seats[round]?.isHost).length),
      );
      expect(hosts).toEqual(Array<number>(10).fill(1));
      for (const { seats } of sheets.flatMap(({ rows }) => rows)) {
        expect(seats.some(({ isHost }) => !isHost)).toBe(size > 1);
      }
    }
  });

  it('send nobody back to a table, nor to their own, and nobody outside the room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 30 }),
        fc.integer({ min: 0, max: 2 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (tables, hosts, isOfTeams, size) => {
          const one = room(tables, hosts, isOfTeams ? tables : 0);
          const sheets = letterSheets(one, new Map(one.tables.map(({ id }) => [id, size])));
          expect(sheets).toHaveLength(tables);
          const numbers = new Set(one.tables.map(({ number }) => number));
          for (const { number, rows } of sheets ?? []) {
            expect(rows).toHaveLength(size);
            for (const row of rows) {
              const hosted = row.seats.filter(({ isHost }) => isHost);
              expect(hosted.every(({ table }) => table === number)).toBe(true);
              const visited = row.seats.filter(({ isHost }) => !isHost);
              const seen = visited.map(({ table }) => table);
              expect(new Set(seen).size).toBe(seen.length);
              expect(seen.every((at) => numbers.has(at))).toBe(true);
              if (isOfTeams) expect(seen).not.toContain(number);
              else expect(seen[0]).toBe(number);
            }
          }
        },
      ),
    );
  });

  it('are the letter plan: each letter moves on by its own number of tables from where it began', () => {
    for (const isOfTeams of [true, false]) {
      const one = room(11, isOfTeams ? 1 : 0, isOfTeams ? 11 : 0);
      const ring = one.tables.map(({ number }) => number);
      const shifts = letterPlan(11, 3, isOfTeams ? 3 : 2)?.shifts ?? [];
      const sheets = letterSheets(one, new Map(one.tables.map(({ id }) => [id, 3]))) ?? [];
      for (const [place, { number, rows }] of sheets.entries()) {
        for (const [i, { seats }] of rows.entries()) {
          for (const [round, { table, isHost }] of seats.entries()) {
            const moves = isOfTeams ? round + 1 : round;
            const there = ring[(place + moves * (shifts[i] ?? 0)) % ring.length];
            expect(table).toBe(isHost ? number : there);
          }
        }
      }
    }
  });

  it('let nobody meet twice who only visits, where there are tables enough', () => {
    const one = room(11, 0, 11);
    const sheets = letterSheets(one, new Map(one.tables.map(({ id }) => [id, 3]))) ?? [];
    const met = new Map<string, number>();
    const people = sheets.flatMap(({ number, rows }) =>
      rows.map(({ letter, seats }) => ({ name: `${letter}${String(number)}`, seats })),
    );
    for (const a of people) {
      for (const b of people) {
        const together = a.seats.filter(({ table }, i) => table === b.seats[i]?.table).length;
        if (a !== b) met.set(`${a.name} ${b.name}`, together);
      }
    }
    expect(Math.max(...met.values())).toBe(1);
  });

  it('lead nobody to a table that is closed', () => {
    const one = room(20, 2, 0);
    const tables = one.tables.map((table, i) => (i === 4 ? { ...table, closed: '' } : table));
    const sheets = letterSheets({ ...one, tables }, new Map()) ?? [];
    expect(sheets).toHaveLength(19);
    const sent = sheets.flatMap(({ rows }) =>
      rows.flatMap(({ seats }) => seats.map(({ table }) => table)),
    );
    expect(sent).not.toContain(9);
  });

  it('are none where there are too few tables to go round', () => {
    expect(letterSheets(room(2, 0, 2), new Map())).toBeNull();
  });
});
