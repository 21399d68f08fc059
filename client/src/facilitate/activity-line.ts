import type { Activity, CafeView, FacilitatorView } from '@tablecloth/shared/cafe';
import type { Figures } from '../words/figures.ts';
import type { FacilitateWords } from '../words/facilitate.ts';
import {
  aboutNames,
  nameOf,
  nameWithin,
  roundNames,
  tableOf,
  teamOf,
  timedSteps,
  whoDid,
} from './activity-names.ts';
import { nameOfStep, roundName } from './step-name.ts';
import { whatWasDone } from './undo-words.ts';

type People = FacilitatorView['people'];

/** A line to show; `number` is its newest fact's. */
export interface Line {
  number: number;
  text: string;
  /** By a facilitator, not by the clock or somebody's own phone. */
  isOurs: boolean;
}

/** The whole list, newest first. */
export function activityLines(
  activity: readonly Activity[],
  cafe: CafeView,
  people: People,
  figures: Figures,
  t: FacilitateWords,
): Line[] {
  return activity.map((line) => ({
    number: line.number,
    text: activityLine(line, cafe, people, figures, t),
    isOurs: line.by.role === 'facilitator',
  }));
}

/** One line of "What happened": "Facilitator 2 rang the bell at 10:08". */
export function activityLine(
  line: Activity,
  cafe: CafeView,
  people: People,
  figures: Figures,
  t: FacilitateWords,
): string {
  const time = figures.time(line.at);
  if (line.did === 'personArrived' && line.people !== undefined) {
    return t.activity.arrivals(line.people, time);
  }
  if (line.did === 'personSeated' && line.people !== undefined) {
    return t.activity.changes(line.people, time);
  }
  return t.activity.at(whatHappened(line, cafe, people, figures, t), time);
}

function whatHappened(
  line: Activity,
  cafe: CafeView,
  people: People,
  figures: Figures,
  t: FacilitateWords,
): string {
  const who = whoDid(line.by, people, t);
  const words = t.activity;
  switch (line.did) {
    case 'stepEntered':
      return entered(line, cafe, who, t);
    case 'paused':
      return words.paused(who);
    case 'resumed':
      return words.resumed(who);
    case 'extended':
      return words.extended(who, line.minutes ?? 0);
    case 'stepsTimed':
      return words.timed(who, timedSteps(line, cafe, t));
    case 'wentBack': {
      const gone = undid(line, cafe, who, people, t);
      if (line.isPaused === undefined) return gone;
      return line.isPaused ? t.undo.paused(gone) : t.undo.pauseOver(gone);
    }
    case 'timesUndone':
    case 'repairUndone':
    case 'takeInUndone':
    case 'planUndone':
    case 'undone':
      return undid(line, cafe, who, people, t);
    case 'planChanged':
      return t.plan.did.changed(who, line.rounds ?? 0, line.minutes ?? 0);
    case 'cafeDescribed':
      return t.about.did.said(who, aboutNames(line, t));
    case 'tableAsked': {
      const table = cafe.tables.find(({ id }) => id === line.table)?.number ?? 0;
      return t.about.did.asks(who, table);
    }
    case 'bellHeld':
      return words.held;
    case 'closed':
      return words.closed(who);
    case 'personLeft':
      return line.isOn === false
        ? t.people.off.tookOff(who, nameOf(people, line.person, t))
        : words.left(nameOf(people, line.person, t));
    case 'personExpected':
      return t.people.off.putBack(who, nameOf(people, line.person, t));
    case 'takenIn':
      return t.intake.did.takenIn(who, line.people ?? 0, line.teams ?? 0, line.filled ?? 0);
    case 'teamDescribed':
      return described(line, cafe, who, t);
    case 'hostWished':
      return t.tells.did(who, nameOf(people, line.person, t));
    case 'rotationRepaired':
      return words.repaired(who);
    case 'tableClosed':
    case 'tableOpened':
      return marked(line, cafe, who, t);
    case 'personChanged':
      return t.room.person.did(who, nameWithin(people, line.person, t));
    case 'personRenamed':
      return t.room.person.renamed(who, nameWithin(people, line.person, t));
    case 'tableAdded':
    case 'tableDescribed':
    case 'teamAdded':
    case 'teamNamed':
    case 'teamRemoved':
      return ofRoom(line, cafe, who, t);
    case 'phoneLaid':
    case 'phoneTaken':
      return laid(line, cafe, who, t);
    case 'seatingChosen':
      return t.seating.did(who, t.seating.names[line.first ?? 'tables']);
    case 'tablesPlanned':
      return line.isOn === true ? t.ahead.did(who, line.people ?? 0) : t.ahead.dropped(who);
    case 'seatPlanned':
      return t.ahead.move.did(
        who,
        nameOf(people, line.person, t),
        line.round ?? 0,
        cafe.tables.find(({ id }) => id === line.table)?.number ?? 0,
      );
    case 'packNamesChosen':
      return t.takeHome.did(who, line.isOn ?? false);
    case 'questionShown':
    case 'questionAnswered':
    case 'questionHidden':
      return ofQuestion(line, cafe, who, t);
    case 'noteErased':
      return words.erased(who, cafe.tables.find(({ id }) => id === line.table)?.number ?? 0);
    case 'pickingBegun':
      return line.by.role === 'clock' ? t.picking.didOpenByClock : t.picking.didOpen(who);
    case 'restSeated':
      return t.picking.didSeat(who, line.people ?? 0);
    case 'rotationMade':
      return line.by.role === 'clock' ? words.seatedAllByClock : words.seatedAll(who);
    case 'personArrived': {
      if (line.by.role !== 'facilitator') {
        return (line.again === true ? words.back : words.arrived)(nameOf(people, line.person, t));
      }
      return (line.added === true ? words.added : words.checkedIn)(
        who,
        nameWithin(people, line.person, t),
      );
    }
    case 'personSeated': {
      const person = nameOf(people, line.person, t);
      return hosting(line, cafe, person, who, figures, t) ?? seated(line, cafe, person, who, t);
    }
  }
}

/** What was given back; without its line any more, that something was. */
function undid(
  { did, undid: line }: Activity,
  cafe: CafeView,
  who: string,
  people: People,
  t: FacilitateWords,
): string {
  if (line !== undefined) return t.undo.undid(who, whatWasDone(line, cafe, people, t));
  if (did === 'planUndone') return t.plan.did.undone(who);
  return did === 'wentBack' ? t.activity.undid(who) : t.undo.undid(who, t.undo.what.other);
}

function described(line: Activity, cafe: CafeView, who: string, t: FacilitateWords): string {
  const team = cafe.teams.find(({ id }) => id === line.team)?.name ?? t.activity.team;
  return line.by.role === 'team' ? t.activity.toldOwn(team) : t.activity.told(who, team);
}

function marked(line: Activity, cafe: CafeView, who: string, t: FacilitateWords): string {
  const table = cafe.tables.find(({ id }) => id === line.table)?.number ?? 0;
  const { did } = t.closing;
  if (line.did === 'tableOpened') return did.opened(who, table);
  const { reason = '' } = line;
  return reason === '' ? did.closed(who, table) : did.closedBecause(who, table, reason);
}

function ofRoom(line: Activity, cafe: CafeView, who: string, t: FacilitateWords): string {
  const table = tableOf(line, cafe);
  const team = teamOf(line, cafe, t);
  switch (line.did) {
    case 'tableAdded':
      return t.room.table.added(who, table);
    case 'tableDescribed':
      return (line.team === undefined ? t.room.table.did : t.room.table.didTeam)(who, table);
    case 'teamAdded':
      return t.room.team.added(who, team);
    case 'teamRemoved':
      return t.room.team.removed(who, team);
    default:
      return t.room.team.did(who, team);
  }
}

function laid(line: Activity, cafe: CafeView, who: string, t: FacilitateWords): string {
  const table = cafe.tables.find(({ id }) => id === line.table)?.number ?? 0;
  const { device } = t.room;
  if (line.did === 'phoneLaid') return device.laid(table);
  return line.by.role === 'facilitator' ? device.ended(who, table) : device.taken(table);
}

function ofQuestion(line: Activity, cafe: CafeView, who: string, t: FacilitateWords): string {
  const table = cafe.tables.find(({ id }) => id === line.table)?.number ?? 0;
  const { did } = t.panel;
  const isOn = line.isOn ?? true;
  if (line.did === 'questionShown') return isOn ? did.shown(who, table) : did.taken(who);
  if (line.did === 'questionHidden') {
    return isOn ? did.hidden(who, table) : did.unhidden(who, table);
  }
  return isOn ? did.answered(who, table) : did.unanswered(who, table);
}

function entered(line: Activity, cafe: CafeView, who: string, t: FacilitateWords): string {
  const { index = 0, left, step: entering } = line;
  const isClock = line.by.role === 'clock';
  if (index === 0) return t.activity.opened(who);
  if (left === 'round' || left === 'home') {
    return isClock ? t.activity.rings : t.activity.rang(who);
  }
  const step = entering === undefined ? '' : nameOfStep(cafe.programme, entering, t);
  return isClock ? t.activity.begins(step) : t.activity.began(who, step);
}

function seated(
  line: Activity,
  cafe: CafeView,
  person: string,
  who: string,
  t: FacilitateWords,
): string {
  const table = cafe.tables.find(({ id }) => id === line.table)?.number;
  const round = line.round === undefined ? null : roundName(cafe.programme, line.round, t);
  if (table === undefined) return t.activity.noSeat(person, round);
  const seat = t.activity.seat(table, round, line.onwards === true);
  switch (line.by.role) {
    case 'facilitator':
      return t.activity.moved(who, person, seat);
    case 'person':
      return line.by.person === line.person && round === null
        ? t.activity.changed(person, table)
        : t.activity.sits(person, seat);
    case 'team':
    case 'table':
    case 'clock':
      return t.activity.sits(person, seat);
  }
}

/** Null where it was not about hosting, or where nobody sits by it. */
function hosting(
  line: Activity,
  cafe: CafeView,
  person: string,
  who: string,
  figures: Figures,
  t: FacilitateWords,
): string | null {
  const table = cafe.tables.find(({ id }) => id === line.table)?.number;
  if (table === undefined || line.hosting === undefined) return null;
  const { hosts, unhosts, byFacilitator } = t.activity;
  const rounds = figures.list(roundNames(line, cafe, t));
  const said = (line.hosting ? hosts : unhosts)(person, table, rounds);
  return line.by.role === 'facilitator' ? byFacilitator(who, said) : said;
}
