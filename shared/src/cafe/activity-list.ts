/** How one fact becomes a line of the facilitators’ list. */
import type { About } from './about-body.ts';
import { isQuiet, type Activity } from './activity.ts';
import type { Cafe } from './cafe.ts';
import { placeOf } from './cards.ts';
import type { Deed } from './deed.ts';
import type { Fact, FactBody, FactOf } from './fact.ts';
import { minutesInAll } from './lasting.ts';
import { LIMITS } from './limits.ts';
import { homeRound, type Step, visitingRounds } from './programme.ts';

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
    (body.kind === 'personSeated' && (body.because === 'avoid' || body.because === 'picked')) ||
    isWithoutHome(before, after, body)
  ) {
    return [...list];
  }
  const [newest, ...older] = list;
  if ('withTable' in body && newest !== undefined)
    return [{ ...newest, team: body.team }, ...older];
  const line: Activity = { number: fact.number, at: fact.at, by: fact.by, did: kind };
  if ('person' in body && body.person !== null) line.person = body.person;
  if ('table' in body) line.table = body.table;
  const question = questionIn(body);
  if (question !== null) {
    line.isOn = question.isOn;
    line.table = question.page === null ? null : placeOf(question.page).table;
  }
  if (body.kind === 'noteErased') line.table = placeOf(body.page).table;
  if (body.kind === 'personSeated') Object.assign(line, ofSeat(body));
  if (body.kind === 'seatPlanned') {
    line.round = body.round;
    line.hosting = body.moved[body.person]?.hosting === true;
  }
  if (body.kind === 'seatingChosen') line.first = body.first;
  if (body.kind === 'packNamesChosen') line.isOn = body.named;
  if ('whom' in body) line.person = body.whom;
  if (body.kind === 'personLeft') line.isOn = before.people[body.person]?.here === true;
  if (body.kind === 'personArrived' && before.people[body.person]?.left === true) line.again = true;
  if (isAdded(before.deeds[0], body)) line.added = true;
  if (ofTeam(body)) line.team = body.team;
  const was = wasCalled(body, before);
  if (was !== null) line.was = was;
  if (body.kind === 'stepEntered') Object.assign(line, entered(before, body.index));
  const isPaused = after.stage.at === 'paused';
  if (body.kind === 'wentBack' && (isPaused || before.stage.at === 'paused')) {
    line.isPaused = isPaused;
  }
  if (body.kind === 'extended') line.minutes = body.minutes;
  if (body.kind === 'tableClosed') line.reason = body.reason;
  if (body.kind === 'takenIn') {
    line.people = body.people.length;
    line.teams = body.teams.length;
    if (body.filled !== undefined) line.filled = body.filled.length;
  }
  if (body.kind === 'tablesPlanned') {
    line.isOn = body.planned !== null;
    line.people = body.planned?.quality.people ?? 0;
  }
  if (body.kind === 'restSeated') line.people = Object.keys(body.itineraries).length;
  if (body.kind === 'stepsTimed') {
    line.steps = body.steps.flatMap(({ index }) => {
      const step = named(before.definition.programme[index]);
      const minutes = minutesInAll(after.definition, after.stage, index);
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
  return (joined(line, others) ?? [line, ...others]).slice(0, LIMITS.activityMax);
}

/** Who is put on the list and arrives in one press was added, and not checked in. */
function isAdded(newest: Deed | undefined, body: FactBody): boolean {
  const listed = newest?.did === 'personListed' ? newest.last.body : null;
  return (
    body.kind === 'personArrived' &&
    listed?.kind === 'personListed' &&
    listed.person === body.person
  );
}

/** Somebody of no team has no table of their own to come home to: that is no news. */
function isWithoutHome(
  before: Pick<Cafe, 'itineraries'>,
  { people, definition }: Cafe,
  body: FactBody,
): boolean {
  if (body.kind !== 'personSeated' || body.because !== 'late' || body.table !== null) return false;
  const { person, round } = body;
  const had = before.itineraries?.[person]?.tables[round - 1] ?? null;
  return round === homeRound(definition.programme) && had === null && people[person]?.team === null;
}

/** The list where a line goes into its newest, so that a rush at the door, or for other tables, hides nothing else. */
function joined(line: Activity, list: readonly Activity[]): Activity[] | null {
  const newest = list[0];
  if (newest === undefined) return null;
  if (line.alsoIn !== undefined) {
    return [{ ...newest, alsoIn: [...(newest.alsoIn ?? []), ...line.alsoIn] }, ...list.slice(1)];
  }
  if (line.did === 'personSeated' && continuesSeats(line, newest)) {
    return [{ ...newest, onwards: true }, ...list.slice(1)];
  }
  const isAlike = byThemselves(line);
  if (isAlike === null) return null;
  const run = list.findIndex((one) => !isAlike(one));
  const before = list.slice(0, run < 0 ? list.length : run);
  const people = before.reduce((sum, one) => sum + (one.people ?? 1), 1);
  if (people <= LIMITS.alikeLinesMax) return null;
  return [{ ...line, people }, ...list.slice(before.length)];
}

function ofSeat({
  because,
  round,
  hosting,
}: FactOf<'personSeated'>): Pick<Activity, 'round' | 'alsoIn' | 'hosting'> {
  switch (because) {
    case 'host':
      return { round, hosting };
    case 'alsoHost':
      return { alsoIn: [round], hosting };
    case 'late':
    case 'moved':
      return { round };
    case 'change':
    case 'avoid':
    case 'picked':
      return {};
  }
}

/** Whether a line is of a later seat that the same late comer was given in the same moment. */
function continuesSeats(
  line: Activity,
  { did, at, person, table, round = Infinity, hosting }: Activity,
): boolean {
  const isSeat = did === 'personSeated' && (hosting ?? line.hosting) === undefined;
  const isSame = isSeat && at === line.at && person === line.person;
  return isSame && table !== null && line.table !== null && round < (line.round ?? 0);
}

/** The lines that one of what people do by themselves is counted together with; null of all others. */
function byThemselves(line: Activity): ((line: Activity) => boolean) | null {
  return [cameByThemselves, changedByThemselves].find((isSuch) => isSuch(line)) ?? null;
}

/** What a facilitator did is a line of its own, it may have to be undone; and so is who was taken for gone. */
function cameByThemselves({ did, by, again }: Activity): boolean {
  return did === 'personArrived' && by.role !== 'facilitator' && again === undefined;
}

/** Whoever says at which table they sit, and who moves along; hosts and late comers are told of singly. */
function changedByThemselves({ did, by, round, hosting }: Activity): boolean {
  const isChange = did === 'personSeated' && round === undefined && hosting === undefined;
  return isChange && by.role === 'person';
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
): body is FactOf<'teamDescribed' | 'teamAdded' | 'teamNamed' | 'teamRemoved'> {
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
