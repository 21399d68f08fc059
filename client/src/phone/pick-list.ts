/** The tables one may pick, as a list shows them. */
import {
  teamAt,
  type CafeView,
  type ChairsView,
  type PersonView,
  type SubjectsView,
} from '@tablecloth/shared/cafe';

export interface PickRow {
  table: CafeView['tables'][number];
  /** Whose table it is; empty where it is nobody's. */
  team: string;
  topic: string;
  /** The table's own question; the café's is everywhere the same. */
  question: string;
  /** Chairs laid and free, then 0 while chairs can be pulled up; 'full'; null where it is not known. */
  chairs: number | 'full' | null;
  /** It is one's own, left in this round: whoever goes back hosts there where tables have hosts. */
  isOwn: boolean;
  /** The last round in which one sat there before, or null. */
  seenIn: number | null;
}

/**
 * Open tables. One's own team's only, and first, if one was told it in this round; those one has been at
 * last. In a small room in the order of their numbers; with more than `atOnce` everybody's list begins
 * elsewhere, so that not all see the same tables first. Full ones stay where they are, so that nothing
 * moves under a thumb.
 */
export function pickRows(
  cafe: CafeView,
  person: PersonView,
  subjects: SubjectsView['subjects'],
  chairs: ChairsView | null,
  round: number,
  atOnce: number,
): PickRow[] {
  const own = cafe.teams.find(({ id }) => id === person.team)?.homeTable;
  const left = chairs?.round === round ? chairs.left : null;
  const rows = cafe.tables.flatMap((table, i): PickRow[] => {
    const isOwn = table.id === own;
    if (table.closed === true) return [];
    if (isOwn && !person.pages.includes(`${table.id}.${String(round)}`)) return [];
    const subject = subjects.find((one) => one.table === table.id);
    const free = left?.[i] ?? null;
    const seenIn =
      person.tables.findLastIndex((seat, at) => seat === table.id && at < round - 1) + 1;
    return [
      {
        table,
        team: teamAt(cafe, table.id)?.name ?? '',
        topic: subject?.topic ?? '',
        question: subject?.question ?? '',
        isOwn,
        chairs: free === null ? null : free <= -(chairs?.extra ?? 0) ? 'full' : Math.max(0, free),
        seenIn: seenIn === 0 ? null : seenIn,
      },
    ];
  });
  rows.sort((a, b) => a.table.number - b.table.number);
  const from = rows.length > atOnce ? beginning(person.person) % rows.length : 0;
  const turned = [...rows.slice(from), ...rows.slice(0, from)];
  const place = ({ isOwn, seenIn }: PickRow) => (isOwn ? 0 : seenIn === null ? 1 : 2);
  return turned.sort((a, b) => place(a) - place(b));
}

function beginning(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum;
}

/** Those with the words in them: a number as it stands on the table, anything else in any part. */
export function found(rows: readonly PickRow[], words: string): PickRow[] {
  const wanted = folded(words);
  if (wanted === '') return [...rows];
  if (/^\d+$/u.test(wanted)) {
    return rows.filter(({ table }) => String(table.number).startsWith(wanted));
  }
  return rows.filter(({ table, team, topic, question }) =>
    [table.place, team, topic, question].some((text) => folded(text).includes(wanted)),
  );
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
