/** From a list that was read to what a café is asked to take in. */
import { fold, type Listed, type Table, type Team, type WireCommand } from '../cafe/index.ts';
import { isFilled, type Filling } from './fill-in.ts';
import { FreeTables } from './free-tables.ts';
import type { PeopleList } from './people-list.ts';
import type { TeamList } from './read-teams.ts';
import type { Room } from './room.ts';

export interface TakingIn {
  teams: Team[];
  tables: Table[];
  people: Listed[];
  filled: NonNullable<Extract<WireCommand, { kind: 'takeIn' }>['filled']>;
}

/**
 * The teams that were understood, with new tables where none was free, and what fills in those there.
 * `newId` makes uuids.
 */
export function teamsToTakeIn({ lines }: Pick<TeamList, 'lines'>, newId: () => string): TakingIn {
  const taking: TakingIn = { teams: [], tables: [], people: [], filled: [] };
  for (const line of lines) {
    if (line.is === 'there' && isFilled(line.filling)) taking.filled.push(filledIn(line.filling));
    if (line.is !== 'team') continue;
    const { name, topic, question, table, place, chairs } = line.team;
    const homeTable = table.id ?? newId();
    if (table.id === null) {
      taking.tables.push({ id: homeTable, number: table.number, place, chairs });
    }
    taking.teams.push({ id: newId(), name, topic, question, homeTable });
  }
  return taking;
}

function filledIn({ team, texts, chairs }: Filling): TakingIn['filled'][number] {
  const { topic = '', question = '', place = '' } = texts;
  return { team, topic, question, place, ...(chairs === null ? {} : { chairs: chairs.is }) };
}

/** The people who were understood, with the teams their list makes. `newId` makes uuids. */
export function peopleToTakeIn({ lines }: PeopleList, room: Room, newId: () => string): TakingIn {
  const taking: TakingIn = { teams: [], tables: [], people: [], filled: [] };
  const free = new FreeTables(room);
  const made = new Map<string, string>();
  const teamOf = (name: string): string => {
    const key = fold(name);
    const known = made.get(key);
    if (known !== undefined) return known;
    const table = free.next();
    const id = newId();
    const homeTable = table.id ?? newId();
    if (table.id === null) {
      const { chairs } = free;
      taking.tables.push({ id: homeTable, number: table.number, place: '', chairs });
    }
    taking.teams.push({ id, name, topic: '', question: '', homeTable });
    made.set(key, id);
    return id;
  };
  const ids = new Map<number, string>();
  for (const line of lines) if (line.is === 'person') ids.set(line.from, newId());
  for (const line of lines) {
    if (line.is !== 'person') continue;
    const { name, team, goesWith, fixedAt, withoutPhone } = line.person;
    taking.people.push({
      id: ids.get(line.from) ?? newId(),
      name,
      team: team === null ? null : 'id' in team ? team.id : teamOf(team.isNew),
      withoutPhone,
      fixedAt,
      goesWith:
        goesWith === null
          ? null
          : 'id' in goesWith
            ? goesWith.id
            : (ids.get(goesWith.line) ?? null),
    });
  }
  return taking;
}

/** What stays to be put right: the lines that were not understood, under their headings. */
export function leftOver({ lines }: TeamList | PeopleList): string {
  const unclear = lines.filter(({ is }) => is === 'unclear');
  if (unclear.length === 0) return '';
  const kept = lines.filter(({ is }) => is === 'unclear' || is === 'headings');
  return kept.map(({ raw }) => raw).join('');
}

/** The text with one of its lines written anew; its line break stays. */
export function withLine({ lines }: TeamList | PeopleList, from: number, written: string): string {
  return lines
    .map(({ from: at, raw }) =>
      at === from ? written + (/(?:\r\n|\r|\n)$/u.exec(raw)?.[0] ?? '') : raw,
    )
    .join('');
}
