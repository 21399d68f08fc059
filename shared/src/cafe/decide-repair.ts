import type { Cafe } from './cafe.ts';
import type { Decision } from './decision.ts';
import { noRound } from './no-seat.ts';
import { roundCount } from './programme.ts';
import { refuse } from './refusal.ts';
import { changedItineraries, changesOf, repairInstance } from './repair.ts';
import { fits, type Proposal } from './rotation.ts';

/** A repair is applied as it was previewed, or not at all. */
export function applyRepair(cafe: Cafe, proposal: Proposal | null): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const instance = repairInstance(cafe);
  if (instance === null) return noRound(cafe);
  if (proposal === null || !fits(proposal, instance)) return refuse('old preview');
  const found = changesOf(cafe, proposal);
  if (found === null) return refuse('cannot plan');
  if (found.changes.length === 0) return { facts: [] };
  const rounds = roundCount(cafe.definition.programme);
  const itineraries = changedItineraries(cafe, found.changes, rounds);
  return { facts: [{ kind: 'rotationRepaired', itineraries, quality: found.quality }] };
}
