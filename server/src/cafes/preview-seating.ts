import {
  picksTables,
  qualityOf,
  refuse,
  seatingInstance,
  seedOfCafe,
  type Cafe,
  type Refusal,
  type RotationQuality,
  type SeatFirst,
} from '@tablecloth/shared/cafe';
import type { SeatingPreview } from '@tablecloth/shared/protocol';
import { isNoPlan } from '@tablecloth/shared/rotation';
import type { Planner } from '../planner/planner.ts';

export type SeatingPreviewed = ({ ok: true } & SeatingPreview) | { ok: false; refusal: Refusal };

/** Plans seats for who is here, with other tables first and with new people first. */
export async function previewSeating(cafe: Cafe, planner: Planner): Promise<SeatingPreviewed> {
  if (picksTables(cafe.definition)) return { ok: false, ...refuse('people pick') };
  if (cafe.itineraries !== null) return { ok: false, ...refuse('plan made') };
  const tables = await seating(cafe, 'tables', planner);
  if ('refusal' in tables) return { ok: false, ...tables };
  const people = await seating(cafe, 'people', planner);
  return 'refusal' in people ? { ok: false, ...people } : { ok: true, tables, people };
}

async function seating(
  cafe: Cafe,
  first: SeatFirst,
  planner: Planner,
): Promise<RotationQuality | { refusal: Refusal }> {
  const instance = seatingInstance(cafe, first);
  const planned = await planner.plan(instance, seedOfCafe(cafe), cafe.id);
  if (planned === null) return refuse('went wrong');
  return isNoPlan(planned) ? refuse('cannot plan') : qualityOf(instance, planned);
}
