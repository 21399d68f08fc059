import { addCard, cardText, newPage } from '@tablecloth/shared/notes';
import { v4 as uuidV4, v7 as uuidV7 } from 'uuid';
import type { Session } from '../capabilities/session.ts';
import type { Ingress } from '../notes/ingress.ts';
import type { Time } from '../time.ts';

/** How long a simulated person takes from the first words of a note to the last. */
const TYPING_MS = 2_000;

interface Note {
  page: string;
  generation: number;
  /** A note where nothing is said. */
  kind?: string;
  text: string;
}

/** Writes one note on a page as a phone does: a replica of its own, entries 1, 2, … into the ingress. */
export function writeNote(
  { time, ingress }: { time: Time; ingress: Ingress },
  author: Session,
  { page, generation, kind = 'note', text }: Note,
): void {
  const doc = newPage();
  const replica = uuidV4();
  let n = 0;
  doc.on('update', (bytes: Uint8Array) => {
    n += 1;
    // A page that was locked or a store that fails tells phones to try again; simulated people do not.
    ingress.enter(author, { page, generation, replica, n, bytes }).catch(() => undefined);
  });
  const id = uuidV7();
  // The boxes of a next step are filled at once: the bell must not cut what a team agreed to in two.
  const half = kind === 'note' ? text.indexOf(' ', text.length / 2) : -1;
  const first = half < 0 ? text : text.slice(0, half);
  addCard(doc, { id, kind, order: time.now(), text: first });
  time.after(TYPING_MS, () => {
    cardText(doc, id)?.insert(first.length, text.slice(first.length));
    doc.destroy();
  });
}
