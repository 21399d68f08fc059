/** Whether a table's chairs are enough for those who are sent there, or have been few for them before. */
import { alwaysAt } from './always-at.ts';
import type { Cafe } from './cafe.ts';
import type { Crowd } from './deed.ts';
import type { TableId } from './ids.ts';
import { toldRound } from './position.ts';
import { refuse, type Refusal } from './refusal.ts';

const NOBODY: Crowd = { sent: [], always: 0 };

export function crowdAt({ definition, stage, people, itineraries }: Cafe, table: TableId): Crowd {
  const told = toldRound(definition.programme, stage) ?? Infinity;
  const sent: number[] = [];
  for (const [id, { tables }] of Object.entries(itineraries ?? {})) {
    if (people[id]?.here !== true) continue;
    for (const [i, seat] of tables.entries()) {
      sent[i] = (sent[i] ?? 0) + (seat === table && i + 1 >= told ? 1 : 0);
    }
  }
  const staying = [...alwaysAt(Object.values(people)).values()];
  return { sent, always: staying.filter((seat) => seat === table).length };
}

/** Why a table cannot have so many chairs, fewer than now: more people sit there, or always do. Null where it can. */
export function forbidsChairs(
  cafe: Cafe,
  table: TableId,
  chairs: number,
): { refusal: Refusal } | null {
  const before = cafe.definition.tables.find(({ id }) => id === table);
  if (before === undefined || chairs >= before.chairs) return null;
  return overcrowds(cafe, table, chairs);
}

/** The same of a table that may be as crowded as it was with as few chairs before. */
export function overcrowds(
  cafe: Cafe,
  table: TableId,
  chairs: number,
  before: Crowd = NOBODY,
): { refusal: Refusal } | null {
  const { sent, always } = crowdAt(cafe, table);
  if (sent.some((count, i) => count > Math.max(chairs, before.sent[i] ?? 0))) {
    return refuse('chairs taken');
  }
  return always > Math.max(chairs, before.always) ? refuse('chairs kept') : null;
}
