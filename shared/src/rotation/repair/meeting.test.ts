import { expect, test } from 'vitest';
import { NOWHERE } from '../model.ts';
import { seeded } from '../random.ts';
import { meeting } from './meeting.ts';

/** The places of the ring that a place is on, none where it is on none. */
function ringAt(from: Int32Array, place: number): number[] {
  const places = [place];
  for (let at = from[place]!; at !== place; at = from[at]!) {
    if (at === NOWHERE || places.includes(at)) return [];
    places.push(at);
  }
  return places;
}

test('finds a place on a ring where there is one, as long as a way begins on each', () => {
  const seen = { ring: 0, none: 0 };
  for (let seed = 1; seed <= 400; seed += 1) {
    const random = seeded(Math.imul(seed, 0x9e3779b1));
    const count = 1 + random.below(9);
    const from = Int32Array.from({ length: count }, () => {
      const place = random.below(count + 3);
      return place < count ? place : NOWHERE;
    });
    const onRings = [...from.keys()].filter((place) => ringAt(from, place).length > 0);
    const isBegun = new Uint8Array(count).map(() => random.below(2));
    for (const place of onRings) isBegun[Math.min(...ringAt(from, place))] = 1;
    const walk = new Int32Array(count);
    for (const starts of [isBegun, new Uint8Array(count).fill(1)]) {
      const met = meeting(from, walk, starts);
      if (onRings.length === 0) expect(met, `seed ${seed}`).toBe(NOWHERE);
      else expect(onRings, `seed ${seed}`).toContain(met);
    }
    seen[onRings.length === 0 ? 'none' : 'ring'] += 1;
  }
  expect(Math.min(seen.ring, seen.none)).toBeGreaterThan(50);
});

test('leaves out a ring that no way begins on', () => {
  const from = Int32Array.of(1, 0, NOWHERE);
  expect(meeting(from, new Int32Array(3), Uint8Array.of(0, 0, 1))).toBe(NOWHERE);
});
