import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutUnseen } from './unseen.ts';

it('signs that nobody sees are left out', () => {
  for (const text of [
    'O\u200Bak\u200C W\u200Dard\uFEFF',
    '\u202AOak\u00AD Ward\u202C\u200E',
    'Oak\u2060 Ward\u3164\u115F',
    '\u0007Oak\u0085 Ward\uFE0F',
    'Oak \u{E0061}Ward',
    '\u200D\u200COak Ward',
  ]) {
    expect(withoutUnseen(text)).toBe('Oak Ward');
  }
});

it('what joins or parts the letters of a script, and what makes a picture, stays', () => {
  for (const text of [
    'خانه\u200Cهای نو',
    'മോഹന്\u200D',
    'শ্র\u200D্যা',
    '葛\u{E0100}城',
    '👩🏽\u200D⚕\uFE0F 🏳\uFE0F\u200D🌈',
    '1\uFE0F\u20E3 ❤\uFE0F',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  ]) {
    expect(withoutUnseen(text)).toBe(text);
  }
});

it('twice is no more than once, and what is seen stays', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, (given) => {
      const once = withoutUnseen(given);
      expect(withoutUnseen(once)).toBe(once);
      const seen = (all: string) => all.replace(/[\p{Default_Ignorable_Code_Point}\p{C}]/gu, '');
      expect(seen(once)).toBe(seen(given));
    }),
  );
});
