/** Parts of a next step, as they stand in the home round. */
export const KINDS = ['next', 'who', 'when'] as const;

type Part = (typeof KINDS)[number];

function partOf({ kind }: { kind: string }): Part | undefined {
  return KINDS.find((part) => part === kind);
}

/** What the box of a note is called: a part of the next step by its kind, others by their number among themselves. */
export function noteLabel(cards: readonly { kind: string }[], nth: number): Part | number {
  const before = cards.slice(0, nth).filter((card) => partOf(card) === undefined).length;
  const card = cards[nth];
  return (card && partOf(card)) ?? before + 1;
}
