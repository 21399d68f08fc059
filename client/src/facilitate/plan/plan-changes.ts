import type { Step } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../../words/facilitate.ts';
import { blockNames } from './block-lock.ts';
import { lengthsOf, type Block } from './draft.ts';

interface Named {
  block: Block;
  name: string;
  /** What it says, whatever key it has on this page. */
  content: string;
}

type Pair = [Named, Named];

/** Both sides of one place where two plans differ. */
interface Gap {
  gone: Named[];
  fresh: Named[];
}

/** What makes one plan of another, in a few words for each block that differs; `before` is in both. */
export function planChanges(
  was: readonly Block[],
  is: readonly Block[],
  before: readonly Step[],
  t: FacilitateWords,
): string[] {
  const words = t.plan.edit.change;
  const names = (blocks: readonly Block[]) => blockNames(blocks, before, t);
  const { moved, gaps } = compared(named(was, names(was)), named(is, names(is)));
  const lines = moved.map(([, to]) => words.moved(to.name));
  for (const { gone, fresh, changed } of gaps) {
    for (const one of gone) {
      if (!changed.some(([from]) => from === one)) lines.push(words.removed(one.name));
    }
    for (const one of fresh) {
      const from = changed.find(([, to]) => to === one)?.[0];
      lines.push(from === undefined ? words.added(one.name) : changedLine(from, one, t));
    }
  }
  return lines;
}

/** Which block of one plan is which of another: the same words, or of a kind in one place. */
export function pairsOf(was: readonly Block[], is: readonly Block[]): [Block, Block][] {
  const { kept, moved, gaps } = compared(named(was, []), named(is, []));
  const pairs = [...kept, ...moved, ...gaps.flatMap(({ changed }) => changed)];
  return pairs.map(([from, to]) => [from.block, to.block]);
}

/** What both plans have in one order, what was put elsewhere, and what else differs between them. */
function compared(
  was: readonly Named[],
  is: readonly Named[],
): { kept: Pair[]; moved: Pair[]; gaps: (Gap & { changed: Pair[] })[] } {
  const { kept, gaps } = gapsBetween(was, is);
  const moved = taken(
    gaps.flatMap(({ gone }) => gone),
    gaps.flatMap(({ fresh }) => fresh),
    (one, other) => one.content === other.content,
  );
  const rest = gaps.map((gap) => {
    const gone = gap.gone.filter((one) => !moved.some(([from]) => from === one));
    const fresh = gap.fresh.filter((one) => !moved.some(([, to]) => to === one));
    const changed = taken(gone, fresh, (one, other) => one.block.kind === other.block.kind);
    return { gone, fresh, changed };
  });
  return { kept, moved, gaps: rest };
}

function changedLine(from: Named, to: Named, t: FacilitateWords): string {
  const words = t.plan.edit.change;
  const [was, is] = [from, to].map(({ block }) => lengthsOf(block, 'main', 0).main);
  if (was === undefined || is === undefined || was === is) return words.other(to.name);
  return words.lasts(to.name, t.minutes(is), t.minutes(was));
}

function named(blocks: readonly Block[], names: readonly string[]): Named[] {
  return blocks.map((block, i) => {
    const parts = block.parts.map((part) => ({ ...part, key: 0 }));
    return { block, name: names[i] ?? '', content: JSON.stringify({ ...block, key: 0, parts }) };
  });
}

/** The longest run of blocks that both plans have in the same order, and what stands between them. */
function gapsBetween(was: readonly Named[], is: readonly Named[]): { kept: Pair[]; gaps: Gap[] } {
  /** How many blocks both have from `i` and `j` on. */
  const common = Array.from({ length: was.length + 1 }, () => Array<number>(is.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  const isKept = (i: number, j: number): boolean => was[i]?.content === is[j]?.content;
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      const most = isKept(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      common[i]?.splice(j, 1, most);
    }
  }
  let gap: Gap = { gone: [], fresh: [] };
  const gaps = [gap];
  const kept: Pair[] = [];
  for (let i = 0, j = 0; i < was.length || j < is.length;) {
    const [one, other] = [was[i], is[j]];
    if (one !== undefined && other !== undefined && isKept(i, j)) {
      kept.push([one, other]);
      gap = { gone: [], fresh: [] };
      gaps.push(gap);
      i += 1;
      j += 1;
    } else if (one !== undefined && (other === undefined || at(i + 1, j) >= at(i, j + 1))) {
      gap.gone.push(one);
      i += 1;
    } else if (other !== undefined) {
      gap.fresh.push(other);
      j += 1;
    }
  }
  return { kept, gaps };
}

/** Pairs of what goes together, each used once, in the order of the second. */
function taken(
  gone: readonly Named[],
  fresh: readonly Named[],
  goTogether: (one: Named, other: Named) => boolean,
): Pair[] {
  const left = [...gone];
  return fresh.flatMap((other): Pair[] => {
    const at = left.findIndex((one) => goTogether(one, other));
    return left.splice(at, at < 0 ? 0 : 1).map((one) => [one, other]);
  });
}
