import { leadsTo, stepMs, type CafeView, type Position } from '@tablecloth/shared/cafe';

interface Words {
  steps: Record<string, string>;
  titleUntil: (title: string, time: string) => string;
}

/** What comes for all when the bell has rung, as "Coffee until 11:00"; empty where people go to a table. */
export function nextTitle(
  { programme, pace }: Pick<CafeView, 'programme' | 'pace'>,
  { index, endsAt }: Pick<Position, 'index' | 'endsAt'>,
  words: Words,
  time: (at: number) => string,
): string {
  const { toTable, next } = leadsTo(programme, index);
  if (toTable || next === null) return '';
  const own = 'title' in next ? next.title : '';
  const title = own === '' ? (words.steps[next.kind] ?? '') : own;
  if (next.kind !== 'break' || endsAt === null) return title;
  return words.titleUntil(title, time(endsAt + stepMs(next, pace)));
}
