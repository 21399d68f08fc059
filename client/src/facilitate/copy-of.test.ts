import { checkFounding, replay } from '@tablecloth/shared/cafe';
import { wholeCafe } from '@tablecloth/shared/harvest';
import { sampleCafe } from '@tablecloth/shared/sample';
import { describe, expect, it } from 'vitest';
import { copyOf } from './copy-of.ts';

const sample = sampleCafe(1_000);
const facts = [
  { kind: 'cafeMade' as const, definition: sample.definition },
  ...sample.people.map(({ id, name: _name, ...listed }) => ({
    ...{ kind: 'personListed' as const, person: id },
    ...listed,
  })),
  { kind: 'tableClosed' as const, table: 't3', reason: 'No host' },
];
const names = Object.fromEntries(sample.people.map(({ id, name }) => [id, name]));
const by = { role: 'clock' } as const;
const cafe = replay(
  'c',
  facts.map((body, i) => ({ number: i + 1, at: 1, by, body })),
  names,
);
const whole = wholeCafe(cafe, [], 2_000);

describe('a copy of a café', () => {
  it('is the same plan under another title, all tables open, and nobody in it', () => {
    const copy = copyOf(whole, { title: 'Next year', opensAt: null, withPeople: false, pace: 1 });
    expect(checkFounding(copy)).toEqual([]);
    expect(copy).toEqual({
      definition: { ...sample.definition, title: 'Next year', opensAt: null },
      people: [],
    });
  });

  it('goes on the day and at the pace that are wished, however fast it was tried out', () => {
    const tried = { ...whole, definition: { ...whole.definition, pace: 10 } };
    for (const pace of [1, 30]) {
      const copy = copyOf(tried, { title: 'On Friday', opensAt: 9_000, withPeople: true, pace });
      expect(checkFounding(copy)).toEqual([]);
      expect(copy.definition).toMatchObject({ pace, opensAt: 9_000 });
    }
  });

  it('takes its people along where that is wished, with pairs and seats that are fixed', () => {
    const copy = copyOf(whole, {
      title: 'x'.repeat(130),
      opensAt: null,
      withPeople: true,
      pace: 1,
    });
    expect(checkFounding(copy)).toEqual([]);
    expect(copy.people).toEqual(sample.people);
    expect(copy.definition.title).toHaveLength(120);
  });
});
