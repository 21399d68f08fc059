import type { Post, Turn } from './host-post.ts';

/**
 * Exchanges hosts between rounds, as long as that keeps more of what was told or lets more
 * different team-mates host side by side. How often anybody hosts stays as it is.
 *
 * @param duties hosts by post and round, changed in place.
 */
export function varyHosts(posts: readonly Post[], duties: Turn[][][]): Turn[][][] {
  for (const [p, post] of posts.entries()) {
    const others = duties.filter((_, other) => other !== p);
    if (canVary(post, duties[p]!)) while (exchange(post, duties[p]!, others));
  }
  return duties;
}

/** Whether something was told, or the same two host side by side again. */
function canVary(post: Post, duty: readonly (readonly Turn[])[]): boolean {
  return (
    priceOf(post, duty) > 0 || post.turns.some((turns) => turns.some(({ gain }) => gain !== 0))
  );
}

/** Makes the first exchange that is better; false where there is none. */
function exchange(post: Post, duty: Turn[][], others: readonly Turn[][][]): boolean {
  const price = priceOf(post, duty);
  const isFree = (turn: Turn, round: number): boolean =>
    others.every((rounds) => rounds[round]!.every(({ unit }) => unit !== turn.unit));
  for (let one = post.first; one < post.rounds; one += 1) {
    for (let other = post.first; other < one; other += 1) {
      for (const [i, a] of duty[one]!.entries()) {
        for (const [j, b] of duty[other]!.entries()) {
          const there = post.turns[other]!.find((turn) => isSame(a, turn));
          const here = post.turns[one]!.find((turn) => isSame(b, turn));
          if (a.must || b.must || isSame(a, b) || !there || !here) continue;
          if (there.must || here.must) continue;
          if (!isFree(there, other) || !isFree(here, one)) continue;
          const mine = duty[one]!.with(i, here);
          const theirs = duty[other]!.with(j, there);
          if (!isValid(post, one, mine) || !isValid(post, other, theirs)) continue;
          const next = duty.with(one, mine).with(other, theirs);
          if (priceOf(post, next) >= price) continue;
          duty[one] = mine;
          duty[other] = theirs;
          return true;
        }
      }
    }
  }
  return false;
}

/** Whether the same members host, so that nobody's hosting rounds change. */
function isSame(a: Turn, b: Turn): boolean {
  return a.hosts.join() === b.hosts.join();
}

function isValid(post: Post, round: number, turns: readonly Turn[]): boolean {
  const people = turns.reduce((sum, turn) => sum + turn.people.length, 0);
  const hosts = turns.reduce((sum, turn) => sum + turn.hosts.length, 0);
  return (
    people <= post.chairs[round]! &&
    hosts <= post.wanted[round]! &&
    new Set(turns.map(({ unit }) => unit)).size === turns.length &&
    turns.every((a, i) => turns.every((b, j) => i <= j || !post.areApart(a, b)))
  );
}

/** Told seats lost, then how often the same two host side by side. */
function priceOf(post: Post, duty: readonly (readonly Turn[])[]): number {
  const size = post.team.length;
  const beside = [...post.beside];
  let price = 0;
  for (const turns of duty) {
    const members = turns.flatMap(({ hosts }) => hosts);
    for (const turn of turns) price -= turn.gain * 10_000;
    for (const a of members) {
      for (const b of members) {
        if (a >= b) continue;
        price += beside[a * size + b]!;
        beside[a * size + b]! += 1;
      }
    }
  }
  return price;
}
