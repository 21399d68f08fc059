import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { admit, type AdmitCode } from './admit.ts';
import { readCards } from './card.ts';
import { forge, MAP, TEXT, value, varString, varUint, words, type ForgedStruct } from './forged.ts';
import { knownFrom } from './replay.ts';
import {
  LIMITS,
  listsOfKnown,
  listsOfPage,
  SimulatedPhone,
  SimulatedServer,
  stateOfPage,
  uuid7,
} from './simulated.ts';

const ME = 'me';

/**
 * Anna's page. Her clientID is 7: card 0, text 1, "Hello" 2 to 6, order 7, stroke 8.
 */
function annasPage(): SimulatedServer {
  const server = new SimulatedServer();
  const anna = new SimulatedPhone('anna', 7);
  anna.add(1, 'Hello');
  anna.draw(1);
  expect(anna.send(server, false)).toMatchObject([{ ok: true }, { ok: true }]);
  return server;
}

/** One struct by me, clientID 9, at the end of what I wrote. */
function mine(...structs: ForgedStruct[]): Uint8Array {
  return forge([{ client: 9, clock: 0, structs }]);
}

const CARD: ForgedStruct = { parent: 'cards', key: uuid7(9), content: MAP };
const CARD_TEXT: ForgedStruct = { parent: [9, 0], key: 'text', content: TEXT };

/** Refused with this code, and nothing is known or stored that was not before. */
function expectRefused(server: SimulatedServer, bytes: Uint8Array, code: AdmitCode): void {
  const lists = listsOfKnown(server.known);
  const clients = [...server.known.clients.keys()];
  expect(admit(bytes, ME, server.known, LIMITS)).toEqual({ ok: false, code });
  expect(listsOfKnown(server.known)).toEqual(lists);
  expect([...server.known.clients.keys()]).toEqual(clients);
  expect(knownFrom(server.rows).known).toEqual(server.known);
}

describe('a hostile update is refused', () => {
  const cases: Record<string, [AdmitCode, Uint8Array]> = {
    'no bytes': ['malformed', Uint8Array.of()],
    'nothing in it': ['empty', Uint8Array.of(0, 0)],
    'seven bytes that claim four billion structs': [
      'malformed',
      Uint8Array.of(1, 255, 255, 255, 255, 15, 1),
    ],
    'seven bytes that claim four billion deletions': [
      'malformed',
      Uint8Array.of(0, 1, 7, 255, 255, 255, 255, 15),
    ],
    'four billion clients': ['malformed', Uint8Array.of(255, 255, 255, 255, 15)],
    'a string longer than the update': [
      'malformed',
      mine(CARD, CARD_TEXT, { parent: [9, 1], content: [4, [...varUint(60_000), 65]] }),
    ],
    'a list of four billion values': [
      'malformed',
      mine({ parent: 'strokes', content: [8, [...varUint(4_000_000_000), 126]] }),
    ],
    'lists inside lists without end': [
      'malformed',
      mine({ parent: 'strokes', content: value(...Array<number[]>(20_000).fill([117, 1]).flat()) }),
    ],
    'deep lists': [
      'content',
      mine({
        parent: 'strokes',
        content: value(...Array<number[]>(9).fill([117, 1]).flat(), 126),
      }),
    ],
    'text that is not UTF-8': [
      'malformed',
      mine({ origin: [7, 6], content: [4, [3, 0xed, 0xa0, 0x80]] }),
    ],
    'a clientID of somebody else': [
      'foreign',
      forge([{ client: 7, clock: 9, structs: [{ origin: [7, 6], content: words('x') }] }]),
    ],
    'a gap': [
      'gap',
      forge([{ client: 9, clock: 1, structs: [{ origin: [7, 6], content: words('x') }] }]),
    ],
    'one clientID in two sections with another between': [
      'malformed',
      forge([
        { client: 9, clock: 0, structs: [{ origin: [7, 6], content: words('x') }] },
        { client: 8, clock: 0, structs: [{ origin: [7, 6], content: words('y') }] },
        { client: 9, clock: 1, structs: [{ origin: [7, 6], content: words('z') }] },
      ]),
    ],
    'a clientID of more than 32 bits': [
      'malformed',
      forge([{ client: 2 ** 40, clock: 0, structs: [{ origin: [7, 6], content: words('x') }] }]),
    ],
    'a left neighbour that is not stored': [
      'missing',
      mine({ origin: [7, 99], content: words('x') }),
    ],
    'a right neighbour that is not stored': [
      'missing',
      mine({ right: [5, 0], content: words('x') }),
    ],
    'itself as neighbour': ['missing', mine({ origin: [9, 0], content: words('x') })],
    'a parent that is not stored': ['missing', mine({ parent: [5, 0], content: words('x') })],
    'a parent that is a word': ['layout', mine({ parent: [7, 3], content: words('x') })],
    'another root': ['layout', mine({ parent: 'settings', key: 'x', content: value(120) })],
    'words in the root': ['layout', mine({ parent: 'cards', content: words('x') })],
    'keys in the strokes': ['layout', mine({ parent: 'strokes', key: 'x', content: value(120) })],
    'words in the strokes': ['content', mine({ parent: 'strokes', content: words('x') })],
    'a card whose key is no uuid': [
      'layout',
      mine({ parent: 'cards', key: 'constructor', content: MAP }),
    ],
    'a card that is a value': [
      'layout',
      mine({ parent: 'cards', key: uuid7(9), content: value(120) }),
    ],
    'a card without its text': ['layout', mine(CARD)],
    'a card set again': ['card-again', mine({ parent: 'cards', key: uuid7(1), content: MAP })],
    'a card set after itself': ['card-again', mine({ origin: [7, 0], content: MAP })],
    'a text set again': ['card-again', mine({ parent: [7, 0], key: 'text', content: TEXT })],
    'a text set after itself': ['card-again', mine({ origin: [7, 1], content: TEXT })],
    'an unknown key in a card': [
      'layout',
      mine({ parent: [7, 0], key: '__proto__', content: value(120) }),
    ],
    'no key in a card': ['layout', mine({ parent: [7, 0], content: value(120) })],
    'a key in a text': ['layout', mine({ parent: [7, 1], key: 'x', content: value(120) })],
    'a value in a text': ['content', mine({ origin: [7, 6], content: value(120) })],
    'a text in a text': ['content', mine({ origin: [7, 6], content: TEXT })],
    'a wrong value in a field': [
      'content',
      mine({ parent: [7, 0], key: 'removed', content: value(126) }),
    ],
    'two values in a field': [
      'content',
      mine({ parent: [7, 0], key: 'removed', content: [8, [2, 120, 121]] }),
    ],
    'a long value in a field': [
      'content',
      mine({ parent: [7, 0], key: 'kind', content: value(119, ...varString('x'.repeat(99))) }),
    ],
    'an order that is not finite': [
      'content',
      mine({ parent: [7, 0], key: 'order', content: value(124, 0x7f, 0x80, 0, 0) }),
    ],
    'a field set before its last value': [
      'crossed',
      mine({ right: [7, 7], content: value(125, 1) }),
    ],
    'NUL in words': ['content', mine({ origin: [7, 6], content: words('a\0b') })],
    'NUL in a stroke': ['content', mine({ parent: 'strokes', content: value(119, 1, 0) })],
    'bytes in a stroke': ['content', mine({ parent: 'strokes', content: value(116, 1, 0) })],
    'neighbours in the wrong order': [
      'crossed',
      mine({ origin: [7, 5], right: [7, 3], content: words('x') }),
    ],
    'neighbours that never stood side by side': [
      'crossed',
      mine({ origin: [7, 2], right: [7, 5], content: words('x') }),
    ],
    'neighbours of two lists': [
      'layout',
      mine({ origin: [7, 5], right: [7, 8], content: words('x') }),
    ],
    'the end of a text where it never was': [
      'crossed',
      mine(
        { origin: [7, 2], right: [7, 3], content: words('x') },
        { origin: [9, 0], content: words('y') },
      ),
    ],
    'deleting a card': ['delete-card', forge([], [[7, [0, 1]]])],
    'deleting a text': ['delete-card', forge([], [[7, [1, 1]]])],
    'deleting everything': ['delete-card', forge([], [[7, [0, 9]]])],
    'deleting what is not stored': ['missing', forge([], [[7, [8, 2]]])],
    'deleting of somebody unknown': ['missing', forge([], [[5, [0, 1]]])],
    'deleting a length of 2 to the 50': ['missing', forge([], [[7, [2, 2 ** 50]]])],
    'deleting nothing': ['malformed', forge([], [[7, [2, 0]]])],
  };
  const unwelcome: [string, ForgedStruct['content']][] = [
    ['collected structs', [0, []]],
    ['deleted content', [1, [3]]],
    ['legacy JSON', [2, [1, ...varString('1')]]],
    ['binary', [3, [1, 0]]],
    ['an embed', [5, varString('{}')]],
    ['a format', [6, [...varString('bold'), ...varString('true')]]],
    ['an array type', [7, [0]]],
    ['an XML text', [7, [6]]],
    ['a subdocument', [9, [...varString('guid'), 118, 0]]],
  ];
  for (const [name, content] of unwelcome) {
    cases[name] = ['content', mine({ origin: [7, 6], content })];
  }
  cases['collected structs'] = ['content', Uint8Array.of(1, 1, 9, 0, 0, 5, 0)];
  cases['a skip'] = ['gap', Uint8Array.of(1, 2, 9, 0, 10, 3, 132, 7, 6, 1, 65, 0)];

  for (const [name, [code, bytes]] of Object.entries(cases)) {
    it(`${name}: ${code}`, () => expectRefused(annasPage(), bytes, code));
  }

  it('what is stored already, whole or in part: old', () => {
    const server = annasPage();
    const bytes = mine({ origin: [7, 6], content: words('xy') });
    expect(server.receive(bytes, ME)).toMatchObject({ ok: true });
    expectRefused(server, bytes, 'old');
    expectRefused(server, mine({ origin: [7, 6], content: words('xyz') }), 'old');
  });

  it('what would make every phone walk for long: work', () => {
    const server = annasPage();
    // Eight thousand single letters, all at the end of what Anna wrote, each a span of its own.
    const client = (n: number): number => 1_000_000 - n;
    const structs = Array.from({ length: 8_000 }, (_, n) => {
      const struct: ForgedStruct = { origin: [7, 6], content: words('x') };
      return { client: client(n), clock: 0, structs: [struct] };
    });
    const bytes = forge(structs);
    expect(bytes.length).toBeLessThan(2 * LIMITS.entryBytesMax);
    expect(admit(bytes, ME, server.known, { ...LIMITS, entryBytesMax: 2 * bytes.length })).toEqual({
      ok: false,
      code: 'work',
    });
    expect(knownFrom(server.rows).known).toEqual(server.known);
  });
});

describe('bytes that are written oddly', () => {
  it('are stored in the one plain way, so that no reader understands them differently', () => {
    const plain = mine(
      { origin: [7, 6], content: words('x') },
      { origin: [9, 0], content: words('y') },
    );
    const twice = forge([
      { client: 9, clock: 0, structs: [{ origin: [7, 6], content: words('x') }] },
      { client: 9, clock: 1, structs: [{ origin: [9, 0], content: words('y') }] },
    ]);
    for (const odd of [twice, Uint8Array.from([...plain, 1, 2, 3])]) {
      const admitted = annasPage().receive(odd, ME);
      expect(admitted.ok && admitted.bytes).toEqual(plain);
    }
  });

  it('are never read beyond their end into a larger buffer', () => {
    const secret = Uint8Array.from([
      ...mine({ origin: [7, 6], content: [4, [6]] }).slice(0, -1),
      ...Buffer.from('secret'),
      0,
    ]);
    const view = secret.subarray(0, secret.length - 7);
    expectRefused(annasPage(), view, 'malformed');
  });
});

const honest = ((): Uint8Array[] => {
  const server = annasPage();
  const phone = new SimulatedPhone(ME, 9);
  phone.hear(server);
  phone.add(2, 'Mine');
  phone.type(0, 2, 1, 'xyz');
  phone.type(1, 1, 2, '');
  phone.remove(0, true);
  phone.draw(3);
  return phone.outbox;
})();

describe('an update with flipped bytes', () => {
  it('is refused, or is one that a healthy page takes', () => {
    const flip = fc.record({ at: fc.nat(400), to: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ entry: fc.nat(honest.length - 1), flips: fc.array(flip, { maxLength: 3 }) }),
          {
            maxLength: 8,
          },
        ),
        (attempts) => {
          const server = annasPage();
          for (const { entry, flips } of attempts) {
            const bytes = honest[entry]!.slice();
            for (const { at, to } of flips) bytes[at % bytes.length] = to;
            server.receive(bytes, ME);
          }
          expectHealthy(server, (n) => n);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('forged words and values', () => {
  /** Any neighbours, near or far, right or wrong. */
  const forged = fc.record({
    client: fc.constantFrom(3, 9, 4_000_000_000),
    origin: fc.option(fc.nat(40)),
    right: fc.option(fc.oneof(fc.nat(40), fc.constantFrom(-1, -2))),
    text: fc.constantFrom('a', 'bc', 'def'),
    deletes: fc.option(fc.nat(40), { freq: 5 }),
  });

  it('end in the same place on every phone, in whatever order they come', () => {
    let admittedCount = 0;
    fc.assert(
      fc.property(
        fc.array(forged, { maxLength: 25 }),
        fc.infiniteStream(fc.nat(1_000)),
        (attempts, random) => {
          const server = annasPage();
          const ids: [number, number][] = [2, 3, 4, 5, 6].map((clock) => [7, clock]);
          for (const { client, origin, right, text, deletes } of attempts) {
            const left = origin === null ? undefined : ids[origin % ids.length];
            const beside =
              right === null
                ? undefined
                : ids[right < 0 ? Math.max(0, ids.length + right) : right % ids.length];
            const clock = server.known.clients.get(client)?.end ?? 0;
            const struct: ForgedStruct = {
              ...(left && { origin: left }),
              ...(beside && { right: beside }),
              parent: [7, 1],
              content: words(text),
            };
            const gone = deletes === null ? undefined : ids[deletes % ids.length];
            const bytes = forge(
              [{ client, clock, structs: [struct] }],
              gone ? [[gone[0], [gone[1], 1]]] : [],
            );
            if (!server.receive(bytes, `replica ${client}`).ok) continue;
            admittedCount++;
            for (let i = 0; i < text.length; i++) ids.push([client, clock + i]);
          }
          expectHealthy(server, () => random.next().value as number);
        },
      ),
      { numRuns: 400 },
    );
    expect(admittedCount).toBeGreaterThan(400);
  });
});

/** All orders of arrival lead to one page, which has Anna's card, waits for nothing, and is known. */
function expectHealthy(server: SimulatedServer, random: (n: number) => number): void {
  const page = server.page();
  const state = stateOfPage(page);
  expect(state).toMatchObject({ pending: null, pendingDeletes: null });
  expect(readCards(page).map(({ id }) => id)).toContain(uuid7(1));
  expect(listsOfKnown(server.known)).toEqual(listsOfPage(page));
  for (let phone = 0; phone < 3; phone++) {
    const doc = new Y.Doc({ gc: false });
    const rows = server.rows.map(({ bytes }, n) => ({ bytes, place: random(n) }));
    for (const { bytes } of rows.sort((a, b) => a.place - b.place)) Y.applyUpdate(doc, bytes);
    expect(stateOfPage(doc)).toEqual(state);
  }
}
