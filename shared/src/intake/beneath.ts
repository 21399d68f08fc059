/**
 * Two lists in one text. The headings of the second one go; everything else must mean beneath the first
 * what it meant by itself, which is looked at and not guessed: separators, quotes and columns differ.
 */
import { peopleColumns } from './read-people.ts';
import { teamColumns } from './read-teams.ts';
import { isBlank, withoutMark, type Columned, type RawRecord } from './records.ts';
import type { Room } from './room.ts';
import { TeamFinder } from './team-finder.ts';

type Layout = Columned<Readonly<Record<string, number | undefined>>>;

/** The text of both lists, or null where they cannot stand in one. */
export function beneath(
  kind: 'people' | 'teams',
  above: string,
  added: string,
  room: Room,
): string | null {
  const layoutOf = (text: string): Layout =>
    kind === 'people' ? peopleColumns(text, new TeamFinder(room)) : teamColumns(text);
  const first = layoutOf(above);
  if (first.records.every(isBlank)) return added;
  const second = layoutOf(added);
  const rows = rowsOf(second);
  const written = withoutMark(above);
  const text =
    (/[\n\r]$/u.test(written) ? written : `${written}\n`) + rows.map(({ raw }) => raw).join('');
  const both = layoutOf(text);
  const parts = [...rowsOf(first), ...rows];
  const joined = rowsOf(both);
  const isSame =
    joined.length === parts.length &&
    joined.every((row, at) => sameParts(row, parts[at])) &&
    meansTheSame(first, both) &&
    meansTheSame(second, both);
  return isSame ? text : null;
}

function rowsOf({ records, head }: Layout): RawRecord[] {
  return records.filter((record) => record !== head && !isBlank(record));
}

function sameParts({ fields }: RawRecord, other: RawRecord | undefined): boolean {
  return (
    fields.length === other?.fields.length && fields.every((text, at) => text === other.fields[at])
  );
}

/** Whether every column that a list has fields in means the same in another layout. */
function meansTheSame(list: Layout, other: Layout): boolean {
  const width = Math.max(0, ...rowsOf(list).map(({ fields }) => fields.length));
  const meaning = ({ columns }: Layout, place: number) =>
    Object.keys(columns).find((column) => columns[column] === place);
  return Array.from({ length: width }, (_, place) => place).every(
    (place) => meaning(list, place) === meaning(other, place),
  );
}
