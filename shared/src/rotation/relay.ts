import type { Instance } from './instance.ts';
import type { Unit } from './units.ts';

/**
 * Chooses hosts for a relay: in every round each home table gets `relay` of its team (all of them
 * where fewer are here), those who have hosted least first, so hosting differs by at most one
 * within a team of single people. A unit hosts together, so a team with a pair may differ by two; somebody fixed elsewhere does not host.
 *
 * Returns, per round, the units that host and where.
 */
export function relayHosts(instance: Instance, units: readonly Unit[]): Map<Unit, string>[] {
  const rounds = Array.from({ length: instance.rounds }, () => new Map<Unit, string>());
  if (instance.relay === 0) return rounds;
  for (const table of instance.tables) {
    const able = units.filter((unit) =>
      unit.some(
        (person) =>
          person.home === table.id && unit.every(({ fixed }) => (fixed ?? table.id) === table.id),
      ),
    );
    const times = new Map(able.map((unit) => [unit, 0]));
    for (const round of rounds) {
      // A stable sort: among equals the instance's order, so pairs of hosts follow each other.
      const order = [...able].sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0));
      let places = instance.relay;
      const take = (unit: Unit): void => {
        round.set(unit, table.id);
        times.set(unit, (times.get(unit) ?? 0) + 1);
        places -= mates(unit, table.id);
      };
      // First whoever fits; only where nobody does, a pair that is one too many.
      for (const unit of order) {
        if (!round.has(unit) && mates(unit, table.id) <= places) take(unit);
      }
      for (const unit of order) {
        if (places > 0 && !round.has(unit)) take(unit);
      }
    }
  }
  return rounds;
}

/** How many of a unit belong to the table's team. */
function mates(unit: Unit, table: string): number {
  return unit.filter((person) => person.home === table).length;
}
