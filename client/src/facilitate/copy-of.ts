import { LIMITS, visitingRounds, type Founding } from '@tablecloth/shared/cafe';
import type { WholeCafe } from '@tablecloth/shared/harvest';

/**
 * The same café once more, under another title: its plan, tables, teams and questions, and where wished
 * the people who were listed or came. No notes, no seats, no table closed, no day it began on, and at the pace
 * that is wished: it may have been tried out faster, or is to be.
 */
export function copyOf(
  { definition, people }: Pick<WholeCafe, 'definition' | 'people'>,
  { title, withPeople, pace }: { title: string; withPeople: boolean; pace: number },
): Founding {
  const rounds = visitingRounds(definition.programme);
  return {
    definition: {
      ...definition,
      pace,
      title: title.slice(0, LIMITS.titleCharsMax),
      opensAt: null,
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
