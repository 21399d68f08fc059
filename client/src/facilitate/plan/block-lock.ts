import { homeRound, tidyName, visitingRounds, type Step } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../../words/facilitate.ts';
import type { Block } from './draft.ts';

/** What of a block has begun and therefore stays as it is. */
export interface Lock {
  /** It cannot be taken out or put elsewhere. */
  place: boolean;
  move: boolean;
  /** The minutes of its main step, and of a round’s parts. */
  main: boolean;
  grace: boolean;
  /** It is over but for its last minute: its words stay too. */
  words: boolean;
}

/** `start`: the index of the block’s first step; `running`: of the running one, -1 before the doors. */
export function lockOf({ move }: Pick<Block, 'move'>, start: number, running: number): Lock {
  const begun = running - start + 1;
  const main = move.trim() === '' || /^0/u.test(move.trim()) ? 1 : 2;
  return {
    place: begun > 0,
    move: begun > 0,
    main: begun >= main,
    grace: begun > main,
    words: begun > main,
  };
}

/** What each block is called, rounds by their numbers. */
export function blockNames(
  blocks: readonly Block[],
  before: readonly Step[],
  t: FacilitateWords,
): string[] {
  let round = visitingRounds(before);
  return blocks.map(({ kind, title }) => {
    if (kind === 'round') return t.round((round += 1));
    return tidyName(title) || t.steps[kind];
  });
}

/** What other rounds mean for people’s tables; empty where they mean nothing. */
export function seatsLine(
  before: readonly Step[],
  after: readonly Step[],
  seated: boolean,
  list: (items: readonly string[]) => string,
  t: FacilitateWords,
): string {
  const [was, is] = [visitingRounds(before), visitingRounds(after)];
  if (was === is && homeRound(before) === homeRound(after)) return '';
  if (!seated) return is > 0 ? t.plan.edit.seatsLater : '';
  const rounds = (from: number, to: number): string =>
    list(Array.from({ length: to - from }, (_, i) => t.stands.round(from + i + 1)));
  if (is > was) {
    const names = rounds(was, is);
    return t.plan.edit.seatsNew(names.charAt(0).toUpperCase() + names.slice(1), is - was);
  }
  return is < was ? t.plan.edit.seatsGone(rounds(is, was)) : '';
}
