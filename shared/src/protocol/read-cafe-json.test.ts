import { describe, expect, it } from 'vitest';
import { readCafeJson } from './read-cafe-json.ts';

const step = { kind: 'feedback', minutes: 5, title: 'Thanks' };
const round = { kind: 'round', minutes: 5, round: 1, beats: [{ kind: 'talk', minutes: 5 }] };
const card = {
  id: '0190f3c2-0000-7000-8000-000000000001',
  kind: 'note',
  text: ' As typed ',
  order: 1,
  removed: false,
  author: 'p1',
};
const page = { table: 't1', round: 1, cards: [card], late: [] };

/** A small café as JSON, changed where a test says. */
function cafe(change: object = {}, people: unknown = [person()]): Record<string, unknown> {
  const definition = {
    title: 'Tea',
    organisation: '',
    question: 'Why?',
    homeQuestion: '',
    panelQuestion: '',
    notice: '',
    programme: [{ kind: 'doors', minutes: 5 }, round, step],
    tables: [table(1)],
    teams: [],
    hostsPerTable: 0,
    pace: 1,
    opensAt: null,
    keepDays: 30,
    ...change,
  };
  return { definition, people };
}

function table(number: unknown) {
  return { id: `t${String(number)}`, number, place: '', chairs: 6 };
}

function person(change: object = {}) {
  const listed = { id: 'p1', name: 'Zoë', team: null, withoutPhone: false };
  return { ...listed, fixedAt: null, goesWith: null, ...change };
}

function whole(pages: unknown): unknown {
  return { tablecloth: 1, takenAt: 5, ...cafe(), pages };
}

function problems(json: unknown): string[] {
  const read = readCafeJson(json);
  return 'problems' in read ? read.problems : [];
}

describe('a café as JSON', () => {
  it('opens from its definition and people', () => {
    expect(readCafeJson(cafe())).toEqual({ body: cafe(), notes: [] });
  });

  it('opens from an export, with the notes as they were typed', () => {
    expect(readCafeJson(whole([page]))).toEqual({ body: cafe(), notes: [page] });
  });

  it.each<[string, unknown, string]>([
    ['null', null, 'The café must be an object in braces.'],
    ['a text', 'café', 'The café must be an object in braces.'],
    ['nothing', undefined, 'The café is missing.'],
    ['no people', { definition: cafe()['definition'] }, 'The list of people is missing.'],
    ['an empty title', cafe({ title: ' ' }), 'The title must not be empty.'],
    ['NUL', cafe({ question: 'a\0b' }), 'The question has signs that cannot be stored.'],
    [
      'half a table',
      cafe({ tables: [table(1), table(2), table(2.5)] }),
      'Table 3: the id may only have letters without accents, digits, - and _.',
    ],
    [
      'a table number that is not whole',
      cafe({ tables: [{ ...table(1), number: 1.5 }] }),
      'Table 1: the number must be a whole number.',
    ],
    ['a table in words', cafe({ tables: [table('one')] }), 'Table 1: the number must be a number.'],
    [
      'too many chairs',
      cafe({ tables: [{ ...table(1), chairs: 500 }] }),
      'Table 1: the number of chairs must be at most 40, not 500.',
    ],
    [
      'an unknown step',
      cafe({ programme: [{ kind: 'lunch', minutes: 5 }, round, step] }),
      'Step 1: the kind must be doors, welcome, move, round, grace, break, home, panel or feedback.',
    ],
    [
      'an unknown part of a round',
      cafe({ programme: [{ ...round, beats: [{ kind: 'sing', minutes: 5 }] }] }),
      'Step 1, part 1: the kind must be story, talk or write.',
    ],
    [
      'a script as a link',
      cafe({ programme: [{ ...step, link: 'javascript:alert(1)' }] }),
      'Step 1: the link must begin with http:// or https://.',
    ],
    ['a number for a name', cafe({}, [person({ name: 7 })]), 'Person 1: the name must be a text.'],
    [
      'an id every object has',
      cafe({}, [person({ id: '__proto__' })]),
      'The id “__proto__” cannot be used.',
    ],
    ['no tables', cafe({ tables: [] }), 'The list of tables must not be empty.'],
    [
      'a newer export',
      { tablecloth: 2 },
      'This café was saved by a newer Tablecloth and cannot be read here: its format is 2, this one reads 1.',
    ],
    ['notes in words', whole('none'), 'The list of pages must be a list.'],
    [
      'a note without text',
      whole([{ ...page, cards: [{ ...card, text: undefined }] }]),
      'Page 1, note 1: the text is missing.',
    ],
    [
      'notes of no table',
      whole([{ ...page, table: 't9' }]),
      'Page 1: the table “t9” does not exist.',
    ],
    ['notes of no round', whole([{ ...page, round: 3 }]), 'Page 1: the programme has no round 3.'],
    [
      'a page twice',
      whole([page, { ...page, cards: [] }]),
      'Page 2: another page has the same table and round.',
    ],
    [
      'a note twice',
      whole([{ ...page, cards: [card, card] }]),
      'Page 1: two notes have the same id.',
    ],
    [
      'a stranger’s note',
      whole([{ ...page, cards: [{ ...card, author: 'p2' }] }]),
      'Page 1: “p2” is not in the café.',
    ],
    [
      'words on no note',
      whole([
        {
          ...page,
          cards: [],
          late: [{ person: 'p1', cards: [], additions: [{ card: card.id, text: 'x' }] }],
        },
      ]),
      'Page 1: words were added to a note that is not on it.',
    ],
  ])('with %s is refused in a sentence', (_, json, sentence) => {
    expect(problems(json)).toContain(sentence);
  });

  it('with many mistakes is told the first twenty', () => {
    const tables = Array.from({ length: 30 }, (_, i) => ({ ...table(i + 1), chairs: 0 }));
    expect(problems(cafe({ tables }))).toHaveLength(21);
    expect(problems(cafe({ tables })).at(-1)).toBe('There are 10 more problems.');
  });

  it('with more mistakes than a file can honestly have is told the first alone', () => {
    const people = Array.from({ length: 40_000 }, () => 0);
    expect(problems(cafe({}, people))).toEqual([
      'Person 1: the entry must be an object in braces.',
    ]);
    const pages = Array.from({ length: 40_000 }, () => null);
    expect(problems(whole(pages))).toHaveLength(1);
  });

  it('opens at a moment there is', () => {
    for (const opensAt of [1e308, -1, 0.5]) expect(problems(cafe({ opensAt }))).toHaveLength(1);
    expect(problems(cafe({ opensAt: Date.UTC(2030, 4, 1) }))).toEqual([]);
  });
});

it('somebody hosts in rounds there are; an export may know of more', () => {
  const late = [{ ...person(), hostsIn: [1, 3] }];
  expect(readCafeJson(cafe({}, late))).toEqual({
    problems: ['Zoë would host in round 3, but the last in which people visit is round 1.'],
  });
  expect(readCafeJson({ ...cafe({}, late), tablecloth: 1, pages: [] })).toHaveProperty('body');
});

it('a café that was tried out faster opens again at the pace of a day', () => {
  const quick = cafe({ pace: 10 });
  expect(readCafeJson({ ...quick, tablecloth: 1, pages: [] })).toMatchObject({
    body: { definition: { pace: 1 } },
  });
  expect(readCafeJson(quick)).toMatchObject({ body: { definition: { pace: 10 } } });
});
