import type { Post, Turn } from './host-post.ts';

/** A hosting round more than another member has weighs more than any number of told seats. */
const FAIRNESS = 1_000_000;

const NOBODY = -1;

/**
 * Hosts of a post whose members host one by one: as many as wanted, hosting rounds as even as can
 * be (the sum of their squares is least, and so the most and the fewest are as near as can be), and
 * then as told. A min-cost flow from rounds to members by successive shortest augmenting paths, in
 * which the j-th hosting of a member costs 2j − 1.
 */
export function flowHosts(post: Post): Turn[][] {
  const flow = new HostFlow(post);
  for (let round = post.first; round < post.rounds; round += 1) {
    while (flow.hosts(round) < post.wanted[round]! && flow.augment(round));
  }
  return flow.chosen();
}

class HostFlow {
  readonly #post: Post;
  readonly #times: number[];
  /** By round, each member's turn. */
  readonly #turns: readonly ReadonlyMap<number, Turn>[];
  readonly #chosen: readonly Set<number>[];
  /** The cheapest way to each member: its cost, its last round, and who leaves that round. */
  readonly #cost: number[];
  readonly #round: number[];
  readonly #leaver: number[];

  constructor(post: Post) {
    this.#post = post;
    this.#times = [...post.before];
    this.#turns = post.turns.map((turns) => new Map(turns.map((turn) => [turn.hosts[0]!, turn])));
    this.#chosen = post.turns.map((turns) => {
      const musts = turns.filter(({ must }) => must).map(({ hosts }) => hosts[0]!);
      for (const member of musts) this.#times[member]! += 1;
      return new Set(musts);
    });
    this.#cost = post.team.map(() => Infinity);
    this.#round = post.team.map(() => 0);
    this.#leaver = post.team.map(() => NOBODY);
  }

  hosts(round: number): number {
    return this.#chosen[round]!.size;
  }

  chosen(): Turn[][] {
    return this.#chosen.map((members, round) =>
      Array.from(members, (member) => this.#turns[round]!.get(member)!),
    );
  }

  /** Gives a round one host more, others changing rounds for it; false where nobody can. */
  augment(start: number): boolean {
    this.#search(start);
    let end = NOBODY;
    let least = Infinity;
    for (const member of this.#post.order) {
      const total = this.#cost[member]! + FAIRNESS * (2 * this.#times[member]! + 1);
      if (total < least) [end, least] = [member, total];
    }
    if (end === NOBODY) return false;
    this.#times[end]! += 1;
    for (let member = end; member !== NOBODY; member = this.#leaver[member]!) {
      const chosen = this.#chosen[this.#round[member]!]!;
      chosen.add(member);
      chosen.delete(this.#leaver[member]!);
    }
    return true;
  }

  /** Bellman–Ford over members and rounds. */
  #search(start: number): void {
    this.#cost.fill(Infinity);
    this.#reach(start, 0, NOBODY);
    for (let isBetter = true; isBetter;) {
      isBetter = false;
      for (let round = this.#post.first; round < this.#post.rounds; round += 1) {
        for (const member of this.#chosen[round]!) {
          const { must, gain } = this.#turns[round]!.get(member)!;
          const cost = this.#cost[member]!;
          if (!must && cost < Infinity && this.#reach(round, cost + gain, member)) isBetter = true;
        }
      }
    }
  }

  #reach(round: number, base: number, leaver: number): boolean {
    let isBetter = false;
    for (const [member, { gain }] of this.#turns[round]!) {
      if (this.#chosen[round]!.has(member) || base - gain >= this.#cost[member]!) continue;
      this.#cost[member] = base - gain;
      this.#round[member] = round;
      this.#leaver[member] = leaver;
      isBetter = true;
    }
    return isBetter;
  }
}
