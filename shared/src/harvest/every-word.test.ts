/** Whatever was written where by whom: every word once, in its own part, in every format. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlineOfCafe, outlineOfTeam, type Outline } from './outline.ts';
import type { PageNotes } from './page-notes.ts';
import { card, simulatedCafe } from './simulated.ts';
import { teamPack, type TeamPack } from './team-pack.ts';
import { wholeCafe } from './whole-cafe.ts';
import { writeCsv } from './write-csv.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

const cafe = simulatedCafe();

/** What stands around a word: all that formats could take for their own. */
const around = fc.constantFrom(
  ...[
    '',
    '\n',
    '"',
    '=',
    '+1\n',
    '- ',
    '@',
    '\t=',
    '# ',
    '* * *\n',
    '<b>',
    '&amp;',
    ',',
    '\r\n',
    '| ',
    '`',
  ],
);
const written = fc.record({
  table: fc.constantFrom('t1', 't2', 't3'),
  round: fc.constantFrom(1, 2, 3),
  author: fc.constantFrom('zoe', 'ben', 'guest', null),
  kind: fc.constantFrom('note', 'next', 'who', 'when'),
  removed: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  late: fc.constantFrom('no', 'no', 'card', 'words'),
  // What the words were added to late: its own may have been deleted.
  begun: fc.constantFrom('Begun', ' '),
  before: around,
  after: around,
});
type Written = (typeof written extends fc.Arbitrary<infer T> ? T : never) & { word: string };

function pagesOf(all: readonly Written[]): PageNotes[] {
  const pages = new Map<string, PageNotes>();
  for (const [i, one] of all.entries()) {
    const id = `${one.table}.${String(one.round)}`;
    const page = pages.get(id) ?? { table: one.table, round: one.round, cards: [], late: [] };
    pages.set(id, page);
    const text = one.before + one.word + one.after;
    const own = { ...card(i, text, one.author, one.removed), kind: one.kind };
    const { author, ...leaf } = own;
    if (one.late === 'no' || author === null) page.cards.push(own);
    else if (one.late === 'card') page.late.push({ person: author, cards: [leaf], additions: [] });
    else {
      page.cards.push({ ...own, text: one.begun, author: null });
      page.late.push({ person: author, cards: [], additions: [{ card: own.id, text }] });
    }
  }
  return [...pages.values()];
}

/** The part of team A's pack a word belongs to; null: it is in none. */
function partOf({ table, round, author, removed }: Written): string | null {
  if (removed) return null;
  if (table === 't1') return round === 3 ? 'Our next step' : 'What we were told';
  return author === 'zoe' && round !== 3 ? 'What we brought back' : null;
}

const tableOf = ({ table, removed }: Written): string | null =>
  removed
    ? null
    : ({ t1: 'Table 1 · Anchor', t2: 'Table 2 · Bridge', t3: 'Table 3' }[table] ?? null);

/** Words by the heading they stand beneath, as often as they do. */
type Found = [heading: string, word: string][];
const wordsIn = (text: string): string[] => text.match(/zq\d+q/gu) ?? [];

function beneath(text: string, heading: RegExp): Found {
  let now = '';
  return text.split('\n').flatMap((line, i, lines): Found => {
    const found = heading.exec(`${line}\n${lines[i + 1] ?? ''}`)?.[1];
    if (found !== undefined) now = found;
    return wordsIn(line).map((word) => [now, word]);
  });
}

/** RFC 4180. */
function rows(csv: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu,
  )) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') records.push([]);
  }
  return records.slice(0, -1);
}

const formats: [string, (outline: Outline) => Found][] = [
  ['Markdown', (outline) => beneath(writeMarkdown(outline), /^## (.*)\n/u)],
  ['plain text', (outline) => beneath(writeText(outline), /^(.+)\n=+$/u)],
  [
    'CSV',
    (outline) =>
      rows(writeCsv(outline)).flatMap((row): Found => {
        expect(row).toHaveLength(4);
        for (const one of row) expect(one).not.toMatch(/^\s*[=+\-@]/u);
        return wordsIn(row.join(' ')).map((word) => [row[0] ?? '', word]);
      }),
  ],
];

const names = { 'next step': 'Our next step', told: 'What we were told' } as const;
function inJson({ parts }: TeamPack): Found {
  return parts.flatMap(({ part, pages }) =>
    wordsIn(JSON.stringify(pages)).map((word): [string, string] => [
      part === 'brought back' ? 'What we brought back' : names[part],
      word,
    ]),
  );
}

const sorted = (found: Found) => found.map((one) => one.join(': ')).sort();

test('every word stands once, in its own part, in a team’s pack and the whole café’s', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 12 }), (drawn) => {
      const all = drawn.map((one, i) => ({ ...one, word: `zq${String(i)}q` }));
      const pages = pagesOf(all);
      const expected = (of: (one: Written) => string | null) =>
        sorted(
          all.flatMap((one): Found => {
            const heading = of(one);
            return heading === null ? [] : [[heading, one.word]];
          }),
        );
      const pack = teamPack(cafe, 'a', pages);
      if (pack === null) throw new Error('no team');
      expect(sorted(inJson(pack))).toEqual(expected(partOf));
      const whole = outlineOfCafe(wholeCafe(cafe, pages, 1));
      for (const [, read] of formats) {
        expect(sorted(read(outlineOfTeam(pack)))).toEqual(expected(partOf));
        expect(sorted(read(whole))).toEqual(expected(tableOf));
      }
    }),
    { numRuns: 300 },
  );
});

test('who and by when are labelled and stand behind what', () => {
  const kinds = ['when', 'note', 'who', 'next'];
  const cards = kinds.map((kind, i) => ({ ...card(i, `the ${kind}`, 'zoe'), kind }));
  const pack = teamPack(cafe, 'a', [{ table: 't1', round: 3, cards, late: [] }]);
  if (pack === null) throw new Error('no team');
  const outline = outlineOfTeam(pack);
  const lines = '- the next\n- Who: the who\n- By when: the when\n- the note\n';
  expect(writeText(outline)).toContain(lines);
  expect(writeMarkdown(outline)).toContain(lines);
  expect(rows(writeCsv(outline)).slice(1, 4)).toEqual([
    ['Our next step', '', '', 'the next'],
    ['Our next step', '', 'Who', 'the who'],
    ['Our next step', '', 'By when', 'the when'],
  ]);
});
