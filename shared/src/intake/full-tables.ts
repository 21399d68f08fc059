/** Fixed seats at a table that has no chair left for them: of a list, the last lines have to yield. */
import { alwaysAt, overfull } from '../cafe/index.ts';
import { goingAs, lineKey } from './going.ts';
import type { Draft } from './people-list.ts';
import type { Room } from './room.ts';

/** Notes in the drafts which of them no longer fit. What was too much before the list is not its fault. */
export function noteFullTables(drafts: readonly Draft[], room: Room): void {
  const before = new Set(overfull(room.tables, room.people));
  let fitting = drafts.filter(({ problems }) => problems.length === 0);
  for (;;) {
    const people = [...room.people, ...fitting.map(goingAs)];
    const full = overfull(room.tables, people).find((id) => !before.has(id));
    const table = room.tables.find(({ id }) => id === full);
    if (table === undefined) return;
    const seats = alwaysAt(people);
    const there = fitting.filter(({ span }) => seats.get(lineKey(span.from)) === table.id);
    const over = [...seats.values()].filter((id) => id === table.id).length - table.chairs;
    // Half of them at a time: whoever yields takes along who would go with them.
    const yielding = new Set(there.slice(-Math.max(1, Math.floor(over / 2))));
    if (yielding.size === 0) return;
    for (const { problems } of yielding)
      problems.push({ why: 'seats taken', table: table.number, chairs: table.chairs });
    fitting = fitting.filter((draft) => !yielding.has(draft));
  }
}
