import {
  byNumber,
  homeRound,
  shortNames,
  teamAt,
  type CafeView,
  type FacilitatorView,
  type RoundNumber,
  type TableId,
} from '@tablecloth/shared/cafe';

type Person = FacilitatorView['people'][number];

/** What a facilitator may want to look at; never an alarm. */
export type Hint = 'few' | 'nobody' | 'over' | 'noHost' | 'noHostYet';

/** One table in one round, as its tile shows it. */
export interface Tile {
  table: CafeView['tables'][number];
  team: CafeView['teams'][number] | null;
  hosts: string[];
  visitors: string[];
  seated: number;
  /** Nobody is sent there today: why, may be empty; null where the table is open. */
  closed: string | null;
  hints: Hint[];
}

/** Fewer than this at a table is no conversation. */
const FEW = 3;

/** How many sit at each table in a round. */
export function loadsOf(people: readonly Person[], round: RoundNumber): Map<TableId, number> {
  const loads = new Map<TableId, number>();
  for (const { tables, here } of people) {
    const table = here ? tables[round - 1] : null;
    if (table != null) loads.set(table, (loads.get(table) ?? 0) + 1);
  }
  return loads;
}

/**
 * A tile per table, in the order of their numbers. Without seats (`seated` false) only teams that are
 * away are hinted at;
 * while people still pick their tables (`isFilling`) nobody is told that few sit at one.
 */
export function roomTiles(
  cafe: CafeView,
  people: readonly Person[],
  round: RoundNumber | null,
  seated: boolean,
  closed: FacilitatorView['closed'] = [],
  isFilling = false,
): Tile[] {
  return byNumber(cafe.tables).map((table) => {
    const sitting =
      round === null
        ? []
        : people.filter(({ tables, here }) => here && tables[round - 1] === table.id);
    const names = shortNames(sitting.map(({ name }) => name));
    const isHost = (i: number) => round !== null && (sitting[i]?.hosting[round - 1] ?? false);
    const tile = {
      table,
      team: teamAt(cafe, table.id),
      hosts: names.filter((_, i) => isHost(i)),
      visitors: names.filter((_, i) => !isHost(i)),
      seated: sitting.length,
      closed: closed.find((one) => one.table === table.id)?.reason ?? null,
    };
    if (tile.closed !== null) return { ...tile, hints: [] };
    if (!seated) return { ...tile, hints: isTeamAway(cafe, tile, people) ? ['noHostYet'] : [] };
    const hints = round === null ? [] : hintsOf(cafe, tile, round);
    return { ...tile, hints: hints.filter((hint) => hint !== 'few' || !isFilling) };
  });
}

/** Others are here already, and nobody of the team whose table it is. */
function isTeamAway(
  { hostsPerTable }: CafeView,
  { team }: Pick<Tile, 'team'>,
  people: readonly Person[],
): boolean {
  const here = people.filter((person) => person.here);
  return (
    hostsPerTable > 0 &&
    team !== null &&
    here.length > 0 &&
    here.every((person) => person.team !== team.id)
  );
}

function hintsOf(cafe: CafeView, tile: Omit<Tile, 'hints'>, round: RoundNumber): Hint[] {
  const hints: Hint[] = [];
  const isHome = round === homeRound(cafe.programme);
  // At home a team is as many as it is, and nobody need sit at a table that is no team's.
  if (!isHome && tile.seated < FEW) hints.push('few');
  if (isHome && tile.team !== null && tile.seated === 0) hints.push('nobody');
  if (tile.seated > tile.table.chairs) hints.push('over');
  const wantsHost = cafe.hostsPerTable > 0 && tile.team !== null && !isHome;
  if (wantsHost && tile.hosts.length === 0) hints.push('noHost');
  return hints;
}
