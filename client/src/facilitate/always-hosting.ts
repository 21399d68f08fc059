import {
  visitingRounds,
  type CafeView,
  type ClockView,
  type FacilitatorView,
} from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

/**
 * Says of which teams one person hosts in every round and so visits nobody, mostly because nobody
 * else of the team is here; empty where there is none, where there is one round alone, and after the
 * last visit, when nothing can be done about it. Whoever always sits at the table would not walk anyhow.
 */
export function alwaysHosting(
  cafe: Pick<CafeView, 'programme' | 'teams'>,
  { stage }: Pick<ClockView, 'stage'>,
  people: FacilitatorView['people'],
  list: (names: readonly string[]) => string,
  t: FacilitateWords,
): string {
  const rounds = visitingRounds(cafe.programme);
  const last = cafe.programme.findLastIndex(({ kind }) => kind === 'round');
  const isOver = stage.at === 'closed' || ('index' in stage && stage.index > last);
  if (rounds < 2 || isOver) return '';
  const always = people.filter(
    ({ here, fixedAt, hosting }) =>
      here &&
      fixedAt === null &&
      hosting.length >= rounds &&
      hosting.slice(0, rounds).every(Boolean),
  );
  const names = cafe.teams
    .filter(({ id }) => always.some(({ team }) => team === id))
    .map(({ name }) => name);
  return names.length === 0 ? '' : t.quality.alwaysHosts(names.length, list(names));
}
