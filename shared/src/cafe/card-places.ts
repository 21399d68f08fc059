/**
 * The places of picked cards on a page: three for the next group, twelve for the panel. Words may be
 * on their way when their card is picked, and may be removed afterwards; so whether a card stands is
 * not asked when it is picked, but when its place is wanted: then those without words give theirs up.
 */
import type { Actor } from './actor.ts';
import { pageRight } from './audience.ts';
import type { Cafe } from './cafe.ts';
import type { Command, CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { FactBody } from './fact.ts';
import { LIMITS } from './limits.ts';

const MOST = {
  passOn: LIMITS.passOnMax,
  askPanel: LIMITS.panelQuestionsPerPageMax,
  signCard: LIMITS.cardsPerPageMax,
} as const;

export type Picking = keyof typeof MOST;

/** The cards that hold every place a command would need one of; null where it needs none, or one is free. */
export function placesHeld(
  cafe: Cafe,
  command: Command,
  by: Actor,
): { of: Picking; page: string; cards: string[] } | null {
  if (!takesPlace(command)) return null;
  const { kind: of, page, card } = command;
  const right = pageRight(cafe, by, page);
  if (right !== 'write' && right !== 'late') return null;
  const cards = held(cafe, of, page);
  return cards.includes(card) || cards.length < MOST[of] ? null : { of, page, cards };
}

/** Cards that do not stand on their page give up their places; by the server, which has looked. */
export function freePlaces(cafe: Cafe, { of, page, cards }: CommandOf<'freePlaces'>): Decision {
  const there = new Set(held(cafe, of, page));
  return { facts: cards.filter((card) => there.has(card)).map((card) => freed(of, page, card)) };
}

function takesPlace(command: Command): command is CommandOf<Picking> {
  switch (command.kind) {
    case 'passOn':
      return command.isPicked;
    case 'askPanel':
      return command.isAsked;
    case 'signCard':
      return command.voice !== null;
    default:
      return false;
  }
}

function held(cafe: Cafe, of: Picking, page: string): string[] {
  switch (of) {
    case 'passOn':
      return cafe.passedOn[page] ?? [];
    case 'askPanel':
      return cafe.panel.filter((one) => one.page === page && one.isAsked).map(({ card }) => card);
    case 'signCard':
      return Object.keys(cafe.signed[page] ?? {});
  }
}

function freed(of: Picking, page: string, card: string): FactBody {
  switch (of) {
    case 'passOn':
      return { kind: 'passedOn', page, card, isPicked: false };
    case 'askPanel':
      return { kind: 'panelAsked', page, card, isAsked: false };
    case 'signCard':
      return { kind: 'cardSigned', page, card, person: null };
  }
}
