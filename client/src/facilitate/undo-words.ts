import type { Activity, CafeView, FacilitatorView } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';
import {
  aboutNames,
  nameWithin,
  roundNames,
  tableOf,
  teamOf,
  timedSteps,
} from './activity-names.ts';
import { nameOfStep } from './step-name.ts';

/** What a line of the list says was done, without who did it: "moved Yusuf Karim to table 12". */
export function whatWasDone(
  line: Activity,
  cafe: CafeView,
  people: FacilitatorView['people'],
  t: FacilitateWords,
): string {
  const { what } = t.undo;
  const person = nameWithin(people, line.person, t);
  const table = tableOf(line, cafe);
  const isOn = line.isOn ?? true;
  switch (line.did) {
    case 'stepEntered':
      return entered(line, cafe, t);
    case 'closed':
    case 'paused':
    case 'resumed':
      return what[line.did];
    case 'extended':
      return what.extended(line.minutes ?? 0);
    case 'stepsTimed':
      return what.timed(timedSteps(line, cafe, t));
    case 'personArrived':
      return (line.added === true ? what.added : what.arrived)(person);
    case 'personLeft':
      return line.isOn === false ? t.people.off.took(person) : what.left(person);
    case 'personExpected':
      return t.people.off.back(person);
    case 'personSeated':
      if (table === 0) return what.unseated(person);
      if (line.hosting === undefined)
        return what.moved(person, table, roundNames(line, cafe, t).join(', '));
      return (line.hosting ? what.hosts : what.unhosts)(
        person,
        table,
        roundNames(line, cafe, t).join(', '),
      );
    case 'rotationRepaired':
      return what.repaired;
    case 'restSeated':
      return t.picking.restWasSeated(line.people ?? 0);
    case 'tableClosed':
    case 'tableOpened':
      return what[line.did](table);
    case 'takenIn':
      return what.takenIn(line.people ?? 0, line.teams ?? 0, line.filled ?? 0);
    case 'planChanged':
      return t.plan.did.what(line.rounds ?? 0, line.minutes ?? 0);
    case 'cafeDescribed':
      return t.about.did.what.said(aboutNames(line, t));
    case 'tableAsked':
      return t.about.did.what.asks(table);
    case 'teamDescribed':
      return what.told(teamOf(line, cafe, t));
    case 'hostWished':
      return t.tells.what(person);
    case 'personChanged':
      return what.personChanged(person);
    case 'tableAdded':
      return what.tableAdded(table);
    case 'tableDescribed':
      return line.team === undefined ? what.tableDescribed(table) : what.tableAndTeam(table);
    case 'teamAdded':
    case 'teamNamed':
      return what[line.did](teamOf(line, cafe, t));
    case 'teamRemoved':
      return what.teamRemoved(teamOf(line, cafe, t));
    case 'seatingChosen':
      return what.chose(t.seating.names[line.first ?? 'tables']);
    case 'tablesPlanned':
      return isOn ? t.ahead.what(line.people ?? 0) : t.ahead.whatDropped;
    case 'seatPlanned':
      return t.ahead.move.what(person, line.round ?? 0, table);
    case 'questionShown':
      return isOn ? what.shown(table) : what.taken;
    case 'questionAnswered':
      return isOn ? what.answered(table) : what.unanswered(table);
    case 'questionHidden':
      return isOn ? what.hidden(table) : what.unhidden(table);
    default:
      return what.other;
  }
}

function entered({ index = 0, step, left }: Activity, cafe: CafeView, t: FacilitateWords): string {
  if (index === 0) return t.undo.what.openedDoors;
  if (left === 'round' || left === 'home') return t.undo.what.rang;
  return t.undo.what.began(step === undefined ? '' : nameOfStep(cafe.programme, step, t));
}
