import { describe, expect, expectTypeOf, it } from 'vitest';
import { deletedVocabulary } from './deleted.ts';
import { deviceVocabulary } from './device.ts';
import { doorVocabulary } from './door.ts';
import { facilitateVocabulary } from './facilitate.ts';
import { laterVocabulary } from './later.ts';
import { phoneVocabulary } from './phone.ts';
import type { PhoneWords } from './phone.ts';
import { screenVocabulary } from './screen.ts';
import { teamVocabulary } from './team.ts';
import { LANGUAGES, pickLanguage, speak } from './words.ts';
import type { LanguageCode } from './words.ts';

type Leaf = string | ((...given: never[]) => string);
interface Tree {
  [key: string]: Leaf | Tree;
}

/** Every sentence by its path; functions are asked with 2 for everything. */
function sentences(tree: Tree, path = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(tree)) {
    const here = `${path}${key}`;
    if (typeof value === 'string') found[here] = value;
    else if (typeof value === 'function')
      found[here] = (value as (...given: number[]) => string)(
        ...Array<number>(value.length).fill(2),
      );
    else Object.assign(found, sentences(value, `${here}.`));
  }
  return found;
}

/** A language nobody speaks, of the same shape: "[Sávéd~]". */
function pseudo<Words extends Tree>(tree: Words): Words {
  const strange = (text: string) => `[${text.replace(/[aeiou]/gu, (vowel) => `${vowel}\u0301`)}~]`;
  const entries = Object.entries(tree).map(([key, value]): [string, Leaf | Tree] => {
    if (typeof value === 'string') return [key, strange(value)];
    if (typeof value !== 'function') return [key, pseudo(value)];
    const inner = value as (...given: unknown[]) => string;
    const outer = (...given: unknown[]) => strange(inner(...given));
    return [key, Object.defineProperty(outer, 'length', { value: value.length })];
  });
  return Object.fromEntries(entries) as Words;
}

const pages = {
  deleted: deletedVocabulary,
  device: deviceVocabulary,
  door: doorVocabulary,
  phone: phoneVocabulary,
  later: laterVocabulary,
  facilitate: facilitateVocabulary,
  screen: screenVocabulary,
  team: teamVocabulary,
};
const codes = Object.keys(LANGUAGES) as LanguageCode[];

describe.each(Object.entries(pages))('the words of the %s page', (_, vocabulary) => {
  it.each(codes)('are whole and have no empty sentence in %s', async (code) => {
    const english = sentences(await vocabulary.en());
    const all = sentences(await vocabulary[code]());
    expect(Object.keys(all).sort()).toEqual(Object.keys(english).sort());
    for (const [path, text] of Object.entries(all)) expect(text.trim(), path).not.toBe('');
  });

  it('all pass through a language of the same shape', async () => {
    const english = await vocabulary.en();
    const strange = sentences(pseudo(english as Tree));
    expect(Object.keys(strange)).toEqual(Object.keys(sentences(english)));
    for (const [path, text] of Object.entries(strange)) expect(text, path).toMatch(/^\[.+~\]$/su);
  });

  it('never call people users or guests by that word, nor anything an error', async () => {
    const { 'make.fillGuests': _simulated, ...all } = sentences(await vocabulary.en());
    for (const [path, text] of Object.entries(all)) {
      expect(text, path).not.toMatch(/\b(user|guest|participant|error|invalid|failed)/iu);
    }
  });
});

it('the document is told language and direction', async () => {
  const root = { lang: '', dir: '' };
  const words = await speak(phoneVocabulary, 'en', root);
  expectTypeOf(words).toEqualTypeOf<PhoneWords>();
  expect(root).toEqual({ lang: 'en', dir: 'ltr' });
});

it('a person hears the first language they prefer that we speak', () => {
  expect(pickLanguage(['xx-YY', 'EN-gb'])).toBe('en');
  expect(pickLanguage(['constructor'])).toBe('en');
  expect(pickLanguage([])).toBe('en');
});
