import type { ActorLabel } from './actor.ts';
import type { SeatFirst } from './cafe.ts';
import type { Fact, FactBody, FactKind } from './fact.ts';
import type { PersonId, TableId, TeamId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { placeOf } from './picked-cards.ts';
import type { StepTime } from './times.ts';

/** One line of the facilitators' activity list; the words are made by the client. */
export interface Activity {
  number: number;
  at: number;
  by: ActorLabel;
  did: Exclude<FactKind, Quiet>;
  person?: PersonId;
  table?: TableId | null;
  team?: TeamId;
  /** The step entered. */
  index?: number;
  minutes?: number;
  /** Steps with the minutes they last from then on. */
  steps?: StepTime[];
  /** How many a list brought, or were seated at once. */
  people?: number;
  teams?: number;
  /** Of a seat that was given or kept for hosting alone: whether this person hosts there now. */
  hosting?: boolean;
  /** What seats are to bring first. */
  first?: SeatFirst;
  /**
   * Of a question for the panel: put on the screen, answered or hidden, and not the opposite; of names
   * in the notes: that they stand there.
   */
  isOn?: boolean;
  /** Why a table was closed. */
  reason?: string;
  /** What an undo has given back. */
  undid?: Activity;
  /** Given back since. */
  undone?: true;
}

// A morning has hundreds of these; the list is for what facilitators and the clock did.
const QUIET = [
  'cafeMade',
  'personListed',
  'checked',
  'rated',
  'hostWished',
  'passedOn',
  'panelAsked',
  'cardSigned',
] as const;
type Quiet = (typeof QUIET)[number];

function isQuiet(kind: FactKind): kind is Quiet {
  return (QUIET as readonly FactKind[]).includes(kind);
}

/** The list with one more fact at its front; `undid`: the number of what it gives back. */
export function withActivity(
  list: readonly Activity[],
  fact: Fact,
  undid: number | null,
): Activity[] {
  const { body } = fact;
  const { kind } = body;
  if (
    isQuiet(kind) ||
    (body.kind === 'personSeated' && (body.because === 'avoid' || body.because === 'picked'))
  ) {
    return [...list];
  }
  const line: Activity = { number: fact.number, at: fact.at, by: fact.by, did: kind };
  if ('person' in body && body.person !== null) line.person = body.person;
  if ('table' in body) line.table = body.table;
  const question = questionIn(body);
  if (question !== null) {
    line.isOn = question.isOn;
    line.table = question.page === null ? null : placeOf(question.page).table;
  }
  if (body.kind === 'noteErased') line.table = placeOf(body.page).table;
  if (body.kind === 'personSeated' && body.because === 'host') line.hosting = body.hosting;
  if (body.kind === 'seatingChosen') line.first = body.first;
  if (body.kind === 'packNamesChosen') line.isOn = body.named;
  if (body.kind === 'teamDescribed') line.team = body.team;
  if ('index' in body) line.index = body.index;
  if (body.kind === 'extended') line.minutes = body.minutes;
  if (body.kind === 'tableClosed') line.reason = body.reason;
  if (body.kind === 'takenIn') {
    line.people = body.people.length;
    line.teams = body.teams.length;
  }
  if (body.kind === 'restSeated') line.people = Object.keys(body.itineraries).length;
  if (body.kind === 'stepsTimed') line.steps = body.steps;
  const gone = list.find(({ number }) => number === undid);
  if (gone !== undefined) line.undid = gone;
  const others = list.map((one) => (one === gone ? { ...one, undone: true as const } : one));
  return [line, ...others].slice(0, LIMITS.activityMax);
}

function questionIn(body: FactBody): { isOn: boolean; page: string | null } | null {
  switch (body.kind) {
    case 'questionShown':
      return { isOn: body.question !== null, page: body.question?.page ?? null };
    case 'questionAnswered':
      return { isOn: body.isAnswered, page: body.page };
    case 'questionHidden':
      return { isOn: body.isHidden, page: body.page };
    default:
      return null;
  }
}
