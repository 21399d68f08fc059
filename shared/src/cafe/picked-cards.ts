/**
 * Cards that people pick out: for the next group at their table, and as questions for the panel.
 * Here they are ids alone. What stands on them is read from their page whenever it is shown, so a
 * word that was removed is gone here too.
 */
import type { Actor } from './actor.ts';
import { pageRight } from './audience.ts';
import type { Cafe } from './cafe.ts';
import { type CardRef, type PanelQuestion, placeOf } from './cards.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { FactOf } from './fact.ts';
import type { RoundNumber } from './ids.ts';
import { isFrozen } from './keeping.ts';
import { LIMITS } from './limits.ts';
import { stepIndex } from './position.ts';
import { visitingRounds, type Step } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Stage } from './stage.ts';

function isSameCard(one: CardRef, other: CardRef): boolean {
  return one.page === other.page && one.card === other.card;
}

/** Whether a group comes to a table after this round, to whom something could be passed on. */
export function isPassedOn(programme: readonly Step[], round: RoundNumber): boolean {
  return round < visitingRounds(programme);
}

export function passOn(cafe: Cafe, command: CommandOf<'passOn'>, by: Actor): Decision {
  const { page, card, isPicked } = command;
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const no = forbidsCards(cafe, by, page);
  if (no !== null) return no;
  if (!isPassedOn(cafe.definition.programme, placeOf(page).round)) return refuse('nobody after');
  const picked = cafe.passedOn[page] ?? [];
  if (picked.includes(card) === isPicked) return { facts: [] };
  if (isPicked && picked.length >= LIMITS.passOnMax) return refuse('enough passed on');
  return { facts: [{ kind: 'passedOn', page, card, isPicked }] };
}

export function askPanel(cafe: Cafe, command: CommandOf<'askPanel'>, by: Actor): Decision {
  const { page, card, isAsked } = command;
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const no = forbidsCards(cafe, by, page);
  if (no !== null) return no;
  const known = cafe.panel.find((question) => isSameCard(question, command));
  if ((known?.isAsked ?? false) === isAsked) return { facts: [] };
  const asked = cafe.panel.filter((question) => question.page === page && question.isAsked);
  if (isAsked && asked.length >= LIMITS.panelQuestionsPerPageMax) return refuse('enough asked');
  return { facts: [{ kind: 'panelAsked', page, card, isAsked }] };
}

/** Puts one question on the big screen and on every phone, or takes it off again. */
export function showQuestion(cafe: Cafe, { question }: CommandOf<'showQuestion'>): Decision {
  if (question === null) {
    return { facts: cafe.spotlight === null ? [] : [{ kind: 'questionShown', question }] };
  }
  const known = listed(cafe, question);
  if (known === null || known.isHidden) return refuse('no question');
  if (!mayShowQuestion(cafe.definition.programme, cafe.stage)) return refuse('not the time');
  if (cafe.spotlight !== null && isSameCard(cafe.spotlight, question)) return { facts: [] };
  const { page, card } = question;
  return { facts: [{ kind: 'questionShown', question: { page, card } }] };
}

export function answerQuestion(
  cafe: Cafe,
  command: CommandOf<'answerQuestion'>,
  now: number,
): Decision {
  if (isFrozen(cafe, now)) return refuse('too late');
  const { page, card, isAnswered } = command;
  const known = listed(cafe, command);
  if (known === null) return refuse('no question');
  if (known.isAnswered === isAnswered) return { facts: [] };
  return { facts: [{ kind: 'questionAnswered', page, card, isAnswered }] };
}

export function hideQuestion(
  cafe: Cafe,
  command: CommandOf<'hideQuestion'>,
  now: number,
): Decision {
  if (isFrozen(cafe, now)) return refuse('too late');
  const { page, card, isHidden } = command;
  const known = listed(cafe, command);
  if (known === null) return refuse('no question');
  if (known.isHidden === isHidden) return { facts: [] };
  return { facts: [{ kind: 'questionHidden', page, card, isHidden }] };
}

/** Only where the big screen has room for it: in a break and while the panel talks. */
export function mayShowQuestion(programme: readonly Step[], stage: Stage): boolean {
  const step = programme[stepIndex(stage) ?? -1];
  return step?.kind === 'panel' || step?.kind === 'break';
}

/** Cards of a page that are questions for the panel, as readers of notes see them: without hidden ones. */
export function askedOn({ panel }: Pick<Cafe, 'panel'>, page: string): string[] {
  return panel.flatMap((one) =>
    one.page === page && one.isAsked && !one.isHidden ? [one.card] : [],
  );
}

/** The question that stands on the big screen now, or null. */
export function shownQuestion(cafe: Cafe): CardRef | null {
  const { spotlight } = cafe;
  const known = spotlight === null ? null : listed(cafe, spotlight);
  return known === null || known.isHidden ? null : spotlight;
}

export function withPassedOn(cafe: Cafe, { page, card, isPicked }: FactOf<'passedOn'>): Cafe {
  const others = (cafe.passedOn[page] ?? []).filter((one) => one !== card);
  const passedOn = { ...cafe.passedOn, [page]: isPicked ? [...others, card] : others };
  return { ...cafe, passedOn };
}

export function withAsked(cafe: Cafe, fact: FactOf<'panelAsked'>): Cafe {
  const { page, card, isAsked } = fact;
  const isKnown = cafe.panel.some((question) => isSameCard(question, fact));
  if (isKnown) return withQuestion(cafe, fact, { isAsked });
  const question = { page, card, isAsked, isHidden: false, isAnswered: false };
  // Where a page's places are used up, one that was taken back gives up its own.
  const ofPage = cafe.panel.filter((one) => one.page === page);
  const isFull = ofPage.length >= LIMITS.panelQuestionsPerPageMax;
  const spare = isFull ? ofPage.find((one) => !one.isAsked) : undefined;
  return { ...cafe, panel: [...cafe.panel.filter((one) => one !== spare), question] };
}

export function withQuestion(
  cafe: Cafe,
  card: CardRef,
  change: Partial<Omit<PanelQuestion, keyof CardRef>>,
): Cafe {
  const panel = cafe.panel.map((question) =>
    isSameCard(question, card) ? { ...question, ...change } : question,
  );
  return { ...cafe, panel };
}

/** Why this one may not mark or sign a page's cards; null where they may, from when its round has begun. */
export function forbidsCards(cafe: Cafe, by: Actor, page: string): { refusal: Refusal } | null {
  switch (pageRight(cafe, by, page)) {
    case 'write':
    case 'late':
      return null;
    case 'early':
      return refuse('page early');
    case 'read':
    case 'none':
      return refuse('not your page');
  }
}

function listed(cafe: Cafe, card: CardRef): PanelQuestion | null {
  return cafe.panel.find((one) => one.isAsked && isSameCard(one, card)) ?? null;
}
