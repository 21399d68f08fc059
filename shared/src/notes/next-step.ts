/**
 * A team's next step is three kinds of cards on the home round's page: what, who, by when. Each is a
 * card like any other, so people write it together, offline too, and it is stored as notes are.
 */
export const NEXT_STEP_KINDS = ['next', 'who', 'when'] as const;
export type NextStepKind = (typeof NEXT_STEP_KINDS)[number];

/** Whether a page's cards say what the next step is; who and by when may still be missing. */
export function hasNextStep(
  cards: readonly { kind: string; text: string; removed: boolean }[],
): boolean {
  return cards.some(({ kind, text, removed }) => kind === 'next' && !removed && text.trim() !== '');
}

/** What, who, by when, then all other cards, each kind in the order given. */
export function nextStepFirst<C extends { kind: string }>(cards: readonly C[]): C[] {
  const place = ({ kind }: C): number => {
    const at = (NEXT_STEP_KINDS as readonly string[]).indexOf(kind);
    return at < 0 ? NEXT_STEP_KINDS.length : at;
  };
  return [...cards].sort((a, b) => place(a) - place(b));
}
