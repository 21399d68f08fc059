/** Teams and people from a list, taken in together and, until somebody relies on them, taken back together. */
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { Listed } from './definition.ts';
import type { FactOf } from './fact.ts';
import { checkFounding } from './found.ts';
import { overfills } from './always-at.ts';
import { LIMITS } from './limits.ts';
import { refuse } from './refusal.ts';

type Taking = FactOf<'takenIn'>;

/** All of a list or nothing of it: nothing of it may keep a café from being opened. */
export function takeIn(cafe: Cafe, command: CommandOf<'takeIn'>): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const { teams, tables, people } = command;
  if (teams.length + tables.length + people.length === 0) return { facts: [] };
  const fact: Taking = {
    kind: 'takenIn',
    teams,
    tables,
    people: people.map(({ name: _name, ...person }) => person),
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
  return { facts: [fact], names: people.map(({ id, name }) => ({ person: id, name })) };
}

export function withTakenIn(cafe: Cafe, { teams, tables, people }: Taking): Cafe {
  const { definition } = cafe;
  const listed = people.map((person) => [person.id, { ...person, here: false }] as const);
  return {
    ...cafe,
    definition: {
      ...definition,
      teams: [...definition.teams, ...teams],
      tables: [...definition.tables, ...tables],
    },
    people: { ...cafe.people, ...Object.fromEntries(listed) },
  };
}
