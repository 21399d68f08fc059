export { About } from './about.ts';
export type * from './activity.ts';
export type * from './actor.ts';
export { seatingInstance, type AheadView } from './ahead.ts';
export * from './apply.ts';
export * from './audience.ts';
export type * from './cafe.ts';
export { thinkThrough, thoughtChanges, type Change } from './closing.ts';
export * from './command.ts';
export * from './decide.ts';
export { emptyCafe } from './empty-cafe.ts';
export { mayErase } from './erase.ts';
export { goingAlong, isExpected } from './expected.ts';
export type * from './fact.ts';
export * from './feedback.ts';
export { firstName, shortNames } from './first-name.ts';
export * from './found.ts';
export type * from './ids.ts';
export { personChange } from './decide-by-hand.ts';
export { deletesAt } from './keeping.ts';
export { letterSheets, type LetterSheet } from './letters.ts';
export * from './limits.ts';
export { isReady } from './of-team.ts';
export { namesInPacks } from './pack-names.ts';
export {
  isPassedOn,
  mayShowQuestion,
  placeOf,
  shownQuestion,
  type CardRef,
} from './picked-cards.ts';
export { chairsView, pickedRound } from './picking.ts';
export { picksTables } from './picks-tables.ts';
export * from './position.ts';
export { CHECKS, type Check } from './preflight.ts';
export * from './programme.ts';
export { questionAt, questionOfRound, questionOfTable } from './questions.ts';
export * from './refusal.ts';
export { numbered } from './replan.ts';
export type { SeatChange } from './repair.ts';
export { fits, qualityOf, seedOfCafe, type Proposal } from './rotation.ts';
export { calledAgain, sameWords } from './same-words.ts';
export * from './slice.ts';
export { tableOf } from './table-phone.ts';
export { byNumber, teamAt } from './tables.ts';
export { StepBody } from './step-body.ts';
export { teamDay, type TeamDay } from './team-day.ts';
export * from './text.ts';
export { winBack, withTimes, type StepTime } from './times.ts';
export type * from './view.ts';
