import { expect, it } from 'vitest';
import phone from '../words/en/phone.ts';
import { pastStrip } from './past-strip.ts';

const TO_TABLE = { toTable: true, title: '' };
const TO_COFFEE = { toTable: false, title: 'Coffee until 11:00' };
const TO_NOTHING = { toTable: false, title: '' };

it('names the next table with the bell, and in the round that has begun there', () => {
  expect(pastStrip(TO_TABLE, 12, false, phone)).toBe('Finish your sentence. Next: table 12');
  expect(pastStrip(null, 12, false, phone)).toBe('Next: table 12');
});

it('names what comes for all, and no table', () => {
  expect(pastStrip(TO_COFFEE, 12, false, phone)).toBe(
    'Finish your sentence. Next: Coffee until 11:00',
  );
  expect(pastStrip(TO_NOTHING, 12, false, phone)).toBe('Finish your sentence.');
});

it('hurries nobody while the café stands', () => {
  expect(pastStrip(TO_TABLE, 12, true, phone)).toBe('Next: table 12');
  expect(pastStrip(TO_COFFEE, null, true, phone)).toBe('Next: Coffee until 11:00');
  expect(pastStrip(TO_NOTHING, null, true, phone)).toBe('');
  expect(pastStrip(null, null, true, phone)).toBe('');
});

it('says only to finish where no table is known', () => {
  expect(pastStrip(TO_TABLE, null, false, phone)).toBe('Finish your sentence.');
});
