import { sameWords } from '../cafe/index.ts';
import { csvLine } from '../harvest/index.ts';
import type { Room } from './room.ts';

const HEADINGS = ['Name', 'Team', 'Goes with', 'Fixed seat', 'Without phone'];

/** The list of people as CSV, as `readPeople` reads it; without a byte order mark. */
export function writePeople({ people, teams, tables }: Room): string {
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  const numbers = new Map(tables.map(({ id, number }) => [id, String(number)]));
  const byId = new Map(people.map((person) => [person.id, person]));
  const counts = new Map<string, number>();
  for (const { name } of people) {
    counts.set(sameWords(name), (counts.get(sameWords(name)) ?? 0) + 1);
  }
  /** With the team where the name alone would be anybody's. */
  const partner = (id: string | null): string => {
    const person = id === null ? undefined : byId.get(id);
    if (person === undefined) return '';
    const team = person.team === null ? undefined : teamNames.get(person.team);
    const isOne = counts.get(sameWords(person.name)) === 1;
    return isOne || team === undefined ? person.name : `${person.name} (${team})`;
  };
  const rows = people.map(({ name, team, goesWith, fixedAt, withoutPhone }) => [
    name,
    team === null ? '' : (teamNames.get(team) ?? ''),
    partner(goesWith),
    fixedAt === null ? '' : (numbers.get(fixedAt) ?? ''),
    withoutPhone ? 'yes' : '',
  ]);
  return [HEADINGS, ...rows].map(csvLine).join('');
}
