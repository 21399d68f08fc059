import {
  words as packWords,
  type PackCard,
  type PartName,
  type TeamPack,
} from '@tablecloth/shared/harvest';
import type { ViewOf } from './connection.ts';
import type { Findings } from './findings.ts';
import { isSplit, wordsIn, type Words } from './words.ts';

/** What a page of a pack has of notes, and of words added after it was locked. */
interface PackText {
  part: PartName;
  page: string;
  text: string;
  added: string;
}

/**
 * Looks for every word of a team's own table in its pack, and at every word there: once, on the page
 * where it was written, in the part that page belongs to.
 */
export function judgePack(
  pack: TeamPack,
  cafe: Pick<ViewOf<'cafe'>, 'tables' | 'programme'>,
  words: Words,
  findings: Findings,
): void {
  const idOf = new Map(cafe.tables.map(({ id, number }) => [number, id]));
  const home = cafe.programme.find(({ kind }) => kind === 'home');
  const texts = pack.parts.flatMap(({ part, pages }) =>
    pages.map(({ table, round, cards, addedLater }): PackText => {
      const page = `${idOf.get(table) ?? ''}.${String(round)}`;
      const isHome = home?.kind === 'home' && home.round === round;
      const own = table === pack.team.table;
      const right = own ? (isHome ? 'next step' : 'told') : 'brought back';
      if (part !== right) {
        findings.add('word in a wrong place', `${page} in “${part}” of ${pack.team.name}`);
      }
      const later = (card: PackCard) => card.addedLater;
      return {
        part,
        page,
        text: cards.map(({ text }) => text).join('\n'),
        added: [...cards.flatMap(later), ...addedLater].map(({ text }) => text).join('\n'),
      };
    }),
  );
  const seen = new Set<string>();
  for (const { page, text, added } of texts) {
    for (const found of wordsIn(`${text}\n${added}`)) {
      const word = words.get(found);
      if (word !== null && (word.page !== page || seen.has(found))) {
        findings.add('word in a wrong place', `“${found}” in the pack of ${pack.team.name}`);
      }
      seen.add(found);
    }
  }
  const own = texts.filter(({ part }) => part !== 'brought back');
  for (const word of words.all) {
    const at = own.find(({ page }) => page === word.page);
    if (word.deleted !== 'no' || at === undefined || seen.has(word.text)) continue;
    if (!isSplit(word.text, at.text, at.added)) {
      findings.add('word missing', `“${word.text}” in the pack of ${pack.team.name}`);
    }
  }
}

/** The documents a team's notes are also taken home as. */
export const DOCUMENTS = ['html', 'md', 'txt', 'csv'] as const;

const HEADINGS: Record<PartName, string> = {
  'next step': packWords.nextStep,
  told: packWords.told,
  'brought back': packWords.brought,
};

/** Compares a document with the pack it was written from: the same words, each in the same part. */
export function judgeDocument(
  pack: TeamPack,
  kind: (typeof DOCUMENTS)[number],
  text: string,
  findings: Findings,
): void {
  const wanted = pack.parts.flatMap(({ part, pages }) =>
    wordsIn(JSON.stringify(pages)).map((word) => `${word} in “${part}”`),
  );
  const written = wordsByPart(text);
  const where = `of ${pack.team.name} as ${kind}`;
  for (const one of wanted) {
    const at = written.indexOf(one);
    if (at < 0) findings.add('word missing', `${one} ${where}`);
    else written.splice(at, 1);
  }
  for (const one of written) findings.add('word in a wrong place', `${one} ${where}`);
}

/** Each word with the part whose heading stands last before it. */
function wordsByPart(text: string): string[] {
  const marks = new RegExp(`${Object.values(HEADINGS).join('|')}|zq[0-9a-z]{5}`, 'gu');
  let part = '';
  return (text.match(marks) ?? []).flatMap((found) => {
    const heading = Object.entries(HEADINGS).find(([, words]) => words === found)?.[0];
    if (heading === undefined) return [`${found} in “${part}”`];
    part = heading;
    return [];
  });
}
