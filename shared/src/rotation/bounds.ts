import { NOWHERE, type Model } from './model.ts';
import { Seats } from './seats.ts';

/** What nobody can beat, proven; each by itself, so not always reachable together. */
export interface Bounds {
  tableRepeats: number;
  waste: number;
}

/**
 * Lower bounds of a model's rotations. Every count only grows when somebody sits down, so what the
 * pinned people alone cost (team-mates who must host side by side) is a bound already.
 */
export function lowerBounds(model: Model): Bounds {
  const seats = new Seats(model);
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    for (let unit = 0; unit < model.units; unit += 1) {
      const cell = round * model.units + unit;
      const table = model.pinned[cell]!;
      if (table !== NOWHERE && model.members[cell]!.length > 0) seats.sit(round, unit, table);
    }
  }
  return { tableRepeats: seats.tableRepeats, waste: seats.waste };
}
