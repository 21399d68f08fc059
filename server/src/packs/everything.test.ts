import { apply, found, replay, withNames, type Founding } from '@tablecloth/shared/cafe';
import type { PageNotes } from '@tablecloth/shared/harvest';
import { hostedCafe, sampleCafe, smallCafe } from '@tablecloth/shared/sample';
import { readCafeJson } from '@tablecloth/shared/protocol';
import { expect, it } from 'vitest';
import { everything } from './everything.ts';

const by = { role: 'facilitator', label: 'Facilitator 1' } as const;
const classic = { title: 'Tea', tables: 3, rounds: 2, minutes: 15 };
const hosted = { ...classic, teams: ['Heron', 'Wren', 'Otter'], hosts: 1, chairs: 6 };

function files(founding: Founding, pages: readonly PageNotes[] = []) {
  const { facts, names } = found(founding);
  const cafe = facts.reduce(
    (before, body, index) => apply(before, { number: index + 1, at: 0, by, body }),
    withNames(replay('c1', [], {}), names),
  );
  return everything(cafe, pages, 0, '12 May 2026');
}

const names = (founding: Founding) => files(founding).map(({ name }) => name);

it('what the teams agreed to lies beside the whole café', () => {
  const all = files(sampleCafe(null));
  expect(all.map(({ name }) => name).filter((name) => !name.includes('/'))).toEqual([
    'what-we-heard-fair-start-morning.html',
    'what-we-heard-fair-start-morning.md',
    'what-we-heard-fair-start-morning.csv',
    'next-steps-fair-start-morning.html',
    'next-steps-fair-start-morning.md',
    'next-steps-fair-start-morning.csv',
    'cafe-fair-start-morning.json',
  ]);
  for (const { name, text } of all) {
    if (name.endsWith('.html')) expect(text).toContain('<p class="cafe">12 May 2026</p>');
    if (name.endsWith('.md')) expect(text).toMatch(/^# .*\n\n.*\n\n12 May 2026\n\n/u);
  }
  const steps = all.find(({ name }) => name === 'next-steps-fair-start-morning.md');
  expect(steps?.text).toMatch(/^# What the teams agreed to\n/u);
  const brief = all.filter(({ text }) => text.includes('<main class="brief">'));
  expect(brief.map(({ name }) => name)).toEqual(['next-steps-fair-start-morning.html']);
});

it('a café without a home round has no next steps to agree to', () => {
  expect(names(smallCafe(classic))).toEqual([
    'what-we-heard-tea.html',
    'what-we-heard-tea.md',
    'what-we-heard-tea.csv',
    'cafe-tea.json',
  ]);
});

it('the café’s own file names nobody who is on the list', () => {
  const json = files(sampleCafe(null)).find(({ name }) => name.endsWith('.json'))?.text ?? '';
  expect(json).toContain('"name":"Person 1"');
  expect(readCafeJson(JSON.parse(json))).toHaveProperty('body.people');
  for (const { name } of sampleCafe(null).people) expect(json).not.toContain(`"${name}"`);
});

it.each([true, false])('opens again with what was added late (names: %s)', (namesInPacks) => {
  const { definition, people } = sampleCafe(null);
  const [ann, bo] = people;
  if (ann === undefined || bo === undefined) throw new Error('nobody');
  const card = (nth: number, text: string, author: string | null) => ({
    ...{ id: `0190f3c2-0000-7000-8000-00000000000${String(nth)}`, kind: 'note', text, order: nth },
    ...{ removed: false, author },
  });
  const written = card(1, 'said', ann.id);
  const late = [ann, bo].map(({ id }, nth) => ({
    person: id,
    cards: [card(nth + 2, `later ${id}`, null)],
    additions: [{ card: written.id, text: `more ${id}` }],
  }));
  const page = { table: 't1', round: 1, cards: [written], late };
  const founding = { definition: { ...definition, namesInPacks }, people };
  const json = files(founding, [page]).find(({ name }) => name.endsWith('.json'))?.text ?? '';
  for (const { id } of [ann, bo]) expect(json).toContain(`more ${id}`);
  expect(readCafeJson(JSON.parse(json))).toHaveProperty('body');
});

it('opens again with more late notes than people may be in a café, and all their words', () => {
  const { definition, people } = sampleCafe(null);
  const card = (nth: number) => ({
    ...{ id: `0190f3c2-0000-7000-8000-${String(nth).padStart(12, '0')}`, kind: 'note', order: nth },
    ...{ text: `note ${String(nth)}`, removed: false, author: null },
  });
  const cards = [card(1), card(2)];
  const late = people.slice(0, 6).map(({ id: person }, nth) => ({
    person,
    cards: Array.from({ length: 390 }, (_, i) => card(1_000 * (nth + 1) + i)),
    additions: cards.map(({ id }) => ({ card: id, text: `more ${String(nth)}` })),
  }));
  const founding = { definition: { ...definition, namesInPacks: false }, people };
  const page = { table: 't1', round: 1, cards, late };
  const json = files(founding, [page]).find(({ name }) => name.endsWith('.json'))?.text ?? '';
  const read = readCafeJson(JSON.parse(json));
  if ('problems' in read) throw new Error(read.problems.join());
  const leaves = read.notes.flatMap((one) => one.late);
  const said = (of: typeof late | typeof leaves) =>
    of.flatMap((leaf) => [...leaf.cards, ...leaf.additions].map(({ text }) => text)).sort();
  expect(said(leaves)).toEqual(said(late));
  // Words that two added to the same note would run together in one hand.
  for (const { additions } of leaves) {
    expect(new Set(additions.map((one) => one.card)).size).toBe(additions.length);
  }
});

it('teams sort by the numbers of their tables, with no more digits than needed', () => {
  const many = names(sampleCafe(null)).filter((name) => /^teams\/.*html$/u.test(name));
  expect(many.length).toBeGreaterThan(10);
  expect(many.toSorted()).toEqual(many);
  expect(many[6]).toBe('teams/team-07-doorway-homeless-health.html');
  expect(names(hostedCafe(hosted))).toContain('teams/team-2-wren.md');
});
