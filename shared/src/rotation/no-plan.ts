/** Why there is no valid plan; `words.ts` makes the sentence. Rounds are 1-based. */
export type NoPlan =
  | { reason: 'chairs'; round: number; people: number; chairs: number }
  | { reason: 'unitTooBig'; people: readonly string[]; round: number }
  | { reason: 'twoPlaces'; people: readonly string[]; round: number }
  | { reason: 'tableFull'; table: string; round: number }
  | { reason: 'apartYetTogether'; people: readonly [string, string] }
  | { reason: 'apartAtTable'; people: readonly [string, string]; table: string; round: number }
  | { reason: 'hostsMissing'; table: string; round: number }
  | { reason: 'unfairHosts'; table: string }
  /** Nothing single is wrong, and yet no seating of this round keeps every rule. */
  | { reason: 'noSeating'; round: number };
