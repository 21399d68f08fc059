/** Why there is no valid plan; `words.ts` makes the sentence. Rounds are 1-based. */
export type NoPlan =
  | { reason: 'chairs'; round: number; people: number; chairs: number }
  | { reason: 'unitTooBig'; people: readonly string[]; round: number; chairs: number }
  /** `groups` units of at least `size` people, and tables with room for `places` of them. */
  | { reason: 'groups'; round: number; size: number; groups: number; places: number }
  | { reason: 'twoPlaces'; people: readonly string[]; round: number }
  /** Hosts and fixed people alone are more than the chairs. */
  | { reason: 'tableFull'; table: string; round: number; people: number; chairs: number }
  | { reason: 'apartYetTogether'; people: readonly [string, string] }
  | { reason: 'apartAtTable'; people: readonly [string, string]; table: string; round: number }
  /** Each of these must sit at another table than all the others. */
  | { reason: 'mutuallyApart'; people: readonly string[]; round: number; tables: number }
  /** Every table is their own, holds somebody they must not meet, or has too few chairs left. */
  | { reason: 'nowhere'; people: readonly string[]; round: number }
  | { reason: 'hostsMissing'; table: string; round: number }
  | { reason: 'unfairHosts'; table: string }
  /** Nothing single is wrong, and yet no seating of this round keeps every rule. */
  | { reason: 'noSeating'; round: number };
