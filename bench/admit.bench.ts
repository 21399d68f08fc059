import { bench, describe } from 'vitest';
import {
  addCard,
  admit,
  cardText,
  emptyKnown,
  knownFrom,
  newPage,
  type PageRow,
} from '@tablecloth/shared/notes';

/** What judging one keystroke costs on a page that 500 updates of five people made. */

const LIMITS = {
  entryBytesMax: 65_536,
  pageBytesMax: 100_000_000,
  cardsPerPageMax: 200,
  cardCharsMax: 100_000_000,
};
const CARD = '0190f3c2-0000-7000-8000-000000000001';

const page = newPage();
let last = new Uint8Array() as Uint8Array;
page.on('update', (bytes: Uint8Array) => (last = bytes));

const rows: PageRow[] = [];
addCard(page, { id: CARD, text: 'Hello', order: 0 });
rows.push({ bytes: last, replica: '0' });
for (let n = 1; n < 500; n++) {
  page.clientID = 1 + (n % 5);
  const text = cardText(page, CARD);
  text?.insert((n * 7919) % text.length, 'x');
  rows.push({ bytes: last, replica: String(page.clientID) });
}

const owners = new Map([1, 2, 3, 4, 5].map((client) => [client, String(client)]));
const { known } = knownFrom(rows, owners);
page.clientID = 77;
const keystrokes = function* (): Generator<Uint8Array> {
  for (;;) {
    cardText(page, CARD)?.insert(3, 'y');
    yield last;
  }
};
const typed: Uint8Array[] = [];
const source = keystrokes();
for (let n = 0; n < 20_000; n++) typed.push(source.next().value as Uint8Array);
const hostile = Uint8Array.from({ length: 65_536 }, (_, n) => [1, 1, 255, 127, 9][n % 5] ?? 0);

describe('admit', () => {
  let next = 0;
  bench(
    'one keystroke',
    () => {
      const bytes = typed[next++];
      if (bytes && !admit(bytes, '77', known, LIMITS).ok) throw new Error('refused');
    },
    { iterations: 10_000, time: 0, warmupIterations: 1_000, warmupTime: 0 },
  );
  bench('64 kB of nonsense', () => void admit(hostile, '77', emptyKnown(), LIMITS));
  bench('500 rows read again', () => void knownFrom(rows, owners));
});
