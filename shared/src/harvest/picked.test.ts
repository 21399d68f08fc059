import { describe, expect, it } from 'vitest';
import { outlineOfTeam } from './outline.ts';
import type { PageNotes } from './page-notes.ts';
import { card, simulatedCafe } from './simulated.ts';
import { teamPack } from './team-pack.ts';
import { wholeCafe } from './whole-cafe.ts';
import { writeCsv } from './write-csv.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

const ids = [0, 1, 2, 3, 4].map((n) => card(n, `words ${n}`, 'ben', false));
const [plain, passed, asked, answered, hidden] = ids.map(({ id }) => id) as [
  ...[string, string, string, string, string],
];
const question = { page: 't1.1', isAsked: true, isHidden: false, isAnswered: false };
const cafe = {
  ...simulatedCafe(),
  passedOn: { 't1.1': [passed, asked] },
  panel: [
    { ...question, card: asked },
    { ...question, card: answered, isAnswered: true },
    { ...question, card: hidden, isHidden: true },
    { ...question, card: plain, isAsked: false },
  ],
};
const pages: PageNotes[] = [{ table: 't1', round: 1, cards: ids, late: [] }];

describe('what a note was picked for', () => {
  const team = cafe.definition.teams.find(({ homeTable }) => homeTable === 't1')?.id ?? '';
  const pack = teamPack(cafe, team, pages);
  if (pack === null) throw new Error('no team sits there');
  const outline = outlineOfTeam(pack);

  it('stands on it in a pack, but for questions that were put aside or taken back', () => {
    const told = pack.parts.find(({ part }) => part === 'told')?.pages[0];
    expect(told?.cards.map(({ text, passedOn, panel }) => [text, passedOn, panel])).toEqual([
      ['words 0', undefined, undefined],
      ['words 1', true, undefined],
      ['words 2', true, 'asked'],
      ['words 3', undefined, 'answered'],
      ['words 4', undefined, undefined],
    ]);
  });

  it('is read in every format', () => {
    expect(writeText(outline)).toContain('For the next group: words 1');
    expect(writeText(outline)).toContain('For the next group, question for the panel: words 2');
    expect(writeMarkdown(outline)).toContain(
      'Question for the panel, answered on the day: words 3',
    );
    expect(writeCsv(outline)).toContain('"Question for the panel, answered on the day",words 3');
    expect(writeCsv(outline)).toContain(',,words 4');
  });

  it('has the answer that was written after the day beneath, once, and nobody else can write it', () => {
    const [, , asked] = ids;
    const answer = {
      ...card(9, 'Ask the library first', null),
      ...{ kind: 'answer', buildsOn: asked?.id ?? '' },
    };
    const forged = { ...answer, id: card(8, '', null).id, author: 'ben', text: 'Said I' };
    const of = (cards: PageNotes['cards']) =>
      outlineOfTeam(teamPack(cafe, team, [{ table: 't1', round: 1, cards, late: [] }]) ?? pack);
    const answered = of([...ids, forged, answer]);
    expect(writeText(answered)).toContain('words 2\n  - Answer: Ask the library first\n');
    expect(writeText(answered)).toContain('\n- Said I\n');
    expect(writeMarkdown(answered)).toContain('words 2\n  - Answer: Ask the library first\n');
    expect(writeCsv(answered)).toContain(',Answer,Ask the library first\r\n');
    for (const written of [writeText, writeMarkdown, writeCsv]) {
      expect(written(answered).split('library')).toHaveLength(2);
    }
    // A question that was removed takes its answer with it.
    const removed = ids.map((one) => ({ ...one, removed: one.id === asked?.id }));
    expect(writeText(of([...removed, answer]))).not.toContain('library');
  });

  it('stands on what was added late, too, with its answer, in every format', () => {
    const [, , asked] = ids;
    const answer = {
      ...card(9, 'Ask the library first', null),
      ...{ kind: 'answer', buildsOn: asked?.id ?? '' },
    };
    const { author: _, ...late } = card(2, 'words 2', null);
    const leaf = { person: 'ben', cards: [late], additions: [] };
    const page = { table: 't1', round: 1, cards: [answer], late: [leaf] };
    const outline = outlineOfTeam(teamPack(cafe, team, [page]) ?? pack);
    const label = 'For the next group, question for the panel';
    for (const write of [writeText, writeMarkdown]) {
      expect(write(outline)).toContain(`${label}: words 2\n  - Answer: Ask the library first\n`);
    }
    expect(writeCsv(outline)).toContain(
      `"Added later, ${label}",words 2\r\nWhat we were told,Round 1,Answer,Ask the library first\r\n`,
    );
  });

  it('is in the whole café’s JSON', () => {
    const [page] = wholeCafe(cafe, pages, 1).pages;
    expect(page?.cards[2]).toMatchObject({ passedOn: true, panel: 'asked' });
  });
});
