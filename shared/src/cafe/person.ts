/** A person of a café, and the places they are given. */
import type { PersonId, RoundNumber, TableId, TeamId } from './ids.ts';

/** A person. The name is not here but in `Cafe.names`: facts and logs hold ids only. */
export interface Person {
  id: PersonId;
  team: TeamId | null;
  /** Joined from a phone or checked in by a facilitator. People listed beforehand are not here yet. */
  here: boolean;
  /** Has no phone: seats are told on paper or by the desk. */
  withoutPhone: boolean;
  /** Sits at this table in every round: the café comes to them. */
  fixedAt: TableId | null;
  /** Moves together with this person. */
  goesWith: PersonId | null;
  /** Rounds in which this person would rather host; missing where the café may choose. */
  hostsIn?: RoundNumber[];
  /** Has gone home, or does not come after all; missing where they are here or may still come. */
  left?: true;
  /** Of who has left: they had come. */
  wasHere?: true;
}

/** One person's places: index = round − 1, through the home round; null = no seat (yet). */
export interface Itinerary {
  tables: (TableId | null)[];
  hosting: boolean[];
}

/** One sentence's worth of quality, computed when the rotation was made. */
export interface RotationQuality {
  people: number;
  tables: number;
  tableRepeats: number;
  /** Pair-seatings that made no new acquaintance. */
  waste: number;
  /** The proven least of `waste`, of all plans that repeat as few tables; 0 where nothing is proven of all. */
  wasteBound: number;
  /** The proven least of `tableRepeats`; missing where new people come first, or nothing is proven of all. */
  tableRepeatsBound?: number;
  /** People who keep every seat that was planned for them ahead; missing where none was. */
  kept?: number;
}

/** Seats for everybody on the list, planned before the doors open; see ahead.ts. */
export interface PlannedAhead {
  /** Of visiting rounds alone: the day may get others, and home one is with one's team. */
  itineraries: Record<PersonId, Itinerary>;
  /** The own team's table that each was planned with; missing without one. */
  homes: Record<PersonId, TableId>;
  quality: RotationQuality;
}
