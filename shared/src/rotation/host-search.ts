import type { Post, Turn } from './host-post.ts';

/** How often a post's members may host, at least and at most. */
export interface Share {
  least: number;
  most: number;
  /** False where the least binds only those who can host at all. */
  everybody: boolean;
}

/**
 * Hosts of one or several posts, by depth-first search: for teams with groups who host together,
 * with pairs apart, or with pairs across teams (who cannot host at two tables at once). Round after
 * round, those who have hosted least first; what has failed once is remembered by the round and
 * everybody's hosting rounds so far.
 */
export class HostSearch {
  readonly #posts: readonly Post[];
  readonly #shares: readonly Share[];
  readonly #times: number[][];
  /** By post, round and member: the rounds from this one on in which the member could host. */
  readonly #chances: readonly (readonly number[])[][];
  readonly #chosen: Turn[][][];
  /** Units that host somewhere, by round. */
  readonly #busy: readonly Set<number>[];
  readonly #failed = new Set<string>();
  #steps: number;

  constructor(posts: readonly Post[], shares: readonly Share[], steps: number) {
    this.#posts = posts;
    this.#shares = shares;
    this.#steps = steps;
    this.#times = posts.map(({ before }) => [...before]);
    this.#chances = posts.map(chancesOf);
    this.#chosen = posts.map(({ turns }) => turns.map(() => []));
    this.#busy = (posts[0]?.turns ?? []).map(() => new Set());
  }

  /** Whether the search ended because it was long, not because everything had been tried. */
  get gaveUp(): boolean {
    return this.#steps <= 0;
  }

  /** Hosts by post and round, or null. */
  run(): Turn[][][] | null {
    const { first = 0 } = this.#posts[0] ?? {};
    return this.#enter(first) ? this.#chosen : null;
  }

  #enter(round: number): boolean {
    if (round === (this.#posts[0]?.rounds ?? round)) return this.#isFair();
    if (!this.#canStillBeFair(round)) return false;
    const key = `${round}:${this.#times.join(';')}`;
    if (this.#failed.has(key)) return false;
    if (this.#fill(round, 0)) return true;
    this.#failed.add(key);
    return false;
  }

  #isFair(): boolean {
    return this.#posts.every((_, p) => this.#missing(p).every((n) => n === 0));
  }

  /** Hosting rounds each member lacks of the least. */
  #missing(p: number): number[] {
    const { least, everybody } = this.#shares[p]!;
    const able = this.#chances[p]![this.#posts[p]!.first]!;
    return this.#times[p]!.map((n, member) =>
      everybody || able[member]! > 0 ? Math.max(0, least - n) : 0,
    );
  }

  #canStillBeFair(round: number): boolean {
    return this.#posts.every((post, p) => {
      const missing = this.#missing(p);
      const wanted = post.wanted.reduce((sum, n, r) => (r < round ? sum : sum + n), 0);
      const chances = this.#chances[p]![round]!;
      return (
        missing.reduce((sum, n) => sum + n, 0) <= wanted &&
        missing.every((n, member) => n <= chances[member]!)
      );
    });
  }

  #fill(round: number, p: number): boolean {
    const post = this.#posts[p];
    if (post === undefined) return this.#enter(round + 1);
    const times = this.#times[p]!;
    const hosted = ({ hosts }: Turn): number => Math.max(...hosts.map((m) => times[m]!));
    const order = [...post.turns[round]!].sort(
      (a, b) => Number(b.must) - Number(a.must) || hosted(a) - hosted(b) || b.gain - a.gain,
    );
    return this.#choose(round, p, order, 0, post.wanted[round]!, post.chairs[round]!);
  }

  /** Takes or leaves the turns from the k-th on, until exactly `left` more hosts are found. */
  #choose(
    round: number,
    p: number,
    order: readonly Turn[],
    k: number,
    left: number,
    chairs: number,
  ): boolean {
    this.#steps -= 1;
    if (this.#steps <= 0) return false;
    const turn = order[k];
    if (left === 0 && turn?.must !== true) return this.#fill(round, p + 1);
    if (turn === undefined) return false;
    if (this.#fits(round, p, turn, left, chairs)) {
      this.#take(round, p, turn, 1);
      const rest = left - turn.hosts.length;
      if (this.#choose(round, p, order, k + 1, rest, chairs - turn.people.length)) return true;
      this.#take(round, p, turn, -1);
    }
    return !turn.must && this.#choose(round, p, order, k + 1, left, chairs);
  }

  #fits(round: number, p: number, turn: Turn, left: number, chairs: number): boolean {
    return (
      turn.hosts.length <= left &&
      turn.people.length <= chairs &&
      !this.#busy[round]!.has(turn.unit) &&
      turn.hosts.every((m) => this.#times[p]![m]! < this.#shares[p]!.most) &&
      !this.#chosen[p]![round]!.some((other) => this.#posts[p]!.areApart(turn, other))
    );
  }

  #take(round: number, p: number, turn: Turn, by: 1 | -1): void {
    for (const member of turn.hosts) this.#times[p]![member]! += by;
    if (by === 1) {
      this.#chosen[p]![round]!.push(turn);
      this.#busy[round]!.add(turn.unit);
    } else {
      this.#chosen[p]![round]!.pop();
      this.#busy[round]!.delete(turn.unit);
    }
  }
}

function chancesOf({ turns, team }: Post): number[][] {
  const chances = [...turns, []].map(() => team.map(() => 0));
  for (let round = turns.length - 1; round >= 0; round -= 1) {
    chances[round] = [...chances[round + 1]!];
    for (const { hosts } of turns[round]!) {
      for (const member of hosts) chances[round]![member]! += 1;
    }
  }
  return chances;
}
