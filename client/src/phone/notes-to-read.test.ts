import { expect, it } from 'vitest';
import later from '../words/en/later.ts';
import phone from '../words/en/phone.ts';
import { notesBrought, notesOfPage } from './notes-to-read.ts';

it('reads the next step first and what came later last, each beneath what it is', () => {
  const cards = [
    { id: 'x', kind: 'note', text: 'They ring' },
    { id: 'q', kind: 'note', text: 'Who pays?' },
    { id: 'n', kind: 'next', text: 'Ring them' },
  ];
  const late = [{ id: 'w', kind: 'when', text: 'Friday', by: '' }];
  expect(notesOfPage({ cards, late, asked: ['q'] }, phone, later.read)).toEqual([
    { label: 'Our next step', text: 'Ring them', isSpecial: true },
    { label: '', text: 'They ring', isSpecial: false },
    { label: 'Question for the panel', text: 'Who pays?', isSpecial: false },
    { label: 'Added later ·\u00a0By when', text: 'Friday', isSpecial: true },
  ]);
});

it('says the same of what was brought back', () => {
  const note = (text: string, isAsked: boolean) => ({ kind: 'note', text, isAsked });
  const cards = [note('They ring', false), note('Who pays?', true)];
  const addedLater = [note('On Tuesday', false), note('Who rang?', true)];
  const labels = notesBrought({ cards, addedLater }, phone, later.read).map(({ label }) => label);
  expect(labels).toEqual([
    '',
    'Question for the panel',
    'Added later',
    'Added later ·\u00a0Question for the panel',
  ]);
});
