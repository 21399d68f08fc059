import type { Instance } from './instance.ts';
import { isHere } from './judge.ts';
import type { NoPlan } from './no-plan.ts';
import type { Unit } from './units.ts';

/**
 * Chooses hosts for a relay: in every round each home table gets `relay` of its team's present
 * members (all of them where fewer are here), those who have hosted least first. Members who go
 * together host together; somebody bound elsewhere does not host.
 *
 * Returns, per round (0-based), the people who host, by index; and what keeps the first table from
 * having its hosts, fairly, or null.
 */
export function relayHosts(
  instance: Instance,
  units: readonly Unit[],
): { hosts: ReadonlySet<number>[]; fault: NoPlan | null } {
  const hosts = Array.from({ length: instance.rounds }, () => new Set<number>());
  const relay = instance.relay ?? 0;
  if (relay === 0) return { hosts, fault: null };
  const unitOf = new Map(units.flatMap((unit) => unit.map((i): [number, Unit] => [i, unit])));
  const bound = hosts.map(() => new Map<Unit, string>());
  for (const unit of units) {
    const fixed = unit.map((i) => instance.people[i]!.fixed).find((table) => table !== undefined);
    if (fixed !== undefined) for (const round of bound) round.set(unit, fixed);
  }
  let fault: NoPlan | null = null;
  for (const table of instance.tables) {
    const groups = units
      .map((unit) => unit.filter((i) => instance.people[i]!.home === table.id))
      .filter((group) => group.length > 0);
    const times = new Map(groups.flat().map((i) => [i, 0]));
    const first = instance.past?.rounds ?? 0;
    for (const [round, chosen] of hosts.entries()) {
      if (round < first) {
        for (const i of times.keys()) {
          const seat = instance.past?.seats[instance.people[i]!.id]?.[round];
          if (seat === table.id) times.set(i, times.get(i)! + 1);
        }
        continue;
      }
      const able = groups
        .map((group) => group.filter((i) => isHere(instance.people[i]!, round + 1)))
        .filter((group) => group.length > 0);
      const most = (group: readonly number[]): number =>
        Math.max(...group.map((i) => times.get(i)!));
      // A stable sort: among equals the instance's order.
      const order = [...able].sort((a, b) => most(a) - most(b));
      let places = Math.min(relay, able.flat().length);
      for (const group of order) {
        const unit = unitOf.get(group[0]!)!;
        const boundTo = bound[round]!.get(unit) ?? table.id;
        if (group.length > places || boundTo !== table.id) continue;
        bound[round]!.set(unit, table.id);
        places -= group.length;
        for (const i of group) {
          chosen.add(i);
          times.set(i, times.get(i)! + 1);
        }
      }
      if (places > 0) fault ??= { reason: 'hostsMissing', table: table.id, round: round + 1 };
    }
    const counts = [...times.values()];
    if (Math.max(0, ...counts) - Math.min(Infinity, ...counts) > 1)
      fault ??= { reason: 'unfairHosts', table: table.id };
  }
  return { hosts, fault };
}
