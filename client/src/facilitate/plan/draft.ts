/**
 * The plan of the day while it is changed: blocks as people speak of them, so a round is one thing
 * with its way there and its last minute. Numbers are text, because they are what somebody types.
 */
import {
  LIMITS,
  numbered,
  tidyName,
  type Beat,
  type BeatKind,
  type Step,
} from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../../words/facilitate.ts';

/** A block is called by its main step. */
export type BlockKind = Exclude<Step['kind'], 'move'>;

/** What can be put in, in the order of the list. */
export const ADDABLE = ['round', 'break', 'welcome', 'home', 'panel', 'feedback'] as const;
export type Addable = (typeof ADDABLE)[number];

export interface Part {
  key: number;
  kind: BeatKind;
  minutes: string;
}

export interface Block {
  key: number;
  kind: BlockKind;
  /** Of everything but rounds, whose parts add up. */
  minutes: string;
  parts: Part[];
  /** Minutes to walk there and to finish the sentence; empty or 0 where there are none. */
  move: string;
  grace: string;
  title: string;
  speaker: string;
  question: string;
  link: string;
}

/** Minutes of the way there, of the main step and of the last sentence. */
export interface Lengths {
  move: number;
  main: number;
  grace: number;
}

/** What is wrong, by `${block}.${field}` and `${block}.${part}` of a round’s parts. */
export type Mistakes = Record<string, string>;

/** Counts up: keys are unique within a page. */
let keys = 0;
const newKey = (): number => (keys += 1);

function emptyBlock(kind: BlockKind): Block {
  return {
    ...{ key: newKey(), kind, minutes: '', parts: [], move: '', grace: '' },
    ...{ title: '', speaker: '', question: '', link: '' },
  };
}

/** Steps as blocks: a move belongs to the round behind it, a grace to the round before it. */
export function blocksOf(steps: readonly Step[]): Block[] {
  const blocks: Block[] = [];
  let move = '';
  for (const [i, step] of steps.entries()) {
    const next = steps[i + 1]?.kind;
    if (step.kind === 'move' && (next === 'round' || next === 'home')) {
      move = String(step.minutes);
      continue;
    }
    const last = blocks.at(-1);
    const before = steps[i - 1]?.kind;
    if (step.kind === 'grace' && last !== undefined && (before === 'round' || before === 'home')) {
      last.grace = String(step.minutes);
      continue;
    }
    if (step.kind === 'move') continue;
    blocks.push({ ...blockOf(step), move });
    move = '';
  }
  return blocks;
}

function blockOf(step: Exclude<Step, { kind: 'move' }>): Block {
  const block = { ...emptyBlock(step.kind), minutes: String(step.minutes) };
  switch (step.kind) {
    case 'round':
      return { ...block, parts: step.beats.map(partOf), question: step.question ?? '' };
    case 'welcome':
      return { ...block, title: step.title, speaker: step.speaker ?? '' };
    case 'break':
    case 'panel':
      return { ...block, title: step.title };
    case 'feedback':
      return { ...block, title: step.title, link: step.link ?? '' };
    default:
      return block;
  }
}

function partOf({ kind, minutes }: Beat): Part {
  return { key: newKey(), kind, minutes: String(minutes) };
}

/** Minutes as typed, or null; tenths are what a café’s file may have. */
export function minutesIn(typed: string): number | null {
  if (!/^\s*\d{1,3}(?:[.,]\d)?\s*$/u.test(typed)) return null;
  const minutes = Number(typed.trim().replace(',', '.'));
  return minutes > 0 && minutes <= LIMITS.stepMinutesMax ? minutes : null;
}

/** Minutes of a block’s steps, as far as they can be read; `added` to the one that runs. */
export function lengthsOf(block: Block, running: keyof Lengths, added: number): Lengths {
  const main = block.kind === 'round' ? block.parts.map(({ minutes }) => minutes) : [block.minutes];
  const length = (step: keyof Lengths, typed: readonly string[]): number => {
    const all = typed.reduce((sum, text) => sum + (minutesIn(text) ?? 0), 0);
    // Tenths add up to more than tenths.
    return Math.round((all + (step === running ? added : 0)) * 10) / 10;
  };
  return {
    move: length('move', [block.move]),
    main: length('main', main),
    grace: length('grace', [block.grace]),
  };
}

/**
 * The steps that blocks stand for, numbered as the rounds before them go on, or what is wrong; and
 * the index of the step each block begins with.
 */
export function readBlocks(
  blocks: readonly Block[],
  before: readonly Step[],
  t: FacilitateWords,
): { starts: number[] } & ({ steps: Step[]; mistakes?: undefined } | { mistakes: Mistakes }) {
  const mistakes: Mistakes = {};
  const steps: Step[] = [];
  const starts: number[] = [];
  for (const block of blocks) {
    starts.push(before.length + steps.length);
    steps.push(...stepsOf(block, mistakes, t));
  }
  if (Object.keys(mistakes).length > 0) return { starts, mistakes };
  return { steps: numbered([...before, ...steps]).slice(before.length), starts };
}

function stepsOf(block: Block, mistakes: Mistakes, t: FacilitateWords): Step[] {
  const { key, kind } = block;
  const words = t.plan.edit;
  const minutes = (field: string, typed: string): number => {
    const read = minutesIn(typed);
    if (read === null) mistakes[`${key}.${field}`] = words.badMinutes(LIMITS.stepMinutesMax);
    return read ?? 1;
  };
  const around = (field: 'move' | 'grace'): Step[] => {
    const typed = block[field].trim();
    if (typed === '' || /^0(?:[.,]0)?$/u.test(typed)) return [];
    return [{ kind: field, minutes: minutes(field, typed), round: 1 }];
  };
  const text = (field: 'title' | 'speaker' | 'question', max: number): string => {
    const typed = field === 'title' ? tidyName(block.title) : block[field].trim();
    if (typed.length > max) mistakes[`${key}.${field}`] = t.tooLong(max);
    return typed;
  };
  const title = (): string => {
    const typed = text('title', LIMITS.titleCharsMax);
    return typed === '' ? t.steps[kind] : typed;
  };
  switch (kind) {
    case 'round': {
      const beats = block.parts.map((part) => ({
        ...{ kind: part.kind, minutes: minutes(String(part.key), part.minutes) },
      }));
      const question = text('question', LIMITS.questionCharsMax);
      const whole = beats.reduce((sum, beat) => sum + beat.minutes, 0);
      // Tenths add up to more than tenths.
      const round: Step = { kind, minutes: Math.round(whole * 10) / 10, round: 1, beats };
      const asks = question === '' ? round : { ...round, question };
      return [...around('move'), asks, ...around('grace')];
    }
    case 'home':
      return [
        ...around('move'),
        { kind, minutes: minutes('minutes', block.minutes), round: 1 },
        ...around('grace'),
      ];
    case 'grace':
      return [{ kind, minutes: minutes('minutes', block.minutes), round: 1 }];
    case 'doors':
      return [{ kind, minutes: minutes('minutes', block.minutes) }];
    case 'welcome': {
      const speaker = text('speaker', LIMITS.titleCharsMax);
      const step: Step = { kind, minutes: minutes('minutes', block.minutes), title: title() };
      return [speaker === '' ? step : { ...step, speaker }];
    }
    case 'break':
    case 'panel':
      return [{ kind, minutes: minutes('minutes', block.minutes), title: title() }];
    case 'feedback': {
      const link = block.link.trim();
      if (link !== '' && !isLink(link)) mistakes[`${key}.link`] = words.badLink;
      const step: Step = { kind, minutes: minutes('minutes', block.minutes), title: title() };
      return [link === '' ? step : { ...step, link }];
    }
  }
}

function isLink(typed: string): boolean {
  return (
    /^https?:\/\/\S+$/u.test(typed) && URL.canParse(typed) && typed.length <= LIMITS.linkCharsMax
  );
}

/**
 * What can be put in behind the steps `before` and the first `begun` of the blocks: the home round
 * comes once, and a round comes before it.
 */
export function offered(
  before: readonly Step[],
  blocks: readonly Block[],
  begun: number,
): readonly Addable[] {
  const isHome = ({ kind }: { kind: Step['kind'] }): boolean => kind === 'home';
  if ([...before, ...blocks.slice(0, begun)].some(isHome)) {
    return ADDABLE.filter((kind) => kind !== 'round' && kind !== 'home');
  }
  return blocks.some(isHome) ? ADDABLE.filter((kind) => kind !== 'home') : ADDABLE;
}

/** A block to put in; a round is like the last one there is. */
export function newBlock(kind: Addable, blocks: readonly Block[], t: FacilitateWords): Block {
  const block = emptyBlock(kind);
  switch (kind) {
    case 'round': {
      const like = blocks.findLast((one) => one.kind === 'round');
      const parts: Beat[] = [
        { kind: 'talk', minutes: 16 },
        { kind: 'write', minutes: 4 },
      ];
      if (like === undefined) return { ...block, parts: parts.map(partOf), move: '2', grace: '1' };
      return {
        ...block,
        parts: like.parts.map((part) => ({ ...part, key: newKey() })),
        move: like.move === '' ? '2' : like.move,
        grace: like.grace === '' ? '1' : like.grace,
      };
    }
    case 'home':
      return { ...block, minutes: '15' };
    case 'break':
      return { ...block, minutes: '15', title: t.plan.edit.coffee };
    case 'welcome':
      return { ...block, minutes: '10', title: t.plan.edit.speech };
    case 'panel':
      return { ...block, minutes: '30', title: t.steps.panel };
    case 'feedback':
      return { ...block, minutes: '10', title: t.steps.feedback };
  }
}

/** Where a new block goes: rounds behind the last round, all else before the end, the end last. */
export function placeFor(kind: Addable, blocks: readonly Block[]): number {
  const count = blocks.length;
  const rounds = blocks.findLastIndex((one) => one.kind === 'round');
  const home = blocks.findIndex((one) => one.kind === 'home');
  if (kind === 'feedback') return count;
  if (kind === 'round' && rounds >= 0) return rounds + 1;
  if (kind === 'round' && home >= 0) return home;
  return blocks.at(-1)?.kind === 'feedback' ? count - 1 : count;
}

export function newPart(kind: BeatKind): Part {
  return { key: newKey(), kind, minutes: '5' };
}

/** Swaps the item at `at` with its neighbour. */
export function swapped<T>(items: readonly T[], at: number, by: -1 | 1): T[] {
  const other = items[at + by];
  const one = items[at];
  if (one === undefined || other === undefined) return [...items];
  return items.with(at, other).with(at + by, one);
}
