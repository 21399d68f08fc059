import { expect, it } from 'vitest';
import { pageCounts } from './page-counts.ts';
import { simulatedPages } from './simulated.ts';

it('counts the notes that stand on each page, and names no page that has none', () => {
  const removed = { id: 'gone', kind: 'note', text: 'Gone', order: 1, removed: true, author: null };
  const bare = { table: 't9', round: 1, cards: [removed], late: [] };
  const counts = pageCounts([...simulatedPages(), bare]);
  expect(counts.reduce((sum, { notes }) => sum + notes, 0)).toBe(6);
  expect(counts.map(({ table }) => table)).not.toContain('t9');
});
