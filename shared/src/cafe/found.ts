/** From a café written as JSON to its first facts, and what such a JSON may not say. */
import type { Definition, Listed } from './definition.ts';
import type { FactBody, NameChange } from './fact.ts';
import { roundCount, runsByItself, type Step } from './programme.ts';
import { calledAgain } from './same-words.ts';

export interface Founding {
  definition: Definition;
  people: Listed[];
}

/** The facts and names a new café begins with. */
export function found({ definition, people }: Founding): {
  facts: FactBody[];
  names: NameChange[];
} {
  return {
    facts: [
      { kind: 'cafeMade', definition },
      ...people.map(({ id, name: _name, ...listed }): FactBody => ({
        kind: 'personListed',
        person: id,
        ...listed,
      })),
    ],
    names: people.map(({ id, name }) => ({ person: id, name })),
  };
}

/**
 * What is wrong with a café beyond its shape, as plain sentences that name the place; none where
 * it can be opened.
 */
export function checkFounding({ definition, people }: Founding): string[] {
  return [
    ...checkTables(definition),
    ...checkTeams(definition),
    ...checkProgramme(definition.programme),
    ...checkPeople(definition, people),
  ];
}

function twice<T>(items: readonly T[]): T[] {
  return [...new Set(items.filter((item, i) => items.indexOf(item) !== i))];
}

function checkTables({ tables }: Definition): string[] {
  return [
    ...twice(tables.map(({ id }) => id)).map((id) => `Two tables have the id “${id}”.`),
    ...twice(tables.map(({ number }) => number)).map(
      (number) => `Two tables have the number ${String(number)}.`,
    ),
  ];
}

function checkTeams({ tables, teams }: Definition): string[] {
  const known = new Set(tables.map(({ id }) => id));
  return [
    ...twice(teams.map(({ id }) => id)).map((id) => `Two teams have the id “${id}”.`),
    ...calledAgain(teams.map(({ name }) => name)).map((name) => `Two teams are called “${name}”.`),
    ...twice(teams.map(({ homeTable }) => homeTable)).map(
      (table) => `Two teams have the home table “${table}”.`,
    ),
    ...teams
      .filter(({ homeTable }) => !known.has(homeTable))
      .map(
        ({ name, homeTable }) =>
          `Team “${name}” has the home table “${homeTable}”, which does not exist.`,
      ),
  ];
}

/** What is wrong with the order and the numbers of steps; none where nothing is. */
export function checkProgramme(programme: readonly Step[]): string[] {
  const problems: string[] = [];
  const last = programme.at(-1);
  if (programme[0]?.kind !== 'doors') problems.push('The programme must begin with the doors.');
  if (last !== undefined && runsByItself(last)) {
    problems.push('The programme must end with a step that waits for a press, such as feedback.');
  }
  let round = 0;
  for (const [i, step] of programme.entries()) {
    const where = `Step ${String(i + 1)}`;
    if (step.kind === 'doors' && i > 0) problems.push(`${where}: the doors open only once.`);
    if (step.kind === 'round' || step.kind === 'home') {
      round += 1;
      if (step.round !== round) {
        problems.push(`${where} should be round ${String(round)}, not ${String(step.round)}.`);
      }
      if (step.kind === 'home' && programme.slice(i).some(({ kind }) => kind === 'round')) {
        problems.push(`${where}: the home round comes after every other round.`);
      }
    }
    if (step.kind === 'round') {
      const beats = step.beats.reduce((sum, beat) => sum + beat.minutes, 0);
      if (Math.abs(beats - step.minutes) > 1e-6) {
        problems.push(
          `${where}: its parts last ${String(beats)} minutes together, the round ${String(step.minutes)}.`,
        );
      }
    }
    if (step.kind === 'grace' && step.round !== round) {
      problems.push(`${where}: the last minute must follow its round ${String(step.round)}.`);
    }
    if (step.kind === 'move' && step.round !== round + 1) {
      problems.push(`${where} should lead to round ${String(round + 1)}.`);
    }
  }
  const next = programme.map((step) => step.kind);
  for (const [i, kind] of next.entries()) {
    if (kind === 'move' && next[i + 1] !== 'round' && next[i + 1] !== 'home') {
      problems.push(`Step ${String(i + 1)}: after a move comes a round.`);
    }
  }
  if (roundCount(programme) === 0) problems.push('The programme has no round.');
  return problems;
}

function checkPeople({ teams, tables }: Definition, people: readonly Listed[]): string[] {
  const ids = new Set(people.map(({ id }) => id));
  const knownTeams = new Set(teams.map(({ id }) => id));
  const knownTables = new Set(tables.map(({ id }) => id));
  return [
    ...twice(people.map(({ id }) => id)).map((id) => `Two people have the id “${id}”.`),
    ...people.flatMap(({ id, name, team, fixedAt, goesWith }) => [
      ...(team !== null && !knownTeams.has(team)
        ? [`${name} belongs to team “${team}”, which does not exist.`]
        : []),
      ...(fixedAt !== null && !knownTables.has(fixedAt)
        ? [`${name} stays at table “${fixedAt}”, which does not exist.`]
        : []),
      ...(goesWith !== null && (!ids.has(goesWith) || goesWith === id)
        ? [`${name} goes with “${goesWith}”, who is not listed.`]
        : []),
    ]),
    ...checkPairs(tables, people),
  ];
}

/** Those who go together and would both stay, each at another table. */
function checkPairs(tables: Definition['tables'], people: readonly Listed[]): string[] {
  const numbers = new Map(tables.map(({ id, number }) => [id, number]));
  const listed = new Map(people.map((person) => [person.id, person]));
  return people.flatMap(({ name, fixedAt, goesWith }) => {
    const other = goesWith === null ? undefined : listed.get(goesWith);
    const [here, there] = [numbers.get(fixedAt ?? ''), numbers.get(other?.fixedAt ?? '')];
    if (other === undefined || here === undefined || there === undefined) return [];
    return here === there
      ? []
      : [
          `${name} goes with ${other.name}, but one stays at table ${String(here)} and the other at table ${String(there)}.`,
        ];
  });
}
