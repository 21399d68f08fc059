import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { nameText } from './text.ts';
import { tidyName } from './tidy-name.ts';

it('a name is kept as one line of what is seen of it', () => {
  expect(tidyName(' Zoe\u0308\n \u200BO\u00ADak\u2800Ward\uFEFF ')).toBe('Zo\u00EB Oak Ward');
  expect(tidyName('مه\u200Cسا 👩🏽\u200D⚕\uFE0F')).toBe('مه\u200Cسا 👩🏽\u200D⚕\uFE0F');
});

it('a tidy name stays as it is', () => {
  expect(tidyName('e\u200B\u0301')).toBe('\u00E9');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      expect(tidyName(tidyName(typed))).toBe(tidyName(typed));
    }),
  );
});

it('a name of which nothing is seen is none', () => {
  for (const typed of [
    '',
    '\u200B',
    ' \u200D\uFEFF',
    '\u2800',
    '\u3164\u202E',
    '\u00AD\n',
    '\u{E0001}',
  ]) {
    expect(tidyName(typed)).toBe('');
    expect(v.safeParse(nameText(60), typed).issues?.[0].type).toBe('min_length');
  }
});

it('what is left out of a name does not count, within reason', () => {
  const sixty = 'a'.repeat(60);
  expect(v.parse(nameText(60), `\u200B${sixty}\u200B`)).toBe(sixty);
  expect(v.safeParse(nameText(60), `${sixty}b`).success).toBe(false);
  const endless = `${sixty}${'\u200B'.repeat(LIMITS.typedNameCharsMax)}`;
  expect(v.safeParse(nameText(60), endless).issues?.[0].type).toBe('max_length');
});
