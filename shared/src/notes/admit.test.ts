import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { admit } from './admit.ts';
import { knownFrom } from './replay.ts';
import {
  LIMITS,
  listsOfKnown,
  listsOfPage,
  pageOf,
  SimulatedPhone,
  SimulatedServer,
  stateOfPage,
  uuid7,
} from './simulated.ts';

const PHONES = 4;

const step = fc.record({
  phone: fc.nat(PHONES - 1),
  what: fc.constantFrom(
    'add',
    'type',
    'type',
    'type',
    'type',
    'type',
    'undo',
    'redo',
    'remove',
    'restore',
    'draw',
    'erase',
    'send',
    'send',
    'away',
    'hear',
    'hear',
  ),
  n: fc.nat(7),
  at: fc.nat(60),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(6)),
  insert: fc.oneof(
    fc.constantFrom('a', 'b', ' ', '', 'é', '\n'),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll('\0', '')),
  ),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays a morning; every update of honest phones must be admitted. */
function play(steps: Step[]): { server: SimulatedServer; phones: SimulatedPhone[] } {
  const server = new SimulatedServer();
  // Far apart and not in order: ties are broken by clientID.
  const phones = Array.from(
    { length: PHONES },
    (_, i) => new SimulatedPhone(`replica ${i}`, [907, 11, 4_000_000_000, 55][i]!),
  );
  const send = (phone: SimulatedPhone, merged: boolean): void => {
    for (const admitted of phone.send(server, merged)) expect(admitted).toMatchObject({ ok: true });
  };
  phones[0]!.add(0, 'Hello');
  send(phones[0]!, false);
  let cards = 0;
  for (const { phone: index, what, n, at, remove, insert } of steps) {
    const phone = phones[index]!;
    if (what === 'add') phone.add(++cards, insert);
    else if (what === 'type') phone.type(n, at, remove, insert);
    else if (what === 'undo' || what === 'redo') phone.undo(n, what === 'redo');
    else if (what === 'remove' || what === 'restore') phone.remove(n, what === 'remove');
    else if (what === 'draw') phone.draw(n);
    else if (what === 'erase') phone.erase();
    else if (what === 'hear') phone.hear(server);
    else send(phone, what === 'away');
  }
  for (const phone of phones) send(phone, false);
  for (const phone of phones) phone.hear(server);
  return { server, phones };
}

describe('honest phones', () => {
  it('are always admitted, and all see the same page in whatever order it is merged', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 120 }),
        fc.infiniteStream(fc.nat(1_000)),
        (steps, random) => {
          const { server, phones } = play(steps);
          const page = server.page();
          const state = stateOfPage(page);
          expect(state).toMatchObject({ pending: null, pendingDeletes: null });
          for (const { doc } of phones) expect(stateOfPage(doc)).toEqual(state);

          const shuffled = server.rows
            .map(({ bytes }) => ({ bytes, place: random.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ bytes }) => bytes);
          expect(stateOfPage(pageOf(shuffled))).toEqual(state);

          expect(listsOfKnown(server.known)).toEqual(listsOfPage(page));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leave rows from which the same is known again, also after they were folded into one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const { server } = play(steps);
        const replayed = knownFrom(server.rows);
        expect(replayed.refused).toEqual([]);
        expect(listsOfKnown(replayed.known)).toEqual(listsOfKnown(server.known));

        const owners = new Map(
          Array.from(server.known.clients, ([client, { owner }]) => [client, owner]),
        );
        // As the server folds them. Encoded from a document Yjs joins values of one field that are gone
        // and came one upon the other, and no row is made of that.
        const bytes = Y.mergeUpdates(server.rows.map((row) => row.bytes));
        const folded = knownFrom([{ bytes, replica: 'fold' }], owners);
        expect(folded.refused).toEqual([]);
        expect(listsOfKnown(folded.known)).toEqual(listsOfKnown(server.known));
        const ownersAgain = Array.from(folded.known.clients, ([id, { owner }]) => [id, owner]);
        expect(new Map(ownersAgain as [number, string][])).toEqual(owners);
      }),
      { numRuns: 60 },
    );
  });

  it('keep a page small in memory: a text typed in one go is one span', () => {
    const server = new SimulatedServer();
    const phone = new SimulatedPhone('one', 7);
    phone.add(1, '');
    for (let i = 0; i < 300; i++) phone.type(0, i, 0, 'x');
    expect(phone.send(server, false).every(({ ok }) => ok)).toBe(true);
    // The card, its text, its order, and the words.
    expect(server.known.clients.get(7)?.spans.length).toBe(4);
  });
});

describe('an admitted update', () => {
  it('names the clientIDs and cards it touches', () => {
    const server = new SimulatedServer();
    const phone = new SimulatedPhone('one', 7);
    phone.add(1, 'words');
    phone.add(2, 'more');
    expect(phone.send(server, false)).toMatchObject([
      { clientIds: [7], cardIds: [uuid7(1)] },
      { clientIds: [7], cardIds: [uuid7(2)] },
    ]);
    phone.type(1, 0, 2, '');
    expect(phone.send(server, false)).toMatchObject([{ clientIds: [], cardIds: [uuid7(2)] }]);
  });

  it('keeps within the limits given', () => {
    const phone = new SimulatedPhone('one', 7);
    phone.add(1, 'words');
    phone.add(2, 'more');
    const server = new SimulatedServer();
    const [first, second] = phone.outbox as [Uint8Array, Uint8Array];
    const code = (limits: Partial<typeof LIMITS>): unknown =>
      admit(first, 'one', server.known, { ...LIMITS, ...limits });
    expect(code({ entryBytesMax: 20 })).toEqual({ ok: false, code: 'entry-bytes' });
    expect(code({ pageBytesMax: 20 })).toEqual({ ok: false, code: 'page-bytes' });
    expect(code({ cardCharsMax: 4 })).toEqual({ ok: false, code: 'card-chars' });
    expect(code({ cardsPerPageMax: 0 })).toEqual({ ok: false, code: 'cards' });
    expect(server.known.clients.size).toBe(0);
    // A limit is what may still be: one byte less is too little.
    const bytes = first.length;
    expect(code({ entryBytesMax: bytes - 1 })).toEqual({ ok: false, code: 'entry-bytes' });
    expect(code({ pageBytesMax: bytes - 1 })).toEqual({ ok: false, code: 'page-bytes' });
    const least = {
      entryBytesMax: bytes,
      pageBytesMax: bytes,
      cardCharsMax: 5,
      cardsPerPageMax: 1,
    };
    const other = new SimulatedServer();
    expect(other.receive(first, 'one', { ...LIMITS, ...least })).toMatchObject({ ok: true });
    expect(server.receive(first, 'one')).toMatchObject({ ok: true });
    expect(server.receive(second, 'one', { ...LIMITS, cardsPerPageMax: 1 })).toEqual({
      ok: false,
      code: 'cards',
    });
  });

  it('may replace a full card, and shorten one that is too long by now', () => {
    const server = new SimulatedServer();
    const phone = new SimulatedPhone('one', 7);
    phone.add(1, 'abcdef');
    phone.type(0, 0, 6, 'ghijkl');
    const tight = { ...LIMITS, cardCharsMax: 6 };
    const receive = (): unknown[] =>
      phone.outbox.splice(0).map((bytes) => server.receive(bytes, 'one', tight).ok);
    expect(receive()).toEqual([true, true]);
    tight.cardCharsMax = 3;
    phone.type(0, 0, 1, '');
    phone.remove(0, true);
    expect(receive()).toEqual([true, true]);
  });
});
