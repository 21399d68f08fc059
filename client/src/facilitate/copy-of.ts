import { LIMITS, visitingRounds, type Founding } from '@tablecloth/shared/cafe';
import type { WholeCafe } from '@tablecloth/shared/harvest';

/**
 * The same café once more, under another title and on another day: its plan, tables, teams and questions,
 * and where wished the people who were listed or came. No notes, no seats, no table closed, and at the pace
 * that is wished: it may have been tried out faster, or is to be.
 */
export function copyOf(
  { definition, people }: Pick<WholeCafe, 'definition' | 'people'>,
  {
    title,
    opensAt,
    withPeople,
    pace,
  }: { title: string; opensAt: number | null; withPeople: boolean; pace: number },
): Founding {
  const rounds = visitingRounds(definition.programme);
  return {
    definition: {
      ...definition,
      pace,
      title: title.slice(0, LIMITS.titleCharsMax),
      opensAt,
      tables: definition.tables.map(({ closed: _closed, ...table }) => table),
    },
    people: withPeople
      ? people.map(({ here: _here, tables: _tables, hosting: _hosting, hostsIn, ...listed }) => ({
          ...listed,
          // The plan may have had more rounds when somebody wished.
          ...(hostsIn === undefined ? {} : { hostsIn: hostsIn.filter((round) => round <= rounds) }),
        }))
      : [],
  };
}
