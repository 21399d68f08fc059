/** A small café that has been, for the tests of this folder. */
import { emptyCafe, type Cafe, type Person } from '../cafe/index.ts';
import type { NoteCard, PageNotes } from './page-notes.ts';

/** Two teams at tables 1 and 2, a third table of nobody; Zoë of team A went to table 2 in round 1. */
export function simulatedCafe(): Cafe {
  const empty = emptyCafe('c1');
  const person = (id: string, team: string | null): Person => {
    return { id, team, here: true, withoutPhone: false, fixedAt: null, goesWith: null };
  };
  return {
    ...empty,
    definition: {
      ...empty.definition,
      title: 'Tea',
      organisation: 'Trust',
      question: 'Why?',
      homeQuestion: 'What now?',
      programme: [
        { kind: 'doors', minutes: 1 },
        { kind: 'round', minutes: 1, round: 1, beats: [{ kind: 'talk', minutes: 1 }] },
        { kind: 'round', minutes: 1, round: 2, beats: [{ kind: 'talk', minutes: 1 }] },
        { kind: 'home', minutes: 1, round: 3 },
        { kind: 'feedback', minutes: 1, title: 'Thanks' },
      ],
      tables: [1, 2, 3].map((number) => ({
        ...{ id: `t${String(number)}`, number, chairs: 6 },
        place: number === 1 ? 'by the windows' : '',
      })),
      teams: [
        { id: 'a', name: 'Anchor', topic: 'Boats', question: '', homeTable: 't1' },
        { id: 'b', name: 'Bridge', topic: 'Roads', question: 'Which road?', homeTable: 't2' },
      ],
    },
    people: { zoe: person('zoe', 'a'), ben: person('ben', 'b'), guest: person('guest', null) },
    names: { zoe: 'Zoë Adams', ben: 'Ben Brook' },
    itineraries: {
      zoe: { tables: ['t2', 't1', 't1'], hosting: [false, true, false] },
      ben: { tables: ['t2', 't3', 't2'], hosting: [true, false, false] },
      guest: { tables: ['t1', 't2', null], hosting: [false, false, false] },
    },
    reached: 3,
    sat: { 't3.2': ['zoe'] },
  };
}

export function card(n: number, text: string, author: string | null, removed = false): NoteCard {
  const id = `0190f3c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
  return { id, kind: 'note', text, order: n, removed, author };
}

export function page(table: string, round: number, cards: NoteCard[]): PageNotes {
  return { table, round, cards, late: [] };
}

/** What was written in it. */
export function simulatedPages(): PageNotes[] {
  const first = card(1, 'Ask the harbour', 'guest');
  const { author: _, ...late } = card(3, 'And the pilots', null);
  return [
    page('t2', 1, [card(4, 'Roads need signs', 'zoe'), card(5, 'Ben’s own', 'ben')]),
    page('t1', 3, [card(6, 'Call them by Friday', 'zoe')]),
    {
      ...page('t1', 1, [first, card(2, 'Mr Smith said', 'guest', true)]),
      late: [{ person: 'guest', cards: [late], additions: [{ card: first.id, text: ' master' }] }],
    },
    page('t3', 2, [card(7, 'Left behind', 'zoe')]),
  ];
}
