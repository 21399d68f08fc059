export { beneath } from './beneath.ts';
export { isFilled, type Filling } from './fill-in.ts';
export { leftOver, peopleToTakeIn, teamsToTakeIn, withLine, type TakingIn } from './list.ts';
export type { PeopleList, PeopleWishes, PersonLine, PersonProblem } from './people-list.ts';
export { readPeople } from './read-people.ts';
export {
  readTeams,
  type ReadTeam,
  type TeamLine,
  type TeamList,
  type TeamProblem,
} from './read-teams.ts';
export type { Room } from './room.ts';
export type { UnknownTeam } from './team-finder.ts';
export { writePeople } from './write-people.ts';
