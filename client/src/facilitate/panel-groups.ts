import type { PanelView } from '@tablecloth/shared/cafe';

type Question = PanelView['questions'][number];

/** The questions for the panel by where they stand in the list, each in the order they were asked. */
export interface PanelGroups {
  listed: Question[];
  /** Marked as answered. */
  folded: Question[];
  hidden: Question[];
  toGo: number;
  answered: number;
}

/**
 * A written answer counts as one; its question stays listed, for the answer can still be changed. So
 * does the question on the big screen: with its mark it would go from under the finger.
 */
export function panelGroups(questions: readonly Question[]): PanelGroups {
  const open = questions.filter(({ isHidden }) => !isHidden);
  const toGo = open.filter(({ isAnswered, answer }) => !isAnswered && answer === '').length;
  return {
    listed: open.filter(({ isAnswered, isShown }) => !isAnswered || isShown),
    folded: open.filter(({ isAnswered, isShown }) => isAnswered && !isShown),
    hidden: questions.filter(({ isHidden }) => isHidden),
    toGo,
    answered: open.length - toGo,
  };
}
