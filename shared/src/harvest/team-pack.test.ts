import { describe, expect, it } from 'vitest';
import { card, page, simulatedCafe, simulatedPages } from './simulated.ts';
import { outlineOfCafe, outlineOfTeam } from './outline.ts';
import { pagesOfTeam, teamPack } from './team-pack.ts';
import { wholeCafe } from './whole-cafe.ts';
import { writeCsv } from './write-csv.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeText } from './write-text.ts';

const cafe = simulatedCafe();
const packed = (text: string, ...later: string[]) => ({
  ...{ kind: 'note', text },
  addedLater: later.map((one) => ({ text: one })),
});
const anchor = { table: 1, team: 'Anchor', topic: 'Boats' };

describe('a team’s pack', () => {
  it('has the next step, what was told with what came later, and what was brought back', () => {
    expect(teamPack(cafe, 'a', simulatedPages())).toEqual({
      tablecloth: 2,
      cafe: { title: 'Tea', organisation: 'Trust', heldAt: null },
      team: {
        ...{ id: 'a', name: 'Anchor', topic: 'Boats', question: 'Why?' },
        ...{ table: 1, place: 'by the windows' },
      },
      homeQuestion: 'What now?',
      parts: [
        {
          part: 'next step',
          pages: [{ ...anchor, round: 3, cards: [packed('Call them by Friday')], addedLater: [] }],
        },
        {
          part: 'told',
          pages: [
            {
              ...{ ...anchor, round: 1, cards: [packed('Ask the harbour', 'master')] },
              addedLater: [packed('And the pilots')],
            },
            { ...anchor, round: 2, cards: [], addedLater: [] },
          ],
        },
        {
          part: 'brought back',
          pages: [
            {
              ...{ table: 2, team: 'Bridge', topic: 'Roads', round: 1 },
              ...{ cards: [packed('Roads need signs')], addedLater: [] },
            },
            {
              ...{ table: 3, team: '', topic: '', round: 2 },
              ...{ cards: [packed('Left behind')], addedLater: [] },
            },
          ],
        },
      ],
      isNamed: false,
      removed: 1,
    });
  });

  it('says nobody’s name, and leaves out what is only elsewhere', () => {
    const pack = JSON.stringify(teamPack(cafe, 'a', simulatedPages()));
    for (const word of ['Zoë', 'guest', 'zoe', 'Smith', 'Ben’s own'])
      expect(pack).not.toContain(word);
  });

  it('says by first name who wrote what where the café chose so, but for names that were forgotten', () => {
    const named = { ...cafe, definition: { ...cafe.definition, namesInPacks: true } };
    const pack = teamPack(named, 'a', simulatedPages());
    const notes = pack?.parts.flatMap(({ pages }) =>
      pages.flatMap(({ cards, addedLater }) => [...cards, ...addedLater]),
    );
    expect(notes?.map(({ text, by }) => [text, by])).toEqual([
      ['Call them by Friday', 'Zoë'],
      ['Ask the harbour', undefined],
      ['And the pilots', undefined],
      ['Roads need signs', 'Zoë'],
      ['Left behind', 'Zoë'],
    ]);
    if (pack === null) throw new Error('no team');
    const outline = outlineOfTeam(pack);
    expect(writeText(outline)).toContain('- Roads need signs (Zoë)\n');
    expect(writeText(outline)).toContain('Names stand with what people wrote');
    expect(writeMarkdown(outline)).toContain('- Roads need signs (Zoë)\n');
    expect(writeCsv(outline)).toContain(',Roads need signs,Zoë\r\n');
    const whole = outlineOfCafe(wholeCafe(named, simulatedPages(), 1));
    expect(writeText(whole)).toContain('- Ben’s own (Ben)\n');
  });

  it('has no part for what was brought back where nobody is known to have written', () => {
    const pages = simulatedPages().map((page) => ({
      ...page,
      cards: page.cards.map((card) => ({ ...card, author: null })),
    }));
    expect(teamPack(cafe, 'a', pages)?.parts.map(({ part }) => part)).toEqual([
      'next step',
      'told',
    ]);
  });

  it('is made from the home table’s pages and those where members sit or sat', () => {
    expect(pagesOfTeam(cafe, 'a')).toEqual([
      { table: 't1', round: 1 },
      { table: 't1', round: 2 },
      { table: 't1', round: 3 },
      { table: 't2', round: 1 },
      { table: 't3', round: 2 },
    ]);
  });

  it('says which rounds asked something else, where the table had no question of its own', () => {
    const { definition } = cafe;
    const programme = definition.programme.map((step) =>
      step.kind === 'round' && step.round === 2 ? { ...step, question: 'What next?' } : step,
    );
    const asking = { ...cafe, definition: { ...definition, programme } };
    const pack = teamPack(asking, 'a', []);
    expect(pack?.roundQuestions).toEqual([{ round: 2, question: 'What next?' }]);
    expect(teamPack(asking, 'b', [])).not.toHaveProperty('roundQuestions');
    const text = pack === null ? '' : writeText(outlineOfTeam(pack));
    expect(text).toContain('Question of round 2: What next?');
    const tables = definition.tables.map((one) =>
      one.id === 't1' ? { ...one, question: 'Why here?' } : one,
    );
    const own = { ...asking, definition: { ...asking.definition, tables } };
    expect(teamPack(own, 'a', [])?.team.question).toBe('Why here?');
  });

  it('brings back what any one of the team wrote, in the order of the tables', () => {
    const mia = { ...cafe.people['zoe']!, id: 'mia' };
    const away = { tables: ['t3', 't2', 't1'], hosting: [false, false, false] };
    const two = {
      ...cafe,
      people: { ...cafe.people, mia },
      itineraries: { ...cafe.itineraries, mia: away },
    };
    expect(pagesOfTeam(two, 'a')).toEqual([
      { table: 't1', round: 1 },
      { table: 't1', round: 2 },
      { table: 't1', round: 3 },
      { table: 't2', round: 1 },
      { table: 't2', round: 2 },
      { table: 't3', round: 1 },
      { table: 't3', round: 2 },
    ]);
    const pages = [
      ...[page('t3', 2, [card(9, 'Third', 'zoe')]), page('t3', 1, [card(8, 'Second', 'mia')])],
      page('t2', 2, [card(7, 'First', 'mia')]),
    ];
    const back = teamPack(two, 'a', pages)?.parts.at(-1);
    expect(back?.pages.map(({ table, round, cards }) => [table, round, cards[0]?.text])).toEqual([
      ...[
        [2, 2, 'First'],
        [3, 1, 'Second'],
        [3, 2, 'Third'],
      ],
    ]);
  });

  it('begins with what was told where no home round was held, and tells the team’s story', () => {
    const { definition } = cafe;
    const programme = definition.programme.filter(({ kind }) => kind !== 'home');
    const teams = definition.teams.map((team) => ({ ...team, story: `Of ${team.name}` }));
    const other = { ...cafe, definition: { ...definition, programme, teams } };
    const pack = teamPack(other, 'a', []);
    expect(pack?.parts.map(({ part }) => part)).toEqual(['told']);
    expect(pack?.team).toMatchObject({ topic: 'Boats', story: 'Of Anchor' });
  });

  it('names no round whose question was emptied', () => {
    const programme = cafe.definition.programme.map((step) =>
      step.kind === 'round' ? { ...step, question: '' } : step,
    );
    const emptied = { ...cafe, definition: { ...cafe.definition, programme } };
    expect(teamPack(emptied, 'a', [])).not.toHaveProperty('roundQuestions');
  });

  it('of an unknown team is null', () => {
    expect(teamPack(cafe, 'x', [])).toBeNull();
    expect(pagesOfTeam(cafe, 'x')).toEqual([]);
  });
});
