/**
 * A rotation to plan and a planned one, as in docs/rotation.md. Arrays over rounds are indexed
 * round − 1; the numbers in `from`, `to` and `absent` are rounds and begin with 1.
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
  /** Hosts this table in every round. */
  host?: string;
  /** The table hosted in each round, null where this person visits. */
  hosting?: readonly (string | null)[];
  /** In a relay: rounds in which this person would rather host, as far as that is fair. */
  hostsIn?: readonly number[];
  /** Sits at this table in every round and does not host it. */
  fixed?: string;
  /** The own team's table. */
  home?: string;
  /** First and last round here; from the first to the last round where not given. */
  from?: number;
  to?: number;
  /** Rounds in between without this person. */
  absent?: readonly number[];
  /** Tables wished for, the dearest first. */
  wishes?: readonly string[];
}

export interface Instance {
  id?: string;
  rounds: number;
  tables: readonly RotationTable[];
  people: readonly RotationPerson[];
  /** Pairs that sit at one table whenever both are here. */
  together?: readonly (readonly [string, string])[];
  /** Pairs that never sit at one table. */
  apart?: readonly (readonly [string, string])[];
  /** Hosts per home table and round, chosen from its team; 0 for none. */
  relay?: number;
  /** In a relay: no more than half of a team host at once, so that everybody visits too. */
  everybodyVisits?: boolean;
  objective?: {
    /** False: people first, repeated tables are free. */
    tables?: boolean;
    /** The own team's table counts as visited. */
    avoidHome?: boolean;
  };
  /** Rounds that have been: their seats stay as they were, also at tables there are no more. */
  past?: { rounds: number; seats: Readonly<Record<string, readonly (string | null)[]>> };
  /** Seats to come that stay as they are, whatever else is better; null where none is given yet. */
  kept?: Readonly<Record<string, readonly (string | null)[]>>;
  /** What people were told: kept where possible. */
  told?: Readonly<Record<string, readonly (string | null)[]>>;
}

export interface Schedule {
  /** One entry a round; null where the person is absent. */
  seats: Record<string, (string | null)[]>;
  /** The table hosted in each round; only of those whom the planner chose as hosts. */
  hosting: Record<string, (string | null)[]>;
}

/** What a schedule is worth; smaller is better, in this order. */
export interface Worth {
  /**
   * With wishes: minus the people with at least one honoured wish, minus those with at least two,
   * and so on, and at the end minus the sum over honoured wishes of length − rank + 1.
   */
  wishes: readonly number[];
  /** Rounds seated − distinct tables, hosts aside; 0 where tables may be repeated freely. */
  tableRepeats: number;
  /** Σ C(load, 2) above the least that the chairs allow. */
  imbalance: number;
  /** Cells (person, future round) that differ from what was told. */
  changed: number;
  /** Pair-seatings that make no new acquaintance: team-mates, or a pair that has met. */
  waste: number;
  /** Σ over pairs of C(meetings, 2); team-mates count one meeting extra. */
  meetings: number;
}

/** What counts beneath the wishes. */
export type Costs = Omit<Worth, 'wishes'>;

/** Below zero where `a` is better than `b`. */
export function compareWorth(a: Worth, b: Worth): number {
  for (const [i, wish] of a.wishes.entries()) {
    const difference = wish - (b.wishes[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareCosts(a, b);
}

/** Below zero where `a` is better than `b`, wishes aside. */
export function compareCosts(a: Costs, b: Costs): number {
  return (
    a.tableRepeats - b.tableRepeats ||
    a.imbalance - b.imbalance ||
    a.waste + a.changed - (b.waste + b.changed) ||
    a.waste - b.waste ||
    a.meetings - b.meetings
  );
}
