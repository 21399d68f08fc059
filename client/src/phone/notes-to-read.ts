import { nextStepFirst } from '@tablecloth/shared/notes';
import type { BroughtPage } from '@tablecloth/shared/protocol';
import type { LaterWords } from '../words/later.ts';
import type { PhoneWords } from '../words/phone.ts';
import { kindName } from './kind-name.ts';
import { addedLabel, lateLabel, noteLabel, readLabel } from './read-label.ts';
import type { LateCard, ReadCard } from './reading.svelte.ts';

/** What somebody wrote, with what stands before it; nothing does before most. */
export interface NoteToRead {
  label: string;
  text: string;
  /** Part of a next step, or an answer. */
  isSpecial: boolean;
}

/** The notes of a page, what was added after its round last. */
export function notesOfPage(
  {
    cards,
    late,
    asked,
  }: { cards: readonly ReadCard[]; late: readonly LateCard[]; asked: string[] },
  t: Pick<PhoneWords, 'homeRound'>,
  read: LaterWords['read'],
): NoteToRead[] {
  const page = { cards, asked };
  return [
    ...nextStepFirst(cards).map((card) => labelled(card, readLabel(card, asked, t, read.asked), t)),
    ...late.map((card) => labelled(card, lateLabel(card, page, t, read), t)),
  ];
}

/** What one's team wrote at another table, in the same order. */
export function notesBrought(
  { cards, addedLater }: Pick<BroughtPage, 'cards' | 'addedLater'>,
  t: Pick<PhoneWords, 'homeRound'>,
  read: LaterWords['read'],
): NoteToRead[] {
  const label = (note: BroughtPage['cards'][number]) => noteLabel(note, t, read.asked);
  return [
    ...cards.map((note) => labelled(note, label(note), t)),
    ...addedLater.map((note) => labelled(note, addedLabel('', label(note), read), t)),
  ];
}

function labelled(
  { kind, text }: { kind: string; text: string },
  label: string,
  t: Pick<PhoneWords, 'homeRound'>,
): NoteToRead {
  return { label, text, isSpecial: kindName(kind, t) !== '' };
}
