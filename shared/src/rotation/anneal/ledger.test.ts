import { describe, expect, it } from 'vitest';
import { anyInstance } from '../fixture.ts';
import { isNoPlan, modelOf, NOWHERE } from '../model.ts';
import { seeded } from '../random.ts';
import { Seats } from '../seats.ts';
import { start } from '../start.ts';
import { Bench } from './bench.ts';
import { exchange } from './exchange.ts';
import { Ledger } from './ledger.ts';
import { LINKS_MAX, reverseChain } from './chain.ts';

function anyBench(seed: number): Bench | null {
  const model = modelOf(anyInstance(seed, { people: 16, tables: 5, rounds: 5 }));
  if (isNoPlan(model)) return null;
  const seats = start(model, seeded(seed));
  return isNoPlan(seats) ? null : new Bench(seats, LINKS_MAX);
}

/** The same rotation, counted anew. */
function counted({ model, at }: Ledger): Seats {
  const { rounds, people, units, unitAt } = model;
  const places = new Int32Array(rounds * units).fill(NOWHERE);
  for (const [cell, unit] of unitAt.entries()) {
    if (unit !== NOWHERE) places[Math.floor(cell / people) * units + unit] = at[cell]!;
  }
  return Seats.of(model, places);
}

/** The prices of those who are here. */
function pricesOf({ model, price }: Ledger): number[] {
  const { rounds, firstRound, people, tables, unitAt } = model;
  const prices: number[] = [];
  for (let round = firstRound; round < rounds; round += 1) {
    for (let table = 0; table < tables; table += 1) {
      for (let person = 0; person < people; person += 1) {
        if (unitAt[round * people + person] === NOWHERE) continue;
        prices.push(price[(round * tables + table) * people + person]!);
      }
    }
  }
  return prices;
}

function energyOf(seats: Seats, repeatWeight: number): number {
  const { tableRepeats, imbalance, waste, changed } = seats;
  return tableRepeats * repeatWeight + imbalance * 16 + waste + changed;
}

describe('the ledger', () => {
  it('keeps counts and prices true, whatever moves', () => {
    let looked = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const bench = anyBench(seed);
      if (bench === null || bench.openRounds.length === 0) continue;
      looked += 1;
      const { ledger } = bench;
      const random = seeded(seed);
      bench.odds = 40_000;
      ledger.repeatWeight = 3;
      for (let move = 0; move < 400; move += 1) {
        const round = bench.openRounds[random.below(bench.openRounds.length)]!;
        const other = bench.openRounds[random.below(bench.openRounds.length)]!;
        const isChain = other !== round && random.below(3) === 0;
        const before = energyOf(counted(ledger), 3);
        const change = isChain
          ? reverseChain(bench, random, round, other)
          : exchange(bench, random, round);
        expect(energyOf(counted(ledger), 3) - before, `seed ${seed}`).toBe(change);
      }
      const anew = counted(ledger);
      const { tableRepeats, imbalance, waste, meetings, changed } = anew;
      expect(ledger, `seed ${seed}`).toMatchObject({
        tableRepeats,
        imbalance,
        waste,
        meetings,
        changed,
      });
      const fresh = new Ledger(anew);
      fresh.repeatWeight = 3;
      expect(pricesOf(ledger), `seed ${seed}`).toEqual(pricesOf(fresh));
    }
    expect(looked).toBeGreaterThan(40);
  });
});
