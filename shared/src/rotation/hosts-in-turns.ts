import type { Instance } from './instance.ts';
import { relayHosts } from './relay.ts';
import { unitsOf } from './units.ts';

/** Who hosts in each round, without a seat for anybody else: as many and as fair as can be. */
export function hostsInTurns(instance: Instance): Set<string>[] {
  return relayHosts(instance, unitsOf(instance)).hosts.map(
    (hosts) => new Set([...hosts].map((i) => instance.people[i]?.id ?? '')),
  );
}
