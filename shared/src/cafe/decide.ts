/**
 * The café's rules: a command in, facts or a refusal out. Pure: the clock and new ids are arguments.
 * What may be asked by whom is `allows`; what a command means is in `decide-programme.ts` and
 * `decide-people.ts`.
 */
import { describeCafe, askAtTable } from './about.ts';
import type { Actor } from './actor.ts';
import { planAhead } from './ahead.ts';
import type { Cafe } from './cafe.ts';
import { freePlaces } from './card-places.ts';
import { changeTable } from './closing.ts';
import type { Command } from './command.ts';
import {
  addTable,
  addTeam,
  changePerson,
  describeTable,
  nameTeam,
  removeTeam,
} from './decide-by-hand.ts';
import { decidePeople } from './decide-people.ts';
import { changePlan, undoPlan } from './decide-plan.ts';
import { back, decideProgramme } from './decide-programme.ts';
import { applyRepair } from './decide-repair.ts';
import type { Decision } from './decision.ts';
import { eraseNote } from './erase.ts';
import { moveAhead } from './move-ahead.ts';
import { describeTeam, wishToHost } from './of-team.ts';
import { handOver, hostNow } from './own-hosting.ts';
import { choosePackNames } from './pack-names.ts';
import { seatRest, sitAnywhere } from './pick-anywhere.ts';
import { answerQuestion, askPanel, hideQuestion, passOn, showQuestion } from './picked-cards.ts';
import { refuse } from './refusal.ts';
import type { Proposal } from './rotation.ts';
import { chooseSeating } from './seat-first.ts';
import { layPhone, signCard, takePhone } from './table-phone.ts';
import { takeIn } from './take-in.ts';
import { timeSteps, undoTimes } from './times.ts';
import { undo, undoRepair, undoTakeIn } from './undo.ts';

/** Whether this actor may ask for this at all; decided for every message anew. */
export function allows(actor: Actor, command: Command): boolean {
  switch (command.kind) {
    case 'next':
    case 'ring':
    case 'back':
    case 'pause':
    case 'resume':
    case 'extend':
    case 'close':
    case 'timeSteps':
    case 'undoTimes':
    case 'undo':
    case 'changePlan':
    case 'undoPlan':
    case 'describeCafe':
    case 'askAtTable':
    case 'addPerson':
    case 'move':
    case 'host':
    case 'seatRest':
    case 'depart':
    case 'expect':
    case 'applyRepair':
    case 'undoRepair':
    case 'closeTable':
    case 'openTable':
    case 'check':
    case 'takeIn':
    case 'undoTakeIn':
    case 'showQuestion':
    case 'answerQuestion':
    case 'hideQuestion':
    case 'chooseSeating':
    case 'planAhead':
    case 'moveAhead':
    case 'changePerson':
    case 'addTable':
    case 'describeTable':
    case 'addTeam':
    case 'nameTeam':
    case 'removeTeam':
    case 'choosePackNames':
      return actor.role === 'facilitator';
    case 'checkIn':
      return (
        actor.role === 'facilitator' || (actor.role === 'person' && actor.person === command.person)
      );
    case 'sit':
    case 'sitAnywhere':
    case 'rate':
    case 'hostNow':
    case 'handOver':
      return actor.role === 'person';
    case 'passOn':
    case 'askPanel':
    case 'eraseNote':
      return actor.role === 'facilitator' || actor.role === 'person' || actor.role === 'table';
    case 'takePhone':
      return actor.role === 'facilitator' || actor.role === 'table';
    case 'signCard':
      return actor.role === 'table';
    case 'describeTeam':
    case 'wishToHost':
      return actor.role === 'facilitator' || actor.role === 'team';
    case 'tick':
    case 'join':
    case 'layPhone':
    case 'freePlaces':
      return actor.role === 'clock';
  }
}

/**
 * What follows from a command at `now` (epoch ms). Never throws for any command of the type.
 *
 * @param proposal the rotation planned beside: where `rotationNeeded` asked for one, or a previewed repair.
 */
export function decide(
  cafe: Cafe,
  command: Command,
  by: Actor,
  now: number,
  proposal: Proposal | null = null,
): Decision {
  if (!allows(by, command)) return refuse('not allowed');
  switch (command.kind) {
    case 'next':
    case 'ring':
    case 'back':
    case 'pause':
    case 'resume':
    case 'extend':
    case 'close':
    case 'tick':
      return decideProgramme(cafe, command, now, proposal);
    case 'join':
    case 'addPerson':
    case 'checkIn':
    case 'move':
    case 'host':
    case 'depart':
    case 'expect':
    case 'sit':
    case 'rate':
      return decidePeople(cafe, command, by, now);
    case 'sitAnywhere':
      return sitAnywhere(cafe, command, by);
    case 'seatRest':
      return seatRest(cafe, command);
    case 'hostNow':
      return hostNow(cafe, command, by);
    case 'handOver':
      return handOver(cafe, command, by);
    case 'applyRepair':
      return applyRepair(cafe, proposal);
    case 'undoRepair':
      return undoRepair(cafe);
    case 'undo':
      return undo(cafe, command, now, () => back(cafe, now));
    case 'closeTable':
    case 'openTable':
      return changeTable(cafe, command, proposal);
    case 'takeIn':
      return takeIn(cafe, command);
    case 'undoTakeIn':
      return undoTakeIn(cafe);
    case 'timeSteps':
      return timeSteps(cafe, command, now);
    case 'undoTimes':
      return undoTimes(cafe, now);
    case 'changePlan':
      return changePlan(cafe, command, proposal);
    case 'undoPlan':
      return undoPlan(cafe);
    case 'describeCafe':
      return describeCafe(cafe, command);
    case 'askAtTable':
      return askAtTable(cafe, command);
    case 'describeTeam':
      return describeTeam(cafe, command, by);
    case 'wishToHost':
      return wishToHost(cafe, command, by);
    case 'chooseSeating':
      return chooseSeating(cafe, command);
    case 'moveAhead':
      return moveAhead(cafe, command);
    case 'planAhead':
      return planAhead(cafe, command, proposal);
    case 'choosePackNames':
      return choosePackNames(cafe, command);
    case 'changePerson':
      return changePerson(cafe, command, proposal);
    case 'addTable':
      return addTable(cafe, command, proposal);
    case 'describeTable':
      return describeTable(cafe, command);
    case 'addTeam':
      return addTeam(cafe, command);
    case 'nameTeam':
      return nameTeam(cafe, command);
    case 'removeTeam':
      return removeTeam(cafe, command);
    case 'layPhone':
      return layPhone(cafe, command);
    case 'takePhone':
      return takePhone(cafe, command, by);
    case 'signCard':
      return signCard(cafe, command, by);
    case 'eraseNote':
      return eraseNote(cafe, command, by);
    case 'passOn':
      return passOn(cafe, command, by);
    case 'askPanel':
      return askPanel(cafe, command, by);
    case 'freePlaces':
      return freePlaces(cafe, command);
    case 'showQuestion':
      return showQuestion(cafe, command);
    case 'answerQuestion':
      return answerQuestion(cafe, command, now);
    case 'hideQuestion':
      return hideQuestion(cafe, command, now);
    case 'check': {
      const { check, isDone } = command;
      if (cafe.checks.includes(check) === isDone) return { facts: [] };
      return { facts: [{ kind: 'checked', check, isDone }] };
    }
  }
}

/** When the next tick is due, epoch ms; null while nothing runs by itself. */
export { deadline } from './decide-programme.ts';
export { rotationNeeded } from './decide-programme.ts';
