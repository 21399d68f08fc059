/** What a team's own page shows before and on the day, beside its notes. */
import { hostsAmong } from '../rotation/index.ts';
import { plannedFor } from './ahead.ts';
import type { Cafe } from './cafe.ts';
import type { Definition } from './definition.ts';
import { isExpected } from './expected.ts';
import type { PersonId, RoundNumber, TableId, TeamId } from './ids.ts';
import { tellsOf, type Tells } from './of-team.ts';
import { correctableUntil, deletesAt } from './keeping.ts';
import { leftMsAt, stepIndex } from './position.ts';
import { stepMs } from './programme.ts';
import { questionAt } from './questions.ts';

export interface TeamDay {
  team: {
    id: TeamId;
    name: string;
    table: number;
    place: string;
  } & Tells;
  /** What is asked at the table of a team without a question of its own, but for rounds with theirs. */
  cafeQuestion: string;
  /** Planned opening of the doors, epoch ms. */
  opensAt: number | null;
  /** Whether the team may still change what it says. */
  isClosed: boolean;
  /** When everything of the café is deleted, epoch ms; null before the close. */
  deletesAt: number | null;
  /** After the close: until when its notes may be corrected, epoch ms; null before and after that. */
  correctableUntil: number | null;
  /** Hosts of the team at its table in each round, as far as its people are listed; 0 where tables have no hosts. */
  hosts: number;
  /** The visiting rounds, with when they began or are to begin as things stand, epoch ms; null where not known. */
  rounds: { round: RoundNumber; beginsAt: number | null }[];
  /** The team's people and when they would rather host; null once seats are made or planned ahead. */
  people: { person: PersonId; name: string; rounds: RoundNumber[] }[] | null;
  /** Who hosts at its table in each round, by name; null before that is known. */
  hosting: { round: RoundNumber; names: string[] }[] | null;
}

/** Null for a team there is not. */
export function teamDay(cafe: Cafe, id: TeamId, now: number): TeamDay | null {
  const { definition, stage, itineraries } = cafe;
  const team = definition.teams.find((one) => one.id === id);
  const table = definition.tables.find((one) => one.id === team?.homeTable);
  if (team === undefined || table === undefined) return null;
  const until = correctableUntil(cafe);
  const members = Object.values(cafe.people).filter(
    (person) => person.team === id && isExpected(person),
  );
  return {
    team: { id, name: team.name, ...tellsOf(team), table: table.number, place: table.place },
    cafeQuestion: questionAt(definition, table.question ?? '', 0),
    opensAt: definition.opensAt,
    isClosed: stage.at === 'closed',
    deletesAt: stage.at === 'closed' ? deletesAt(cafe) : null,
    correctableUntil: until !== null && now < until ? until : null,
    hosts: table.closed === undefined ? hostsOfTeam(definition, members.length) : 0,
    rounds: roundTimes(cafe, now),
    hosting: hostsOf(cafe, table.id),
    people:
      itineraries === null && cafe.planned === null
        ? members.map(({ id: person, hostsIn = [] }) => ({
            person,
            name: cafe.names[person] ?? '',
            rounds: hostsIn,
          }))
        : null,
  };
}

function hostsOfTeam({ hostsPerTable }: Definition, listed: number): number {
  return listed === 0 ? hostsPerTable : hostsAmong(hostsPerTable, listed);
}

function hostsOf(cafe: Cafe, table: TableId): TeamDay['hosting'] {
  const { people, names, itineraries, planned, definition } = cafe;
  if (itineraries === null && planned === null) return null;
  const seats = Object.values(people).flatMap(({ id, here }) => {
    const own = itineraries === null ? plannedFor(cafe, id) : here ? itineraries[id] : undefined;
    return own === undefined ? [] : [{ id, ...own }];
  });
  return definition.programme.flatMap((step) => {
    if (step.kind !== 'round') return [];
    const i = step.round - 1;
    const hosts = seats.filter(({ tables, hosting }) => hosting[i] === true && tables[i] === table);
    return [{ round: step.round, names: hosts.map(({ id }) => names[id] ?? '') }];
  });
}

function roundTimes(cafe: Cafe, now: number): TeamDay['rounds'] {
  const { definition, stage, openedAt } = cafe;
  const { programme, pace, opensAt } = definition;
  const running = stage.at === 'closed' ? programme.length : (stepIndex(stage) ?? -1);
  const rounds: TeamDay['rounds'] = [];
  /** When the next of the steps to come begins. */
  let next = stage.at === 'before' ? (opensAt ?? openedAt) : now + leftMsAt(stage, now);
  for (const [index, step] of programme.entries()) {
    const isToCome = index > running;
    const beginsAt = isToCome ? next : beganAt(cafe, index);
    if (step.kind === 'round') rounds.push({ round: step.round, beginsAt });
    if (isToCome && next !== null) next += stepMs(step, pace);
  }
  return rounds;
}

function beganAt({ stage, trail }: Cafe, index: number): number | null {
  const stages = [...trail.map((left) => left.stage), stage];
  const began = stages.findLast((one) => stepIndex(one) === index);
  return began !== undefined && 'startedAt' in began ? began.startedAt : null;
}
