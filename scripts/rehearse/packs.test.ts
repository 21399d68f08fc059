import {
  outlineOfTeam,
  writeCsv,
  writeMarkdown,
  writeText,
  type TeamPack,
} from '@tablecloth/shared/harvest';
import { expect, test } from 'vitest';
import { Findings } from './findings.ts';
import { judgeDocument, judgePack } from './packs.ts';
import { Words } from './words.ts';

const cafe = {
  tables: [1, 2].map((number) => ({
    ...{ id: `t${String(number)}`, number },
    ...{ place: '', chairs: 6 },
  })),
  programme: [{ kind: 'home' as const, minutes: 5, round: 2 }],
};
const [told, next, brought] = [Words.make(1, 1, 1), Words.make(1, 2, 1), Words.make(2, 1, 1)];

type Part = [TeamPack['parts'][number]['part'], number, number, string];

function packOf(parts: Part[]): TeamPack {
  return {
    tablecloth: 2,
    cafe: { title: '', organisation: '', heldAt: null },
    team: { id: 'a', name: 'A', topic: '', question: '', table: 1, place: '' },
    homeQuestion: '',
    isNamed: false,
    removed: 0,
    parts: parts.map(([part, table, round, text]) => ({
      part,
      pages: [
        {
          ...{ table, round, team: '', topic: '', addedLater: [] },
          cards: [{ kind: 'note', text, addedLater: [] }],
        },
      ],
    })),
  };
}

function judged(parts: Part[]) {
  const words = new Words();
  for (const [text, page] of [
    [told, 't1.1'],
    [next, 't1.2'],
    [brought, 't2.1'],
  ] as const) {
    words.add({ text, page, by: 'Ada', offline: false, deleted: 'no' });
  }
  const pack = packOf(parts);
  const findings = new Findings();
  judgePack(pack, cafe, words, findings);
  return findings.list.map(({ kind, count }) => [kind, count]);
}

test('a pack with every word once in its part has no findings', () => {
  const whole = judged([
    ['next step', 1, 2, next],
    ['told', 1, 1, told],
    ['brought back', 2, 1, brought],
  ]);
  expect(whole).toEqual([]);
});

test('a word that is missing, stands twice, on another page or in another part is found', () => {
  expect(
    judged([
      ['told', 1, 1, ''],
      ['next step', 1, 2, next],
    ]),
  ).toEqual([['word missing', 1]]);
  const twice = judged([
    ['told', 1, 1, `${told} ${told}`],
    ['next step', 1, 2, next],
  ]);
  expect(twice).toEqual([['word in a wrong place', 1]]);
  const moved = judged([
    ['told', 1, 1, told],
    ['next step', 1, 2, `${next} ${brought}`],
  ]);
  expect(moved).toEqual([['word in a wrong place', 1]]);
  const part = judged([
    ['told', 1, 1, told],
    ['told', 1, 2, next],
  ]);
  expect(part).toEqual([['word in a wrong place', 1]]);
});

test('a document with the pack’s words in the same parts has no findings, any other has', () => {
  const pack = packOf([
    ['next step', 1, 2, next],
    ['told', 1, 1, `${told}\nand more`],
    ['brought back', 2, 1, brought],
  ]);
  const outline = outlineOfTeam(pack);
  const found = (kind: 'md' | 'txt' | 'csv', text: string) => {
    const findings = new Findings();
    judgeDocument(pack, kind, text, findings);
    return findings.list.map(({ kind: of }) => of);
  };
  expect(found('md', writeMarkdown(outline))).toEqual([]);
  expect(found('csv', writeCsv(outline))).toEqual([]);
  const text = writeText(outline);
  expect(found('txt', text)).toEqual([]);
  expect(found('txt', text.replace(told, ''))).toEqual(['word missing']);
  expect(found('txt', `${text} ${next}`)).toEqual(['word in a wrong place']);
});
