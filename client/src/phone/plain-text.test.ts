import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it('writes notes as a mail would have them', () => {
  const sections = [
    { title: 'Table 7 · Round 1', notes: ['One line', 'Two\nlines '] },
    { title: 'Table 12 · Round 2', notes: [] },
  ];
  expect(plainText('Fair Start', sections, 'No notes.')).toBe(
    'Fair Start\n\nTable 7 · Round 1\n- One line\n- Two\n  lines\n\nTable 12 · Round 2\nNo notes.\n',
  );
});
