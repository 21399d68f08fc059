/** Whether the plan of the day may be changed so, and the seats that come with other rounds. */
import type { Instance } from '../rotation/index.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { NewSeats } from './fact.ts';
import { checkProgramme } from './found.ts';
import type { PersonId } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Itinerary } from './person.ts';
import { homeRound, roundCount, runsByItself, visitingRounds, type Step } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import { changedItineraries, changesOf, repairInstance } from './repair.ts';
import { numbered } from './replan.ts';
import { fits, quickPlan, type Proposal } from './rotation.ts';
import { bestTable, homeSeat } from './seating.ts';
import { isOpenIn } from './table-mark.ts';

type ChangePlan = CommandOf<'changePlan'>;

/** The rounds to plan beside the queue where this command adds or drops some; null where it does not. */
export function planNeeded(cafe: Cafe, command: ChangePlan): Instance | null {
  const after = afterChange(cafe, command);
  return 'refusal' in after ? null : instanceFor(cafe, after);
}

export function changePlan(cafe: Cafe, command: ChangePlan, proposal: Proposal | null): Decision {
  const programme = afterChange(cafe, command);
  if ('refusal' in programme) return programme;
  const before = cafe.definition.programme;
  const from = programme.findIndex((step, i) => !isSame(step, before[i]));
  const shorter = from < 0 && programme.length < before.length;
  if (from < 0 && !shorter) return { facts: [] };
  const first = shorter ? programme.length : from;
  const change = { kind: 'planChanged' as const, from: first, steps: programme.slice(first) };
  if (!needsSeats(cafe, programme)) return { facts: [change] };
  const seats = seatsFor(cafe, programme, proposal);
  return seats === null ? refuse('cannot plan') : { facts: [{ ...change, seats }] };
}

/** The whole plan as it would be, or why it cannot be. */
function afterChange(
  cafe: Cafe,
  { edition, from, steps }: ChangePlan,
): Step[] | { refusal: Refusal } {
  const { stage, definition } = cafe;
  const before = definition.programme;
  if (stage.at === 'closed') return refuse('cafe closed');
  if (edition !== cafe.edition) return refuse('old plan');
  if (from > before.length) return refuse('not understood');
  const programme = numbered([...before.slice(0, from), ...steps]);
  if (programme.length > LIMITS.stepsMax) return refuse('plan long');
  const running = stage.at === 'before' ? -1 : stage.index;
  for (const [index, step] of before.slice(0, running + 1).entries()) {
    const now = programme[index];
    const stays = index < running ? isSame(now, step) : hasSameTimes(now, step);
    if (!stays) return refuse('step begun');
  }
  // Who is on the way to a round goes on to it.
  const next = programme[running + 1]?.kind;
  if (before[running]?.kind === 'move' && next !== before[running + 1]?.kind) {
    return refuse('step begun');
  }
  const fault = faultOf(programme) ?? reachedFault(cafe, programme);
  return fault === null ? programme : refuse(fault);
}

type Fault = Parameters<typeof refuse>[0];

function faultOf(programme: readonly Step[]): Fault | null {
  const last = programme.at(-1);
  const home = programme.findIndex(({ kind }) => kind === 'home');
  const isRound = ({ kind }: Step): boolean => kind === 'round' || kind === 'home';
  if (visitingRounds(programme) > LIMITS.roundsMax) return 'plan long';
  if (roundCount(programme) === 0) return 'no round left';
  if (last === undefined || runsByItself(last)) return 'plan end';
  if (home >= 0 && programme.slice(home + 1).some(isRound)) return 'home last';
  return checkProgramme(programme).length > 0 ? 'not understood' : null;
}

/** Rounds that have begun once, also where Back has left them again, keep their numbers. */
function reachedFault({ reached, definition }: Cafe, programme: readonly Step[]): Fault | null {
  const home = homeRound(definition.programme);
  const wasHome = home !== null && reached >= home;
  const stays = wasHome ? homeRound(programme) === home : visitingRounds(programme) >= reached;
  return stays ? null : 'round reached';
}

/** What runs keeps its kind and its times; its words may change. */
function hasSameTimes(one: Step | undefined, other: Step): boolean {
  return one !== undefined && isSame(withoutWords(one), withoutWords(other));
}

function withoutWords(step: Step): object {
  const {
    title: _title,
    speaker: _speaker,
    link: _link,
    question: _question,
    ...rest
  } = {
    ...{ title: '', speaker: '', link: '', question: '' },
    ...step,
  };
  return rest;
}

/** Whether two steps are the same, in whatever order their fields were sent. */
function isSame(one: object | undefined, other: object | undefined): boolean {
  return one !== undefined && other !== undefined && written(one) === written(other);
}

function written(step: object): string {
  return JSON.stringify(Object.entries(step).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function needsSeats({ itineraries, definition }: Cafe, programme: readonly Step[]): boolean {
  const before = definition.programme;
  return (
    itineraries !== null &&
    (visitingRounds(before) !== visitingRounds(programme) ||
      homeRound(before) !== homeRound(programme))
  );
}

/** Everybody's seats in as many rounds as there will be; those of new rounds are still empty. */
function resized(cafe: Cafe, programme: readonly Step[]): Record<PersonId, Itinerary> {
  const before = cafe.definition.programme;
  const [was, is] = [visitingRounds(before), visitingRounds(programme)];
  const [hadHome, hasHome] = [homeRound(before) !== null, homeRound(programme) !== null];
  const visits = <T>(seats: readonly T[], none: T): T[] =>
    Array.from({ length: is }, (_, i) => (i < was ? (seats[i] ?? none) : none));
  return Object.fromEntries(
    Object.entries(cafe.itineraries ?? {}).map(([id, { tables, hosting }]) => {
      const person = cafe.people[id];
      const own = person === undefined ? null : homeSeat(cafe, person);
      const home = hadHome ? (tables[was] ?? null) : own;
      const now: Itinerary = {
        tables: [...visits(tables, null), ...(hasHome ? [home] : [])],
        hosting: [...visits(hosting, false), ...(hasHome ? [hosting[was] ?? false] : [])],
      };
      return [id, now];
    }),
  );
}

function withProgramme(cafe: Cafe, programme: Step[]): Cafe {
  const { definition } = cafe;
  return {
    ...cafe,
    definition: { ...definition, programme },
    itineraries: resized(cafe, programme),
  };
}

/** The seats that were told stay as they are: only rounds that come anew are planned. */
function instanceFor(cafe: Cafe, programme: Step[]): Instance | null {
  if (!needsSeats(cafe, programme)) return null;
  const is = visitingRounds(programme);
  const kept = Math.min(visitingRounds(cafe.definition.programme), is);
  return is === 0 ? null : repairInstance(withProgramme(cafe, programme), kept);
}

function seatsFor(cafe: Cafe, programme: Step[], proposal: Proposal | null): NewSeats | null {
  const after = withProgramme(cafe, programme);
  const itineraries = after.itineraries ?? {};
  const instance = instanceFor(cafe, programme);
  if (instance === null) return { itineraries, quality: cafe.quality };
  const fitting = proposal !== null && fits(proposal, instance) ? proposal.planned : null;
  const planned = fitting ?? quickPlan(cafe, instance);
  const found = changesOf(after, { instance, planned });
  if (found === null) return null;
  const { changes, quality } = found;
  const changed = changedItineraries(after, changes, roundCount(programme));
  return { itineraries: { ...itineraries, ...changed }, quality };
}

/** Gives back the plan of before the last change, and the seats that went with it. */
export function undoPlan(cafe: Cafe): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const { replanned: last, definition } = cafe;
  if (last === null) return refuse('nothing to undo');
  const programme = [...definition.programme.slice(0, last.from), ...last.steps];
  if (!needsSeats(cafe, programme)) return { facts: [{ kind: 'planUndone' }] };
  const seats = seatsBefore(cafe, programme);
  return { facts: [{ kind: 'planUndone', seats }] };
}

/** As before; whoever has come since, or lost their table, gets a free one in rounds that come back. */
function seatsBefore(cafe: Cafe, programme: Step[]): NewSeats {
  const was = cafe.replanned?.seats ?? { itineraries: {}, quality: cafe.quality };
  let after = withProgramme(cafe, programme);
  const rounds = visitingRounds(programme);
  const kept = Math.min(visitingRounds(cafe.definition.programme), rounds);
  const home = homeRound(programme);
  const isHomeBack = home !== null && homeRound(cafe.definition.programme) === null;
  for (const [id, now] of Object.entries(after.itineraries ?? {})) {
    const person = cafe.people[id];
    const told = was.itineraries[id];
    let own = now;
    for (let round = kept + 1; round <= rounds; round += 1) {
      const had = told?.tables[round - 1] ?? null;
      const isFree = had !== null && isOpenIn(after, had, round);
      const isWanting = person?.here === true && (told === undefined || had !== null);
      const table = isFree ? had : isWanting ? bestTable(after, person, round) : null;
      own = {
        tables: own.tables.with(round - 1, table),
        hosting: own.hosting.with(round - 1, isFree && (told?.hosting[round - 1] ?? false)),
      };
      after = { ...after, itineraries: { ...after.itineraries, [id]: own } };
    }
    if (isHomeBack && told !== undefined) {
      own = {
        tables: own.tables.with(home - 1, told.tables[home - 1] ?? null),
        hosting: own.hosting.with(home - 1, told.hosting[home - 1] ?? false),
      };
      after = { ...after, itineraries: { ...after.itineraries, [id]: own } };
    }
  }
  return { itineraries: after.itineraries ?? {}, quality: was.quality };
}
