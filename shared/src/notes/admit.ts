import { decode, type Decoded, type DeleteRange, type Struct } from './decoded.ts';
import { Trial } from './trial.ts';
import { indexAt, type Client, type Known, type Span } from './known.ts';
import { place, type PlaceCode } from './place.ts';

/**
 * What bytes may enter a page.
 *
 * Every update passes here before it is stored or relayed. What passes can be merged and applied in
 * any order on any phone: nothing in it waits for something that is not stored, nothing in it
 * throws, every list comes out the same everywhere, and no card or text is ever taken away. What a
 * participant may still do is what the textarea lets them do: write, change and delete words.
 *
 * Bytes are hostile until proven otherwise. Reading them costs time in proportion to their number,
 * whatever counts they claim, and walking is limited by `STEPS_MAX`.
 */
export interface AdmitLimits {
  /** Bytes of one update. */
  entryBytesMax: number;
  /** Bytes of all updates of a page together. */
  pageBytesMax: number;
  cardsPerPageMax: number;
  /**
   * UTF-16 units that can be read in one card. Two phones may fill a card at the same time, so what
   * a phone lets people type must stay well below.
   */
  cardCharsMax: number;
}

export type AdmitCode =
  /** Longer than `entryBytesMax`. */
  | 'entry-bytes'
  /** The page would be longer than `pageBytesMax`. */
  | 'page-bytes'
  /** Not a Yjs V1 update, or one clientID in two places of it. */
  | 'malformed'
  /** Changes nothing. */
  | 'empty'
  /** Writes under a clientID of another replica. */
  | 'foreign'
  /** Begins before the stored end of its clientID: stored already, in whole or in part. */
  | 'old'
  /** Begins after the stored end of its clientID. */
  | 'gap'
  /** Deletes a card or a card's text; removing is a flag. */
  | 'delete-card'
  /** A card would be longer than `cardCharsMax`. */
  | 'card-chars'
  /**
   * `missing`: refers to something not stored. `layout`: no place for it on a page. `content`: not
   * what may stand there. `card-again`: sets a card or its text a second time. `cards`: more than
   * `cardsPerPageMax`. `crossed`: between two neighbours that never were. `work`: would take every
   * phone too long.
   */
  | PlaceCode;

export type Admitted =
  | {
      ok: true;
      /** Store and relay these, not the bytes received: see `Decoded.bytes`. */
      bytes: Uint8Array;
      /** Under which clientIDs this update writes; none when it only deletes. */
      clientIds: number[];
      /** The cards it touches. */
      cardIds: string[];
    }
  | { ok: false; code: AdmitCode };

/** Far above what 64 kB of honest typing needs (a few per struct), and about a millisecond. */
const STEPS_MAX = 100_000;

/**
 * Judges `bytes` sent by `replica`. When they are accepted `known` is changed to include them; when
 * they are refused it is as before. Call it again only after the accepted bytes are sure to be
 * stored, or make `known` anew from the store when storing failed. Never throws.
 */
export function admit(
  bytes: Uint8Array,
  replica: string,
  known: Known,
  limits: AdmitLimits,
): Admitted {
  if (bytes.length > limits.entryBytesMax) return { ok: false, code: 'entry-bytes' };
  if (known.bytes + bytes.length > limits.pageBytesMax) return { ok: false, code: 'page-bytes' };
  return enter(bytes, () => replica, known, limits, STEPS_MAX);
}

/** As `admit`, for bytes of any size whose clientIDs belong to whom `ownerOf` says. */
export function enter(
  bytes: Uint8Array,
  ownerOf: (clientId: number) => string,
  known: Known,
  limits: Pick<AdmitLimits, 'cardsPerPageMax' | 'cardCharsMax'>,
  steps: number,
): Admitted {
  const update = decode(bytes);
  if (typeof update === 'string') return { ok: false, code: update };
  if (update.structs.length === 0 && update.deletes.length === 0) {
    return { ok: false, code: 'empty' };
  }
  const trial = new Trial(known, steps);
  const code = enterAll(trial, update, ownerOf, limits);
  if (code !== null) {
    trial.rollBack();
    return { ok: false, code };
  }
  known.bytes += update.bytes.length;
  return {
    ok: true,
    bytes: update.bytes,
    clientIds: [...new Set(update.structs.map(({ client }) => client))],
    cardIds: [...trial.cards],
  };
}

function enterAll(
  trial: Trial,
  update: Decoded,
  ownerOf: (clientId: number) => string,
  limits: Pick<AdmitLimits, 'cardsPerPageMax' | 'cardCharsMax'>,
): AdmitCode | null {
  return (
    enterStructs(trial, update.structs, ownerOf, limits.cardsPerPageMax) ??
    enterDeletes(trial, update.deletes) ??
    checkCards(trial, limits.cardCharsMax)
  );
}

/** The structs of one client in one update: gapless, and to be entered in this order. */
interface Section {
  client: Client;
  structs: Struct[];
  entered: number;
}

function enterStructs(
  trial: Trial,
  structs: Struct[],
  ownerOf: (clientId: number) => string,
  cardsMax: number,
): AdmitCode | null {
  const sections = sectionsOf(trial, structs, ownerOf);
  if (typeof sections === 'string') return sections;
  // Sections of several clients may refer to each other in any order, so those that wait are tried
  // again as long as anything moves. Entries have one section; only snapshots have many.
  let waiting = sections;
  while (waiting.length > 0) {
    let moved = false;
    for (const section of waiting) {
      if (!trial.step()) return 'work';
      const before = section.entered;
      const code = enterSection(trial, section, cardsMax);
      if (code !== null) return code;
      moved ||= section.entered > before;
    }
    if (!moved) return 'missing';
    waiting = waiting.filter(({ structs, entered }) => entered < structs.length);
  }
  return null;
}

function sectionsOf(
  trial: Trial,
  structs: Struct[],
  ownerOf: (clientId: number) => string,
): Section[] | AdmitCode {
  const sections = new Map<number, Section>();
  let last: Section | null = null;
  let lastId = -1;
  for (const struct of structs) {
    if (last === null || struct.client !== lastId) {
      if (sections.has(struct.client)) return 'malformed';
      const client = clientOf(trial, struct.client, ownerOf);
      if (typeof client === 'string') return client;
      if (struct.clock < client.end) return 'old';
      last = { client, structs: [], entered: 0 };
      lastId = struct.client;
      sections.set(lastId, last);
    }
    last.structs.push(struct);
  }
  return [...sections.values()];
}

function clientOf(
  trial: Trial,
  id: number,
  ownerOf: (clientId: number) => string,
): Client | AdmitCode {
  const { clients } = trial.known;
  const owner = ownerOf(id);
  const client = clients.get(id);
  if (client !== undefined) return client.owner === owner ? client : 'foreign';
  // Yjs makes clientIDs of 32 bits; others are not worth finding out what they do.
  if (id > 0xffffffff) return 'malformed';
  const fresh: Client = { owner, end: 0, spans: [], containers: [] };
  trial.change(
    () => clients.set(id, fresh),
    () => clients.delete(id),
  );
  return fresh;
}

function enterSection(trial: Trial, section: Section, cardsMax: number): AdmitCode | null {
  const { client, structs } = section;
  for (; section.entered < structs.length; section.entered++) {
    const struct = structs[section.entered]!;
    if (struct.clock !== client.end) return struct.clock < client.end ? 'malformed' : 'gap';
    const code = place(trial, client, struct, cardsMax);
    if (code === 'missing') return null;
    if (code !== null) return code;
  }
  return null;
}

/** Any stored words, values and strokes may be deleted, by anybody who may write; containers not. */
function enterDeletes(trial: Trial, deletes: DeleteRange[]): AdmitCode | null {
  for (const range of deletes) {
    const client = trial.known.clients.get(range.client);
    const end = range.clock + range.length;
    if (range.length === 0) return 'malformed';
    if (client === undefined || end > client.end) return 'missing';
    if (hasBetween(client.containers, range.clock, end)) return 'delete-card';
    for (let clock = range.clock; clock < end;) {
      if (!trial.step()) return 'work';
      const span = deletedPart(trial, client, clock, end);
      clock = span.clock + span.length;
    }
  }
  return null;
}

function deletedPart(trial: Trial, client: Client, clock: number, end: number): Span {
  const found = client.spans[indexAt(client.spans, clock)]!;
  const { list } = found;
  if (found.deleted || list === null) return found;
  const span = trial.startingAt({ client: found.client, clock });
  if (span.clock + span.length > end) trial.endingAt({ client: span.client, clock: end - 1 });
  const { length } = span;
  trial.change(
    () => {
      span.deleted = true;
      list.live -= length;
    },
    () => {
      span.deleted = false;
      list.live += length;
    },
  );
  if (list.card !== null) trial.cards.add(list.card);
  return span;
}

/** Whether ascending `clocks` has one in [from, to). */
function hasBetween(clocks: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = clocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clocks[middle]! < from) low = middle + 1;
    else high = middle;
  }
  const next = clocks[low];
  return next !== undefined && next < to;
}

function checkCards(trial: Trial, charsMax: number): AdmitCode | null {
  for (const id of trial.cards) {
    // A card comes with its text, in the same update, or not at all.
    if (!trial.known.cards.get(id)?.text) return 'layout';
  }
  for (const { kind, live } of trial.grown) {
    if (kind === 'text' && live > charsMax) return 'card-chars';
  }
  return null;
}
