import type { ViewOf } from './connection.ts';
import type { Findings } from './findings.ts';
import type { Person } from './person.ts';
import type { Phone } from './phone.ts';
import { isSplit, wordsIn, type Words } from './words.ts';
import { readCards } from '@tablecloth/shared/notes';

const AGAIN_MS = 250;
const PATIENCE_MS = 60_000;

interface PageText {
  page: string;
  text: string;
  added: string;
}

export interface WordCounts {
  typed: number;
  found: number;
  missing: number;
  lostInOutage: number;
}

/** Every page of the café as the facilitator reads it. */
export async function readNotes(desk: Phone, cafe: ViewOf<'cafe'>): Promise<PageText[]> {
  const rounds = cafe.programme.flatMap((step) =>
    step.kind === 'round' || step.kind === 'home' ? [step.round] : [],
  );
  const pages: PageText[] = [];
  for (const table of cafe.tables) {
    for (const round of rounds) {
      const page = `${table.id}.${String(round)}`;
      const { cards, leaves } = await readPatiently(desk, page);
      pages.push({
        page,
        text: cards.map(({ text }) => text).join('\n'),
        added: leaves.flatMap((leaf) => leaf.cards.map(({ text }) => text)).join('\n'),
      });
    }
  }
  return pages;
}

async function readPatiently(desk: Phone, page: string) {
  for (const giveUpAt = Date.now() + PATIENCE_MS; ;) {
    const read = await desk.read(page);
    if (read !== null) return read;
    if (Date.now() > giveUpAt) throw new Error(`The notes of ${page} cannot be read.`);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** Looks for every word on the page where it was written, and for words where they were not. */
export function judgeNotes(
  pages: readonly PageText[],
  words: Words,
  findings: Findings,
): WordCounts {
  const byPage = new Map(pages.map((page) => [page.page, page]));
  const standing = new Map(
    pages.map(({ page, text, added }) => [page, new Set(wordsIn(`${text}\n${added}`))]),
  );
  const counts: WordCounts = { typed: 0, found: 0, missing: 0, lostInOutage: 0 };
  for (const word of words.all) {
    const own = byPage.get(word.page);
    const isThere = standing.get(word.page)?.has(word.text) === true;
    if (word.deleted === 'surely' && isThere) {
      findings.add('deleted word', `“${word.text}” by ${word.by} on ${word.page}`);
    }
    if (word.deleted !== 'no') continue;
    counts.typed += 1;
    if (isThere || (own !== undefined && isSplit(word.text, own.text, own.added))) {
      counts.found += 1;
      continue;
    }
    counts.missing += 1;
    if (word.offline) counts.lostInOutage += 1;
    findings.add('word missing', `“${word.text}” by ${word.by} on ${word.page}`);
  }
  for (const [page, there] of standing) judgePlaces(page, there, 'the notes of ', words, findings);
  return counts;
}

/** What people saw on their own phones. */
export function judgeCopies(people: Iterable<Person>, words: Words, findings: Findings): void {
  for (const { name, phone } of people) {
    for (const { page, doc } of phone?.copies ?? []) {
      const there = wordsIn(
        readCards(doc)
          .map(({ text }) => text)
          .join('\n'),
      );
      judgePlaces(page, there, `${name}’s phone, `, words, findings);
    }
  }
}

function judgePlaces(
  page: string,
  there: Iterable<string>,
  where: string,
  words: Words,
  findings: Findings,
): void {
  for (const text of there) {
    const word = words.get(text);
    if (word === null || word.page === page) continue;
    findings.add('word in a wrong place', `“${text}” of ${word.page} on ${where}${page}`);
  }
}
