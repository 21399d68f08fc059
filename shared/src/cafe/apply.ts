import { withAbout, withTableQuestion } from './about.ts';
import { withActivity } from './activity-list.ts';
import {
  withDescribed,
  withPerson,
  withTable,
  withTeam,
  withTeamNamed,
  withoutTeam,
} from './by-hand.ts';
import type { Cafe } from './cafe.ts';
import { undoneBy, withDeed } from './deeds.ts';
import { emptyCafe } from './empty-cafe.ts';
import { withErased } from './erase.ts';
import type { Fact, FactBody, NameChange, FactOf } from './fact.ts';
import type { CafeId, PersonId } from './ids.ts';
import { withSeatPlanned } from './move-ahead.ts';
import { seated, seatedAnew, tableMarked, withNewSeats } from './new-seats.ts';
import { described, wished } from './of-team.ts';
import { withPackNames } from './pack-names.ts';
import { withAsked, withPassedOn, withQuestion } from './picked-cards.ts';
import { withCheck } from './preflight.ts';
import { stepMs } from './programme.ts';
import { replanned, stillReplanned, unreplanned } from './replan.ts';
import { withSeatFirst } from './seat-first.ts';
import { shownEnd } from './stage.ts';
import { withPhone, withSigned, withoutPhone } from './table-phone.ts';
import { withTakenIn } from './take-in.ts';
import { stillRetimed, timed, untimed } from './times.ts';
import { extended, leftBehind, transition } from './transition.ts';
import { undone } from './undo.ts';

/** The café as a fact would leave it that is none yet: to look ahead before deciding. */
export function foreseen(cafe: Cafe, body: FactBody): Cafe {
  return apply(cafe, { number: 0, at: 0, by: { role: 'clock' }, body });
}

/** The café after its facts, oldest first. Pure: the same facts give the same café. */
export function replay(
  id: CafeId,
  facts: Iterable<Fact>,
  names: Readonly<Record<PersonId, string>>,
): Cafe {
  let cafe: Cafe = { ...emptyCafe(id), names: { ...names } };
  for (const fact of facts) cafe = apply(cafe, fact);
  return cafe;
}

/** Names come beside the facts, from the one table that may forget. */
export function withNames(cafe: Cafe, changes: readonly NameChange[]): Cafe {
  if (changes.length === 0) return cafe;
  const names = { ...cafe.names };
  for (const { person, name } of changes) {
    if (name === null) delete names[person];
    else names[person] = name;
  }
  return { ...cafe, names };
}

/** The café after one more fact. */
export function apply(cafe: Cafe, fact: Fact): Cafe {
  const after = applyBody(cafe, fact, fact.body);
  const isMoved = shownEnd(after.stage) !== shownEnd(cafe.stage);
  return {
    ...after,
    endMoved: isMoved ? { by: fact.by, at: fact.at } : cafe.endMoved,
    factNumber: fact.number,
    lastAt: fact.at,
    activity: withActivity(cafe, after, fact, undoneBy(cafe, fact.body)),
    deeds: withDeed(cafe, after, fact),
  };
}

function applyBody(cafe: Cafe, fact: Fact, body: FactBody): Cafe {
  switch (body.kind) {
    case 'cafeMade':
      return { ...cafe, definition: body.definition };
    case 'stepEntered': {
      const { index, startedAt, endsAt } = body;
      const entered = transition(cafe, fact, { at: 'step', index, startedAt, endsAt });
      return {
        ...entered,
        trail: [...cafe.trail, leftBehind(cafe.stage, fact.at, body.leftMs)],
        openedAt: cafe.openedAt ?? fact.at,
        plannedMs: cafe.stage.at === 'before' ? wholeMs(cafe) : cafe.plannedMs,
        retimed: stillRetimed(cafe, index),
        replanned: stillReplanned(cafe, index),
      };
    }
    case 'wentBack':
      // What was changed since is not undone along with the step, nor after it.
      return {
        ...transition(cafe, fact, body.stage),
        trail: cafe.trail.slice(0, -1),
        retimed: null,
        replanned: null,
      };
    case 'paused':
      if (cafe.stage.at !== 'step') return cafe;
      return transition(cafe, fact, {
        at: 'paused',
        index: cafe.stage.index,
        startedAt: cafe.stage.startedAt,
        leftMs: body.leftMs,
        pausedAt: fact.at,
      });
    case 'resumed':
      if (cafe.stage.at !== 'paused') return cafe;
      return transition(cafe, fact, {
        at: 'step',
        index: cafe.stage.index,
        startedAt: body.startedAt,
        endsAt: body.endsAt,
      });
    case 'extended':
      return extended(cafe, body.endsAt, body.minutes);
    case 'stepsTimed':
      return timed(cafe, body);
    case 'timesUndone':
      return untimed(cafe);
    case 'planChanged':
      return replanned(cafe, body);
    case 'planUndone':
      return unreplanned(cafe, body);
    case 'cafeDescribed':
      return withAbout(cafe, body.about);
    case 'tableAsked':
      return withTableQuestion(cafe, body);
    case 'bellHeld':
      if (cafe.stage.at !== 'step') return cafe;
      return transition(cafe, fact, {
        at: 'held',
        index: cafe.stage.index,
        startedAt: cafe.stage.startedAt,
        missedAt: body.missedAt,
        ringsAt: body.ringsAt,
      });
    case 'closed': {
      const closed = transition(cafe, fact, { at: 'closed', closedAt: fact.at });
      return { ...closed, trail: [...cafe.trail, leftBehind(cafe.stage, fact.at, body.leftMs)] };
    }
    case 'personListed':
      return {
        ...cafe,
        people: {
          ...cafe.people,
          [body.person]: {
            id: body.person,
            team: body.team,
            here: false,
            withoutPhone: body.withoutPhone,
            fixedAt: body.fixedAt,
            goesWith: body.goesWith,
            ...(body.hostsIn === undefined ? {} : { hostsIn: body.hostsIn }),
          },
        },
      };
    case 'takenIn':
      return withTakenIn(cafe, body);
    case 'teamDescribed':
      return described(cafe, body);
    case 'hostWished':
      return wished(cafe, body);
    case 'personArrived': {
      const person = cafe.people[body.person];
      if (person === undefined) return cafe;
      const { left: _left, wasHere: _wasHere, ...known } = person;
      const arrived = { ...known, here: true, withoutPhone: body.withoutPhone };
      return { ...cafe, people: { ...cafe.people, [body.person]: arrived } };
    }
    case 'personLeft': {
      const person = cafe.people[body.person];
      if (person === undefined) return cafe;
      const came = person.here ? { wasHere: true as const } : {};
      const gone = { ...person, ...came, here: false, left: true as const };
      return { ...cafe, people: { ...cafe.people, [body.person]: gone } };
    }
    case 'personExpected': {
      const person = cafe.people[body.person];
      if (person === undefined) return cafe;
      const { left: _left, wasHere: _wasHere, ...known } = person;
      return { ...cafe, people: { ...cafe.people, [body.person]: known } };
    }
    case 'tablesPlanned':
      return { ...cafe, planned: body.planned };
    case 'seatPlanned':
      return withSeatPlanned(cafe, body);
    case 'rotationMade': {
      const { itineraries, quality } = body;
      // A plan of the day of before does not know these seats.
      return { ...cafe, itineraries, quality, replanned: null };
    }
    case 'rotationRepaired':
      return withNewSeats(cafe, body);
    case 'tableClosed':
      return tableMarked(cafe, body, body.reason);
    case 'tableOpened':
      return tableMarked(cafe, body, null);
    case 'packNamesChosen':
      return withPackNames(cafe, body.named);
    case 'seatingChosen':
      return withSeatFirst(cafe, body.first);
    case 'phoneLaid':
      return withPhone(cafe, body);
    case 'phoneTaken':
      return withoutPhone(cafe, body);
    case 'cardSigned':
      return withSigned(cafe, body);
    case 'personChanged':
      return seatedAnew(withPerson(cafe, body), body.seats);
    case 'personRenamed':
      return cafe;
    case 'tableAdded': {
      const { table: id, number, place, chairs } = body;
      return seatedAnew(withTable(cafe, { id, number, place, chairs }), body.seats);
    }
    case 'tableDescribed':
      return withDescribed(cafe, body);
    case 'teamAdded':
      return withTeam(cafe, body);
    case 'teamNamed':
      return withTeamNamed(cafe, body);
    case 'teamRemoved':
      return withoutTeam(cafe, body);
    case 'passedOn':
      return withPassedOn(cafe, body);
    case 'panelAsked':
      return withAsked(cafe, body);
    case 'questionShown':
      return { ...cafe, spotlight: body.question };
    case 'questionAnswered':
      return withQuestion(cafe, body, { isAnswered: body.isAnswered });
    case 'questionHidden':
      return withQuestion(cafe, body, { isHidden: body.isHidden });
    case 'noteErased':
      return withErased(cafe, body);
    case 'rated': {
      const { person, question, mark } = body;
      const marks = { ...cafe.marks[person], [question]: mark };
      return { ...cafe, marks: { ...cafe.marks, [person]: marks } };
    }
    case 'checked':
      return { ...cafe, checks: withCheck(cafe.checks, body.check, body.isDone) };
    case 'pickingBegun':
      return { ...cafe, itineraries: body.itineraries, quality: null };
    case 'restSeated':
      return withNewSeats(cafe, { itineraries: body.itineraries, quality: cafe.quality });
    case 'undone':
    case 'repairUndone':
    case 'takeInUndone':
      return withoutDeed(cafe, fact, body);
    case 'personSeated':
      return seated(cafe, body);
  }
}

/** What the whole plan lasts, ms. */
function wholeMs({ definition: { programme, pace } }: Cafe): number {
  return programme.reduce((sum, step) => sum + stepMs(step, pace), 0);
}

/** Seats change back as they were; a clock that was turned goes on by the stage it was given. */
function withoutDeed(
  cafe: Cafe,
  fact: Fact,
  body: FactOf<'undone' | 'repairUndone' | 'takeInUndone'>,
): Cafe {
  const { stage } = body.kind === 'undone' ? body : {};
  if (stage === undefined) return undone(cafe, undoneBy(cafe, body));
  return stage.at === cafe.stage.at ? { ...cafe, stage } : transition(cafe, fact, stage);
}
