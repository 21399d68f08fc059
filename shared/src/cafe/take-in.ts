/** Teams and people from a list, taken in together and, until somebody relies on them, taken back together. */
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import { forbidsChairs } from './crowd.ts';
import type { Decision } from './decision.ts';
import type { Definition, Listed, Table, Team } from './definition.ts';
import type { FactOf, Filled } from './fact.ts';
import { checkFounding } from './found.ts';
import { overfills } from './always-at.ts';
import { LIMITS } from './limits.ts';
import { refuse } from './refusal.ts';

type Taking = FactOf<'takenIn'>;

/** All of a list or nothing of it: nothing of it may keep a café from being opened. */
export function takeIn(cafe: Cafe, command: CommandOf<'takeIn'>): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const { teams, tables, people } = command;
  const filled = fillings(cafe, command.filled ?? []);
  if (filled === null) return refuse('old list');
  if (teams.length + tables.length + people.length + filled.length === 0) return { facts: [] };
  const fact: Taking = {
    kind: 'takenIn',
    teams,
    tables,
    people: people.map(({ name: _name, ...person }) => person),
    ...(filled.length === 0 ? {} : { filled }),
  };
  const after = withTakenIn(cafe, fact);
  if (Object.keys(cafe.people).length + people.length > LIMITS.peopleMax)
    return refuse('cafe full');
  const { definition } = after;
  const isFull = tables.length > 0 && definition.tables.length > LIMITS.tablesMax;
  if (definition.teams.length > LIMITS.teamsMax || isFull) return refuse('room full');
  const before: Listed[] = Object.values(cafe.people).map((person) => ({
    ...person,
    name: cafe.names[person.id] ?? '',
  }));
  // What was wrong before, by the rules of another day, is not this list's.
  const known = new Set(checkFounding({ definition: cafe.definition, people: before }));
  const problems = checkFounding({ definition, people: [...before, ...people] });
  if (problems.some((problem) => !known.has(problem))) return refuse('old list');
  if (overfills(cafe, after)) return refuse('old list');
  for (const { id, chairs } of definition.tables) {
    const tooFew = forbidsChairs(cafe, id, chairs);
    if (tooFew !== null) return tooFew;
  }
  return { facts: [fact], names: people.map(({ id, name }) => ({ person: id, name })) };
}

/**
 * Only those that change, once each and as they are then; null where a team is not there. What a team
 * has said itself stays; several lines about one team go on from each other, as the list was read.
 */
function fillings(
  { definition }: Cafe,
  given: NonNullable<CommandOf<'takeIn'>['filled']>,
): Filled[] | null {
  const all = new Map<string, { was: Filled; is: Filled }>();
  for (const { team, topic, question, place, chairs } of given) {
    const was = all.get(team)?.was ?? filledNow(definition, team);
    if (was === null) return null;
    const own = all.get(team)?.is ?? was;
    const is: Filled = {
      team,
      topic: own.topic || topic,
      question: own.question || question,
      place: own.place || place,
      chairs: chairs ?? own.chairs,
    };
    all.set(team, { was, is });
  }
  return [...all.values()].filter(({ was, is }) => !isSame(was, is)).map(({ is }) => is);
}

function filledNow({ teams, tables }: Definition, id: string): Filled | null {
  const team = teams.find((one) => one.id === id);
  const table = tables.find((one) => one.id === team?.homeTable);
  if (team === undefined || table === undefined) return null;
  const { topic, question } = team;
  const { place, chairs } = table;
  return { team: id, topic, question, place, chairs };
}

function isSame(one: Filled, other: Filled): boolean {
  return (
    one.topic === other.topic &&
    one.question === other.question &&
    one.place === other.place &&
    one.chairs === other.chairs
  );
}

export function withTakenIn(cafe: Cafe, { teams, tables, people, filled = [] }: Taking): Cafe {
  const { definition } = cafe;
  const listed = people.map((person) => [person.id, { ...person, here: false }] as const);
  return {
    ...cafe,
    definition: {
      ...definition,
      teams: [...definition.teams.map((team) => withTold(team, filled)), ...teams],
      tables: [...definition.tables.map((table) => withLaid(table, definition, filled)), ...tables],
    },
    people: { ...cafe.people, ...Object.fromEntries(listed) },
  };
}

function withTold(team: Team, filled: readonly Filled[]): Team {
  const own = filled.find((one) => one.team === team.id);
  return own === undefined ? team : { ...team, topic: own.topic, question: own.question };
}

function withLaid(table: Table, { teams }: Definition, filled: readonly Filled[]): Table {
  const team = teams.find(({ homeTable }) => homeTable === table.id);
  const own = filled.find((one) => one.team === team?.id);
  return own === undefined ? table : { ...table, place: own.place, chairs: own.chairs };
}
