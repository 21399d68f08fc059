/**
 * The HTTP API's bodies. Everything a browser does outside the socket goes through these.
 *
 *   POST   /api/cafes                 Definition + people, or an export → MadeCafe           (creates; no session needed)
 *   POST   /api/cafes/sample          { pace?, opensAt? } → as above, from the sample café
 *   GET    /api/codes/:code           → DoorView                                             (also with a join secret: /api/doors/:secret)
 *   POST   /api/join                  JoinRequest → JoinAnswer
 *   POST   /api/lay                LayRequest → LayAnswer                                  (a device that stays at a table)
 *   POST   /api/exchange              { secret } → { session, role, cafe, … }                (a link's secret for a session of one's own)
 *   GET    /api/cafe/links            facilitator → Links
 *   GET    /api/cafe/door             facilitator, screen → Door
 *   POST   /api/cafe/guests           facilitator { count } → { added }                      (fill with simulated guests)
 *   GET    /api/cafe/notes?table=     facilitator → NotesToCorrect
 *   POST   /api/cafe/notes            facilitator, Correction → {}                           (tables of no team)
 *   POST   /api/cafe/answers          facilitator, AnswerBody → {}                            (after the close)
 *   GET    /api/receipt               whoever had a link or session, or knows the café's id → { receipt }   (of a deleted café, or null)
 *   DELETE /api/cafe                  facilitator → { receipt }
 *   GET    /api/cafe/pack.json        facilitator → the whole café; .md the same as Markdown
 *   GET    /api/team                  team → TeamDay
 *   GET    /api/team/notes            team → NotesToCorrect                                  (after the close)
 *   POST   /api/team/notes            team, Correction → {}
 *   GET    /api/team/pack.{json,md,html}   team session, or participant of the team, or facilitator with ?team=
 *
 * Sessions travel as `Authorization: Bearer …`, never as a cookie.
 */
import * as v from 'valibot';
import { LIMITS, StepBody, nameText, optionalText, type CafeView } from '../cafe/index.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.idCharsMax), v.regex(/^[\w-]+$/u));
const round = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.roundsMax + 1));
const title = nameText(LIMITS.titleCharsMax);
const question = optionalText(LIMITS.questionCharsMax);

export const DefinitionBody = v.object({
  title,
  organisation: optionalText(LIMITS.titleCharsMax),
  question,
  homeQuestion: question,
  panelQuestion: question,
  notice: optionalText(LIMITS.noticeCharsMax),
  lobby: v.exactOptional(optionalText(LIMITS.lineCharsMax)),
  programme: v.pipe(v.array(StepBody), v.minLength(1), v.maxLength(LIMITS.stepsMax)),
  tables: v.pipe(
    v.array(
      v.object({
        id,
        number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.tableNumberMax)),
        place: optionalText(LIMITS.lineCharsMax),
        chairs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.chairsMax)),
        closed: v.exactOptional(optionalText(LIMITS.lineCharsMax)),
        question: v.exactOptional(question),
      }),
    ),
    v.minLength(1),
    v.maxLength(LIMITS.tablesInFileMax),
  ),
  teams: v.pipe(
    v.array(
      v.object({
        id,
        name: nameText(LIMITS.titleCharsMax),
        topic: optionalText(LIMITS.lineCharsMax),
        story: v.exactOptional(optionalText(LIMITS.lineCharsMax)),
        question,
        homeTable: id,
      }),
    ),
    v.maxLength(LIMITS.teamsMax),
  ),
  namesInPacks: v.exactOptional(v.boolean()),
  seating: v.exactOptional(v.picklist(['scatter', 'pick'])),
  seatFirst: v.exactOptional(v.picklist(['tables', 'people'])),
  hostsPerTable: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  pace: v.pipe(v.number(), v.minValue(1), v.maxValue(LIMITS.paceMax)),
  opensAt: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.opensAtMax)),
  ),
  keepDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.keepDaysMax)),
});

export const ListedBody = v.object({
  id,
  name: nameText(LIMITS.nameCharsMax),
  team: v.nullable(id),
  withoutPhone: v.boolean(),
  fixedAt: v.nullable(id),
  goesWith: v.nullable(id),
  hostsIn: v.exactOptional(v.pipe(v.array(round), v.maxLength(LIMITS.roundsMax))),
});

/** A café as JSON: what makes one. `notes` is what an export carries besides and an import restores. */
export const CafeBody = v.object({
  definition: DefinitionBody,
  people: v.pipe(v.array(ListedBody), v.maxLength(LIMITS.peopleMax)),
});
export type CafeBody = v.InferOutput<typeof CafeBody>;

/** `door` is the typed code or the QR's join secret. `claim` answers the refusal "same name". */
export const JoinRequest = v.object({
  door: v.pipe(v.string(), v.minLength(4), v.maxLength(200)),
  name: v.string(),
  team: v.nullable(id),
  claim: v.nullable(v.picklist(['same', 'new'])),
});
export type JoinRequest = v.InferOutput<typeof JoinRequest>;

/** What the join page shows to somebody with the code: teams, never people. */
export interface DoorView {
  cafe: string;
  title: string;
  organisation: string;
  notice: string;
  open: 'before' | 'open' | 'closed';
  /** Whether names stand in the notes that teams take home. */
  namesInPacks: boolean;
  teams: { id: string; name: string; table: number }[];
}

/** The `cafe` view as it is now; with `tag` in the handshake it is not sent again while it is the same. */
export interface FirstView {
  factNumber: number;
  tag: string;
  view: CafeView;
}

export interface JoinAnswer {
  session: string;
  cafe: string;
  person: string;
}

/**
 * A device that stays at the table with this number, which its card's address says. `phone` will be its
 * id in the café: the same however often it asks, so that it is safe to ask again.
 */
export const LayRequest = v.object({
  phone: v.pipe(v.string(), v.uuid()),
  door: v.pipe(v.string(), v.minLength(4), v.maxLength(200)),
  table: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.tableNumberMax)),
});
export type LayRequest = v.InferOutput<typeof LayRequest>;

export interface LayAnswer {
  session: string;
  cafe: string;
  /** The device's id in the café. */
  phone: string;
  table: number;
}

export const ExchangeRequest = v.object({
  secret: v.pipe(v.string(), v.minLength(16), v.maxLength(200)),
});

export type Role = 'facilitator' | 'screen' | 'team' | 'person' | 'table';

export interface ExchangeAnswer {
  session: string;
  role: Role;
  cafe: string;
  /** The team of a team link. */
  team: string | null;
  /** How this facilitator is called in activity lists. */
  label: string | null;
}

/** Addresses to give away; the secrets are in the fragments. */
export interface Links {
  code: string;
  join: string;
  facilitate: string;
  screen: string;
  teams: { team: string; link: string }[];
}

/** The way in, as the big screen shows it. */
export interface Door {
  code: string;
  /** The address in the QR. */
  join: string;
}

export interface MadeCafe {
  cafe: string;
  code: string;
  /** A session of the maker's own, so that the browser can go straight on. */
  session: string;
  links: Links;
}

/** The words its sender saw there; others that somebody has saved since are not written over. */
const was = v.exactOptional(v.pipe(v.string(), v.maxLength(LIMITS.cardCharsMax, 'long')));

/** A note of one's team, or of a table that is no team's, corrected after the café; `id` is new for each and makes it safe to send again. */
export const Correction = v.object({
  id: v.pipe(v.string(), v.uuid()),
  page: v.pipe(v.string(), v.minLength(3), v.maxLength(LIMITS.idCharsMax + 8)),
  /** Null: a note that is new, from paper. */
  card: v.nullable(v.pipe(v.string(), v.uuid())),
  kind: v.picklist(['note', 'next', 'who', 'when']),
  /** Empty: the note is removed. */
  text: v.pipe(v.string(), v.maxLength(LIMITS.cardCharsMax, 'long')),
  was,
});
export type Correction = v.InferOutput<typeof Correction>;

/** What a facilitator answers after the café to a question for the panel. */
export const AnswerBody = v.object({
  id: v.pipe(v.string(), v.uuid()),
  page: v.pipe(v.string(), v.minLength(3), v.maxLength(LIMITS.idCharsMax + 8)),
  /** The question's. */
  card: v.pipe(v.string(), v.uuid()),
  /** Empty: the answer is taken back. */
  text: optionalText(LIMITS.answerCharsMax),
  was,
});
export type AnswerBody = v.InferOutput<typeof AnswerBody>;

/** All that is left of a café: when it was deleted, epoch ms, and how many rows that were. */
export interface KeptReceipt {
  deletedAt: number;
  rows: number;
}

export interface NotesToCorrect {
  /** Of one table, by round. */
  pages: {
    page: string;
    round: number;
    isHome: boolean;
    /** `isLate`: added later, as a note of its own or, behind it, to the note before. `isAsked`: asked of the panel. */
    cards: { id: string; kind: string; text: string; isLate: boolean; isAsked: boolean }[];
  }[];
}
