import { leadsTo, stepMs, type CafeView, type Position } from '@tablecloth/shared/cafe';
import { sentence } from '../words/sentence.ts';

interface Words {
  steps: Record<string, string>;
  titleUntil: (title: string, time: string) => string;
}

/** Where a bell or a move sends all. */
export interface Lead {
  /** People walk to a table. */
  toTable: boolean;
  /** Else what comes, as "Coffee until 11:00"; empty where nothing does. */
  title: string;
}

/** Where all are sent now; null where no bell has rung and nobody walks. */
export function leadOf(
  { programme, pace }: Pick<CafeView, 'programme' | 'pace'>,
  { step, index, endsAt }: Pick<Position, 'step' | 'index' | 'endsAt'>,
  words: Words,
  time: (at: number) => string,
): Lead | null {
  if (step.kind === 'move') return { toTable: true, title: '' };
  if (step.kind !== 'grace') return null;
  const { toTable, next } = leadsTo(programme, index);
  if (toTable || next === null) return { toTable, title: '' };
  const own = 'title' in next ? next.title : '';
  const title = own === '' ? (words.steps[next.kind] ?? '') : own;
  if (next.kind !== 'break' || endsAt === null) return { toTable, title };
  return { toTable, title: words.titleUntil(title, time(endsAt + stepMs(next, pace))) };
}

/** What a break says of itself: until when by the plan, and once that is past that it goes on soon. */
export function breakTitle(
  title: string,
  { endsAt, leftMs }: Pick<Position, 'endsAt' | 'leftMs'>,
  words: Pick<Words, 'titleUntil'> & { goesOn: (title: string) => string },
  time: (at: number) => string,
): string {
  if (endsAt === null) return title;
  return leftMs > 0 ? words.titleUntil(title, time(endsAt)) : words.goesOn(sentence(title));
}
