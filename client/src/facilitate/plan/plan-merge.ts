/**
 * A draft laid on the plan that somebody else has saved meanwhile. Blocks are known by their keys, so none
 * comes out twice. Where both changed the same, theirs stands.
 */
import type { Block } from './draft.ts';
import { pairsOf } from './plan-changes.ts';

const FIELDS = [
  ...(['minutes', 'parts', 'move', 'grace'] as const),
  ...(['title', 'speaker', 'question', 'link'] as const),
];

/** Three states of one plan, whose blocks have the same keys where they are the same. */
export interface Plans {
  /** From which both were made. */
  was: readonly Block[];
  mine: readonly Block[];
  theirs: readonly Block[];
  /** How many of theirs have begun, and stay where they are. */
  begun: number;
}

/** What is not on the plan of all that was changed in the draft. */
export interface Lost {
  /** Blocks that are not changed, or not taken out. */
  blocks: { key: number; what: 'other' | 'removed' }[];
  /** Nothing was put elsewhere. */
  isOrder: boolean;
}

/** The blocks of a later plan under the keys that they had before. */
export function keyedAs(was: readonly Block[], is: readonly Block[]): Block[] {
  const before = new Map(pairsOf(was, is).map(([from, to]) => [to, from.key]));
  return is.map((block) => ({ ...block, key: before.get(block) ?? block.key }));
}

export function laidOn({ was, mine, theirs, begun }: Plans): { blocks: Block[]; lost: Lost } {
  const [old, own, their] = [byKey(was), byKey(mine), byKey(theirs)];
  const lost: Lost['blocks'] = [];
  const stays = byKey([...theirs, ...mine].filter(({ key }) => !old.has(key)));
  for (const block of was) {
    const { key } = block;
    const [draft, now] = [own.get(key), their.get(key)];
    if (now === undefined) {
      if (draft !== undefined && !isSame(block, draft)) lost.push({ key, what: 'other' });
    } else if (draft === undefined) {
      if (isSame(block, now) && theirs.indexOf(now) >= begun) continue;
      stays.set(key, now);
      lost.push({ key, what: 'removed' });
    } else {
      const laid = fieldsOf(block, draft, now);
      stays.set(key, laid.block);
      if (laid.isLost) lost.push({ key, what: 'other' });
    }
  }
  /** How blocks that are in all three follow each other. */
  const order = (keys: readonly number[]) =>
    keys.filter((key) => old.has(key) && own.has(key) && their.has(key)).join();
  const [first, drafted, current] = [was, mine, theirs].map((all) => order(keysOf(all)));
  const byMine = woven(mine, theirs, stays, 0);
  const stands = keysOf(theirs.slice(0, begun)).join();
  const isMine = current === first && byMine.slice(0, begun).join() === stands;
  const keys = isMine ? byMine : woven(theirs, mine, stays, begun);
  const isOrder = drafted !== first && drafted !== order(keys);
  return { blocks: keys.flatMap((key) => stays.get(key) ?? []), lost: { blocks: lost, isOrder } };
}

/** The order of one plan, with what only the other has behind what it stands behind there. */
function woven(
  plan: readonly Block[],
  other: readonly Block[],
  stays: ReadonlyMap<number, Block>,
  begun: number,
): number[] {
  const keys = keysOf(plan).filter((key) => stays.has(key));
  let at = 0;
  for (const key of keysOf(other)) {
    if (!stays.has(key)) continue;
    if (!keys.includes(key)) keys.splice(Math.max(at, begun), 0, key);
    at = keys.indexOf(key) + 1;
  }
  return keys;
}

/** Theirs, with what only the draft has changed; `isLost` where both changed a field, each otherwise. */
function fieldsOf(was: Block, mine: Block, theirs: Block): { block: Block; isLost: boolean } {
  const block = { ...theirs };
  let isLost = false;
  for (const field of FIELDS) {
    if (isSame(was, mine, [field]) || isSame(mine, theirs, [field])) continue;
    if (isSame(was, theirs, [field])) Object.assign(block, { [field]: mine[field] });
    else isLost = true;
  }
  return { block, isLost };
}

function isSame(
  one: Block,
  other: Block,
  fields: readonly (typeof FIELDS)[number][] = FIELDS,
): boolean {
  return fields.every((field) => said(one, field) === said(other, field));
}

function said(block: Block, field: (typeof FIELDS)[number]): string {
  if (field !== 'parts') return block[field];
  return JSON.stringify(block.parts.map(({ kind, minutes }) => [kind, minutes]));
}

function keysOf(blocks: readonly Block[]): number[] {
  return blocks.map(({ key }) => key);
}

function byKey(blocks: readonly Block[]): Map<number, Block> {
  return new Map(blocks.map((block) => [block.key, block]));
}
