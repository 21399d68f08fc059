import type { Actor, ActorLabel, Fact, FactBody } from '@tablecloth/shared/cafe';
import type { NewFact, StoredFact } from '../store/store.ts';

/** How facts and their authors look in the store, and back. */

/** Who a fact names as its author; null for those who can cause none. */
export function labelOf(actor: Actor): ActorLabel | null {
  switch (actor.role) {
    case 'facilitator':
      return { role: 'facilitator', label: actor.label };
    case 'person':
      return { role: 'person', person: actor.person };
    case 'team':
      return { role: 'team', team: actor.team };
    case 'table':
      return { role: 'table', phone: actor.phone };
    case 'clock':
      return { role: 'clock' };
    case 'screen':
      return null;
  }
}

export function toStored({ number, at, by, body }: Fact): NewFact {
  return { number, at, by: writeLabel(by), body };
}

/** The store holds what `toStored` wrote, so its JSON is trusted to be a fact. */
export function fromStored({ number, at, by, body }: StoredFact): Fact {
  return { number, at, by: readLabel(by), body: body as FactBody };
}

/** Who caused something, in one word as the store has it; null for the clock. */
export function writeLabel(by: ActorLabel): string | null {
  switch (by.role) {
    case 'facilitator':
      return `facilitator:${by.label}`;
    case 'person':
      return `person:${by.person}`;
    case 'team':
      return `team:${by.team}`;
    case 'table':
      return `table:${by.phone}`;
    case 'clock':
      return null;
  }
}

function readLabel(by: string | null): ActorLabel {
  if (by === null) return { role: 'clock' };
  const at = by.indexOf(':');
  const rest = by.slice(at + 1);
  switch (by.slice(0, at)) {
    case 'person':
      return { role: 'person', person: rest };
    case 'team':
      return { role: 'team', team: rest };
    case 'table':
      return { role: 'table', phone: rest };
    default:
      return { role: 'facilitator', label: rest };
  }
}
