import { teamAt, type CafeView, type Definition } from '@tablecloth/shared/cafe';
import type print from '../../words/en/print.ts';

/** What stands on a table's card: of hosts, a team and a named next table only where there are any. */
export function howTo(
  cafe: Pick<CafeView, 'teams' | 'hostsPerTable'> & Pick<Definition, 'seating'>,
  table: string,
  words: (typeof print)['howTo'],
): string[] {
  const hasTeam = teamAt(cafe, table) !== null;
  const hasHosts = hasTeam && cafe.hostsPerTable > 0;
  const next = cafe.seating === 'pick' ? words.picked : words.named;
  return [
    words.scan,
    hasHosts ? words.hosts : words.nobody,
    hasTeam ? words.team : words.others,
    hasHosts ? next.hosts : next.desk,
  ];
}
