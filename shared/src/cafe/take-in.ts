/** Teams and people from a list, taken in together and, until somebody relies on them, taken back together. */
import type { Cafe, Listed } from './cafe.ts';
import type { Command } from './command.ts';
import type { Decision } from './decide.ts';
import type { FactBody, NameChange } from './fact.ts';
import { checkFounding } from './found.ts';
import type { PersonId, TableId, TeamId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { refuse } from './refusal.ts';

/** What the last list brought, as long as all of it can be taken back. */
export interface TakenIn {
  teams: TeamId[];
  tables: TableId[];
  people: PersonId[];
}

type Taking = Extract<FactBody, { kind: 'takenIn' }>;

/** All of a list or nothing of it: together with what is there it must make a café that can be opened. */
export function takeIn(cafe: Cafe, command: Extract<Command, { kind: 'takeIn' }>): Decision {
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
  if (definition.teams.length > LIMITS.teamsMax || definition.tables.length > LIMITS.tablesMax) {
    return refuse('room full');
  }
  const before: Listed[] = Object.values(cafe.people).map((person) => ({ ...person, name: '' }));
  if (checkFounding({ definition, people: [...before, ...people] }).length > 0) {
    return refuse('old list');
  }
  return { facts: [fact], names: people.map(({ id, name }) => ({ person: id, name })) };
}

/** Takes the last list back; the names on it are forgotten. */
export function undoTakeIn(cafe: Cafe): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (cafe.takenIn === null) return refuse('nothing to undo');
  const names = cafe.takenIn.people.map((person): NameChange => ({ person, name: null }));
  return { facts: [{ kind: 'takeInUndone' }], names };
}

export function withTakenIn(cafe: Cafe, { teams, tables, people }: Taking): Cafe {
  const { definition } = cafe;
  const listed = people.map((person) => [person.id, { ...person, here: false }] as const);
  // Once rounds run, facilitators may have written at a new table: it stays.
  const stays = cafe.itineraries !== null && tables.length > 0;
  const ids = <T>(all: readonly { id: T }[]): T[] => all.map(({ id }) => id);
  return {
    ...cafe,
    definition: {
      ...definition,
      teams: [...definition.teams, ...teams],
      tables: [...definition.tables, ...tables],
    },
    people: { ...cafe.people, ...Object.fromEntries(listed) },
    takenIn: stays ? null : { teams: ids(teams), tables: ids(tables), people: ids(people) },
  };
}

export function withoutTakenIn(cafe: Cafe): Cafe {
  if (cafe.takenIn === null) return cafe;
  const { teams, tables, people } = cafe.takenIn;
  const gone = new Set(people);
  return {
    ...cafe,
    definition: {
      ...cafe.definition,
      teams: cafe.definition.teams.filter(({ id }) => !teams.includes(id)),
      tables: cafe.definition.tables.filter(({ id }) => !tables.includes(id)),
    },
    people: Object.fromEntries(Object.entries(cafe.people).filter(([id]) => !gone.has(id))),
    takenIn: null,
  };
}

/**
 * The last list as far as it can be taken back after one more fact: no longer when one of its people
 * has arrived, somebody else belongs to one of its teams, or seats are told at one of its tables.
 */
export function stillTakenIn({ takenIn }: Cafe, body: FactBody): TakenIn | null {
  if (takenIn === null) return null;
  switch (body.kind) {
    case 'personArrived':
      return takenIn.people.includes(body.person) ? null : takenIn;
    case 'personListed':
      return body.team !== null && takenIn.teams.includes(body.team) ? null : takenIn;
    case 'rotationMade':
      return takenIn.tables.length > 0 ? null : takenIn;
    default:
      return takenIn;
  }
}
