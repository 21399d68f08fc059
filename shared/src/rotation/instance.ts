/**
 * A rotation to plan and a planned one. Arrays over rounds are indexed round − 1.
 * The vocabulary is docs/rotation.md's.
 */
export interface RotationTable {
  id: string;
  /** Seats, hosts included. */
  cap: number;
}

export interface RotationPerson {
  id: string;
  /** Team-mates should be spread. */
  team?: string;
  /** Sits at this table in every round. */
  fixed?: string;
  /** The own team's table: counts as visited, and where this person may host. */
  home?: string;
}

export interface Instance {
  rounds: number;
  tables: RotationTable[];
  people: RotationPerson[];
  /** Pairs that sit at one table in every round. */
  together: [string, string][];
  /** Hosts per home table and round, chosen from its team; 0 for none. */
  relay: number;
}

export interface Schedule {
  /** One entry a round; null where there is no seat. */
  seats: Record<string, (string | null)[]>;
  hosting: Record<string, boolean[]>;
}
