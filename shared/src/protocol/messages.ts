/**
 * Everything that travels over Socket.IO. Client messages are parsed with the schemas below, so the
 * schema is the type; server messages are written by us and need only types. Their names
 * are the keys of `ClientMessages` and `ServerMessages`. Note bytes are Yjs V1 updates as base64 text.
 */
import * as v from 'valibot';
import { LIMITS, WireCommand, personWish } from '../cafe/index.ts';
import type {
  Refusal,
  RotationQuality,
  RoundNumber,
  SeatChange,
  SeatFirst,
  Slice,
  TableId,
} from '../cafe/index.ts';

const page = v.pipe(v.string(), v.maxLength(80), v.regex(/^[\w-]+\.\d{1,3}$/u));
const replica = v.pipe(v.string(), v.uuid());
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));

/** The handshake's `auth`. */
export const Handshake = v.object({
  protocol: v.number(),
  session: v.pipe(v.string(), v.minLength(16), v.maxLength(200)),
  /** The tag of the `cafe` view one has. */
  cafe: v.exactOptional(v.pipe(v.string(), v.maxLength(40))),
});

/**
 * First message after connecting: which replicas still hold unsaved entries, up to which number, and
 * of how many notes they are.
 */
export const Hello = v.object({
  unsaved: v.pipe(
    v.array(v.object({ page, replica, n: count, notes: v.exactOptional(count) })),
    v.maxLength(200),
  ),
});

/** A command with its sender's id for it; the same id sent again gets the same answer. */
export const CommandMessage = v.object({
  id: v.pipe(v.string(), v.uuid()),
  command: WireCommand,
});

/**
 * One entry of a phone's outbox: what one replica of one page did, numbered 1, 2, 3 … per replica.
 * Bytes of any length and kind are read here, so that whoever sent them hears that they were refused.
 */
export const EntryMessage = v.object({
  page,
  generation: count,
  replica,
  n: v.pipe(count, v.minValue(1)),
  bytes: v.string(),
});

/** As much of an entry that cannot be read as its sender needs to know which it was. */
export const EntryName = v.object({
  page: v.fallback(page, ''),
  replica,
  n: EntryMessage.entries.n,
});

export const PageMessage = v.object({ page });

/** Removes a note of a page for good; null: all that have been removed there. */
export const EraseMessage = v.object({ page, card: v.nullable(v.pipe(v.string(), v.uuid())) });

/** Who is writing on which card, or on none; stamped with the name by the server, never stored. */
export const PresenceMessage = v.object({ page, card: v.nullable(v.pipe(v.string(), v.uuid())) });

/**
 * Asks how the coming rounds would be repaired now; also with a table closed or opened, a table more, or
 * something changed of somebody.
 */
export const PreviewMessage = v.object({
  person: v.exactOptional(v.object(personWish)),
  added: v.exactOptional(
    v.object({
      chairs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.chairsMax)),
      id: v.pipe(v.string(), v.uuid()),
    }),
  ),
  table: v.exactOptional(
    v.object({ id: v.pipe(v.string(), v.maxLength(64)), closes: v.boolean() }),
  ),
});

/** "I'm here" at the table of the told round; false only asks how many are. */
export const HereMessage = v.object({ isHere: v.boolean() });

/** Asks what seats would come to now, with other tables first and with new people first. */
export const SeatingMessage = v.object({});

/** Asks what one's team brought back. */
export const BroughtMessage = v.object({});

export const ClockMessage = v.object({ sent: v.number() });

export type Handshake = v.InferOutput<typeof Handshake>;
export type Hello = v.InferOutput<typeof Hello>;
export type CommandMessage = v.InferOutput<typeof CommandMessage>;
export type EntryMessage = v.InferOutput<typeof EntryMessage>;
export type PageMessage = v.InferOutput<typeof PageMessage>;
export type EraseMessage = v.InferOutput<typeof EraseMessage>;
export type PresenceMessage = v.InferOutput<typeof PresenceMessage>;
export type PreviewMessage = v.InferOutput<typeof PreviewMessage>;
export type HereMessage = v.InferOutput<typeof HereMessage>;
export type SeatingMessage = v.InferOutput<typeof SeatingMessage>;
export type BroughtMessage = v.InferOutput<typeof BroughtMessage>;
export type ClockMessage = v.InferOutput<typeof ClockMessage>;

/** A refusal as it travels: the code for programs, the sentence for people. */
export type WireRefusal = Refusal & { sentence: string };

export type Answer<T> = ({ ok: true } & T) | { ok: false; refusal: WireRefusal };

/** A card as plain JSON, for everything read-only. */
export interface WireCard {
  id: string;
  kind: string;
  text: string;
  order: number;
  removed: boolean;
  /** The card this one answers or goes on from. */
  buildsOn?: string;
}

/** What was added to a page after it was locked, by whom. */
export interface WireLeaf {
  /** First name, or empty where names are left out. */
  by: string;
  cards: WireCard[];
}

/** What a repair of the coming rounds would change. */
export interface RepairPreview {
  /** Null where no plan is needed: no visit comes after the told round, or nobody is seated. */
  preview: string | null;
  changes: SeatChange[];
  tableRepeats: number;
  waste: number;
}

/** What seats would come to, by what they bring first. */
export type SeatingPreview = Record<SeatFirst, RotationQuality>;

/** Of the tables where people sit in the home round: which have written a next step. */
export interface NextStepsMessage {
  written: TableId[];
  missing: TableId[];
}

/** Notes that phones said they hold and that are not stored yet, and of which tables they are. */
export interface WaitingMessage {
  notes: number;
  phones: number;
  tables: TableId[];
}

/** How many have tapped "I'm here" at a table of the told round. */
export interface ArrivedMessage {
  table: TableId;
  round: RoundNumber;
  people: number;
}

/** The same for all tables where somebody has. */
export interface ArrivalsMessage {
  round: RoundNumber;
  tables: Record<TableId, number>;
}

/** Tables at which people sit in a visiting round and nobody has written yet. */
export interface SilentMessage {
  round: RoundNumber;
  tables: TableId[];
}

/** What members of one's team wrote at one table of others in one round; no names. */
export interface BroughtPage {
  /** The table's number. */
  table: number;
  round: number;
  /** Whose table it is; empty where it is nobody's. */
  team: string;
  cards: BroughtNote[];
  /** Written after the page was locked. */
  addedLater: BroughtNote[];
}

export interface BroughtNote {
  kind: string;
  text: string;
  /** A question for the panel; one that was put aside is a note again. */
  isAsked: boolean;
}

export interface SavedMessage {
  page: string;
  replica: string;
  n: number;
}

export type ServerMessages = {
  /** One view, with the café's fact number; a client drops one that is older than what it has of that kind. */
  slice: (message: { factNumber: number; slice: Slice }) => void;
  /** Merged note updates of one page since the last tick, and how many people have written on it. */
  entries: (message: { page: string; generation: number; writers: number; bytes: string }) => void;
  /** Everything of this replica up to and with n is committed. */
  saved: (message: SavedMessage) => void;
  /** The server has up to n − 1 of this replica and needs n next. */
  'send from': (message: SavedMessage) => void;
  /** An entry was refused for good; the phone drops it, keeps its text visible and says the sentence. */
  'entry refused': (message: SavedMessage & { refusal: WireRefusal }) => void;
  presence: (message: { page: string; card: string | null; name: string; replica: string }) => void;
  /** How many phones and big screens are connected now; to facilitators and the screen. */
  phones: (message: { connected: number; away: number; screens: number }) => void;
  /** To facilitators while the home round's pages are open, after a change and at most once a second. */
  'next steps': (message: NextStepsMessage) => void;
  /** To facilitators, when it changes, at most twice a second. */
  waiting: (message: WaitingMessage) => void;
  /** To those whose table it is, when somebody taps. */
  arrived: (message: ArrivedMessage) => void;
  /** To facilitators, at most once a second. */
  arrivals: (message: ArrivalsMessage) => void;
  /** To facilitators while a visiting round's pages are open, when it changes. */
  'silent tables': (message: SilentMessage) => void;
  /**
   * To everybody: the notes of a page were corrected, completed or answered after the café, or others of them
   * are questions for the panel; `read page` has them.
   */
  'read again': (message: { page: string }) => void;
  /** This session has ended: its link was revoked, or the café deleted. */
  ended: (message: { refusal: WireRefusal }) => void;
};

/** `undo`: to a facilitator, the number under which what was just done can be undone. */
export interface CommandAnswer {
  /** Of the last fact. */
  factNumber: number;
  undo?: number;
}

type Ack<T> = (answer: Answer<T>) => void;

export type ClientMessages = {
  hello: (
    message: Hello,
    ack: Ack<{ now: number; saved: SavedMessage[]; sendFrom: SavedMessage[] }>,
  ) => void;
  command: (message: CommandMessage, ack: Ack<CommandAnswer>) => void;
  /** Not acknowledged by itself: `saved` follows the commit. */
  entry: (message: EntryMessage) => void;
  /** Opens a page one may write on: its bytes so far. Facilitators then also follow it. */
  'open page': (
    message: PageMessage,
    ack: Ack<{
      page: string;
      generation: number;
      writers: number;
      locked: boolean;
      bytes: string;
    }>,
  ) => void;
  'leave page': (message: PageMessage, ack: Ack<object>) => void;
  /** A page as plain cards: earlier rounds of one's table, own pages, any page for facilitators. */
  'read page': (
    message: PageMessage,
    ack: Ack<{
      page: string;
      generation: number;
      cards: WireCard[];
      leaves: WireLeaf[];
      /** Cards that were picked for the next group, as they were picked. */
      passedOn: string[];
      /** Questions for the panel among them; one that was put aside is a note again. */
      asked: string[];
    }>,
  ) => void;
  /**
   * Facilitators, and hosts while the page is open. Acknowledged when nothing of the words is stored
   * any more; the page has its next generation then.
   */
  'erase note': (message: EraseMessage, ack: Ack<object>) => void;
  /** What one's team brought back: its members' own notes at other tables. */
  'read brought': (message: BroughtMessage, ack: Ack<{ pages: BroughtPage[] }>) => void;
  presence: (message: PresenceMessage) => void;
  /** Facilitators only. `preview` goes back with `applyRepair`; nothing is changed yet. */
  'preview repair': (message: PreviewMessage, ack: Ack<RepairPreview>) => void;
  /** Facilitators only, as long as nobody is seated: both ways to seat who is here now. */
  'preview seating': (message: SeatingMessage, ack: Ack<SeatingPreview>) => void;
  /** For people with a table in the told round. It is not stored: nobody waits for it. */
  here: (message: HereMessage, ack: Ack<ArrivedMessage & { isHere: boolean }>) => void;
  clock: (message: ClockMessage, ack: Ack<{ sent: number; now: number }>) => void;
};
