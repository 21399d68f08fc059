import type { ActorLabel } from './actor.ts';
import type { About } from './about.ts';
import type { Cafe, SeatFirst } from './cafe.ts';
import type { Fact, FactBody, FactKind } from './fact.ts';
import type { PersonId, RoundNumber, TableId, TeamId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { placeOf } from './picked-cards.ts';
import { visitingRounds, type Step, type StepKind } from './programme.ts';

/** One line of the facilitators' activity list; the words are made by the client. */
export interface Activity {
  number: number;
  at: number;
  by: ActorLabel;
  did: Exclude<FactKind, Quiet>;
  person?: PersonId;
  table?: TableId | null;
  team?: TeamId;
  /** Of a table that was added, and of a team that came, changed or went: as it was, if it is gone. */
  was?: { number: number } | { name: string };
  /** The step entered, and its place. */
  index?: number;
  step?: Step;
  /** What was left for it. */
  left?: StepKind;
  /** Added to a step; of a changed plan, to all that is to come. */
  minutes?: number;
  /** Steps with the minutes they last from then on. */
  steps?: { step: Step; minutes: number }[];
  /** Of a changed plan of the day: how many more rounds there are, negative where fewer. */
  rounds?: number;
  /** What was said anew about the café. */
  about?: (keyof About)[];
  /** How many a list brought, were planned for ahead, or were seated at once. */
  people?: number;
  teams?: number;
  /** Of a seat of a plan ahead. */
  round?: RoundNumber;
  /** Of a seat planned ahead, and of one that was given or kept for hosting alone: whether this person hosts there now. */
  hosting?: boolean;
  /** What seats are to bring first. */
  first?: SeatFirst;
  /**
   * Of a question for the panel: put on the screen, answered or hidden, and not the opposite; of names
   * in the notes: that they stand there; of tables planned ahead: that they are; of somebody who left:
   * that they had been here, and not only on the list.
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
  'passedOn',
  'panelAsked',
  'cardSigned',
] as const;
type Quiet = (typeof QUIET)[number];

function isQuiet(kind: FactKind): kind is Quiet {
  return (QUIET as readonly FactKind[]).includes(kind);
}

/**
 * The list with one more fact at its front; `after` is the café with that fact, `undid` the number of
 * what it gives back.
 */
export function withActivity(
  { activity: list, ...before }: Cafe,
  after: Cafe,
  fact: Fact,
  undid: number | null,
): Activity[] {
  const { body } = fact;
  const { kind } = body;
  if (
    isQuiet(kind) ||
    // Behind its own link a team may think about it for long.
    (body.kind === 'hostWished' && fact.by.role !== 'facilitator') ||
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
  if (body.kind === 'seatPlanned') {
    line.round = body.round;
    line.hosting = body.moved[body.person]?.hosting === true;
  }
  if (body.kind === 'seatingChosen') line.first = body.first;
  if (body.kind === 'packNamesChosen') line.isOn = body.named;
  if ('whom' in body) line.person = body.whom;
  if (body.kind === 'personLeft') line.isOn = before.people[body.person]?.here === true;
  if (ofTeam(body)) line.team = body.team;
  const was = wasCalled(body, before);
  if (was !== null) line.was = was;
  if (body.kind === 'stepEntered') Object.assign(line, entered(before, body.index));
  if (body.kind === 'extended') line.minutes = body.minutes;
  if (body.kind === 'tableClosed') line.reason = body.reason;
  if (body.kind === 'takenIn') {
    line.people = body.people.length;
    line.teams = body.teams.length;
  }
  if (body.kind === 'tablesPlanned') {
    line.isOn = body.planned !== null;
    line.people = body.planned?.quality.people ?? 0;
  }
  if (body.kind === 'restSeated') line.people = Object.keys(body.itineraries).length;
  if (body.kind === 'stepsTimed') {
    line.steps = body.steps.flatMap(({ index, minutes }) => {
      const step = named(before.definition.programme[index]);
      return step === undefined ? [] : [{ step, minutes }];
    });
  }
  if (body.kind === 'planChanged') {
    const [was, is] = [before.definition.programme, after.definition.programme];
    line.rounds = visitingRounds(is) - visitingRounds(was);
    line.minutes = minutesOf(is) - minutesOf(was);
  }
  if (body.kind === 'cafeDescribed') line.about = Object.keys(body.about) as (keyof About)[];
  const gone = list.find(({ number }) => number === undid);
  if (gone !== undefined) line.undid = gone;
  const others = list.map((one) => (one === gone ? { ...one, undone: true as const } : one));
  return [line, ...others].slice(0, LIMITS.activityMax);
}

/** Steps as they were then: later the plan of the day may be another. */
function entered(
  { definition: { programme } }: Pick<Cafe, 'definition'>,
  index: number,
): Pick<Activity, 'index' | 'step' | 'left'> {
  const step = named(programme[index]);
  const left = programme[index - 1]?.kind;
  return {
    index,
    ...(step === undefined ? {} : { step }),
    ...(left === undefined ? {} : { left }),
  };
}

/** What a step is called by, without its parts and questions. */
function named(step: Step | undefined): Step | undefined {
  if (step?.kind !== 'round') return step;
  const { kind, minutes, round } = step;
  return { kind, minutes, round, beats: [] };
}

function minutesOf(programme: readonly Step[]): number {
  return programme.reduce((sum, { minutes }) => sum + minutes, 0);
}

function ofTeam(
  body: FactBody,
): body is Extract<
  FactBody,
  { kind: 'teamDescribed' | 'teamAdded' | 'teamNamed' | 'teamRemoved' }
> {
  return /^team/u.test(body.kind);
}

/** Their numbers and names are no longer among the café’s once they are undone. */
function wasCalled(
  body: FactBody,
  { definition: { teams } }: Pick<Cafe, 'definition'>,
): NonNullable<Activity['was']> | null {
  switch (body.kind) {
    case 'tableAdded':
      return { number: body.number };
    case 'teamAdded':
    case 'teamNamed':
      return { name: body.name };
    case 'teamRemoved': {
      const team = teams.find(({ id }) => id === body.team);
      return team === undefined ? null : { name: team.name };
    }
    default:
      return null;
  }
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
