import { flowHosts } from './host-flow.ts';
import { postsOf, type Leaning, type Post, type Turn } from './host-post.ts';
import { HostSearch, type Share } from './host-search.ts';
import { varyHosts } from './host-variety.ts';
import type { Instance } from './instance.ts';
import type { NoPlan } from './no-plan.ts';
import type { Units } from './units.ts';

/** Steps of one search for fair hosts: enough to be sure in teams of twelve. */
const STEPS = 200_000;

/** Orders in which posts that share people are filled one by one before they are searched jointly. */
const ORDERS = 20;

/**
 * Chooses hosts for a relay: in every round each home table gets as many of its team's present
 * members as `hostNumbers` says, hosting rounds in a team differ by at most one.
 * Members who go together host together; nobody hosts who is fixed elsewhere, must not meet the
 * other hosts, or comes with somebody who hosts elsewhere.
 *
 * Members who host one by one are a flow problem, solved exactly; everybody else is searched.
 *
 * @param choice 0 for the hosts who were told that they host, where that is fair, in a repair 1 too
 *   (see `postsOf`); any other number for other hosts where several choices are equally fair.
 * @returns per round (0-based) the people who host, by index; and what keeps the first table from
 *   having its hosts, fairly, or null. With a fault hosts are as many and as fair as can be. Where
 *   people were told their seats already, what went before can make it impossible to be fair; where
 *   that is proven it is no fault to be as fair as can be.
 */
export function relayHosts(
  instance: Instance,
  units: Units,
  choice = 0,
  leaning?: Leaning,
): { hosts: ReadonlySet<number>[]; fault: NoPlan | null } {
  const hosts = Array.from({ length: instance.rounds }, () => new Set<number>());
  if ((instance.relay ?? 0) === 0) return { hosts, fault: null };
  const posts = postsOf(instance, units, choice, leaning);
  let fault: NoPlan | null = null;
  const isRepair = instance.told !== undefined;
  for (const group of groupsOf(posts)) {
    const duties = varyHosts(group, dutiesOf(group));
    for (const [p, post] of group.entries()) {
      const found = faultOf(post, duties[p]!);
      const isPardoned = isRepair && found?.reason === 'unfairHosts' && isProven(group);
      fault ??= isPardoned ? null : found;
      for (const [round, turns] of duties[p]!.entries()) {
        for (const { hosts: members } of turns) {
          for (const member of members) hosts[round]!.add(post.team[member]!);
        }
      }
    }
  }
  return { hosts, fault };
}

/** Whether the hosts of a group are the fairest there are: where each hosts alone, the flow is exact. */
function isProven(group: readonly Post[]): boolean {
  return group.length === 1 && group.every(isPlain);
}

/** Posts that share a unit are solved together: who hosts at one cannot host at the other. */
function groupsOf(posts: readonly Post[]): Post[][] {
  const groupOf = new Map<number, Post[]>();
  const groups = new Set<Post[]>();
  for (const post of posts) {
    const units = new Set(post.turns.flatMap((turns) => turns.map(({ unit }) => unit)));
    const joined = new Set([...units].flatMap((unit) => [groupOf.get(unit) ?? []]));
    const group = [...[...joined].flat(), post];
    for (const other of joined) groups.delete(other);
    groups.add(group);
    for (const unit of units) groupOf.set(unit, group);
    for (const member of joined.size > 0 ? group : []) {
      for (const { unit } of member.turns.flat()) groupOf.set(unit, group);
    }
  }
  return [...groups];
}

/** Hosts by post and round: fair where that is possible, else as many and as fair as can be. */
function dutiesOf(posts: readonly Post[]): Turn[][][] {
  const [only] = posts;
  if (posts.length === 1 && only !== undefined) return [alone(only)];
  let order = [...posts];
  let first: Map<Post, Turn[][]> | null = null;
  for (let i = 0; i < ORDERS; i += 1) {
    const duties = oneByOne(order);
    const failed = order.find((post) => faultOf(post, duties.get(post)!) !== null);
    if (failed === undefined) return posts.map((post) => duties.get(post)!);
    first ??= duties;
    order = [failed, ...order.filter((post) => post !== failed)];
  }
  const jointly = new HostSearch(posts, posts.map(fairShare), STEPS).run();
  return jointly ?? posts.map((post) => first!.get(post)!);
}

function oneByOne(posts: readonly Post[]): Map<Post, Turn[][]> {
  const duties = new Map<Post, Turn[][]>();
  const busy: Set<number>[] = [];
  for (const post of posts) {
    const turns = post.turns.map((all, round) =>
      all.filter(({ unit }) => busy[round]?.has(unit) !== true),
    );
    const chosen = alone({ ...post, turns });
    for (const [round, mine] of chosen.entries()) {
      busy[round] ??= new Set();
      for (const { unit } of mine) busy[round].add(unit);
    }
    duties.set(post, chosen);
  }
  return duties;
}

function alone(post: Post): Turn[][] {
  if (isPlain(post)) return flowHosts(post);
  const fair = new HostSearch([post], [fairShare(post)], STEPS).run()?.[0];
  if (fair !== undefined) return fair;
  const wanted = post.turns.map((_, round) => attainable(post, round));
  const lenient = { ...post, wanted };
  const mean = meanOf(lenient, ableOf(post));
  for (let spread = 1; spread <= post.rounds; spread += 1) {
    for (let least = mean; least > mean - spread; least -= 1) {
      const share = { least, most: least + spread, everybody: false };
      const found = new HostSearch([lenient], [share], STEPS).run()?.[0];
      if (found !== undefined) return found;
    }
  }
  const anyhow = { least: 0, most: Infinity, everybody: false };
  return new HostSearch([lenient], [anyhow], STEPS).run()?.[0] ?? post.turns.map(() => []);
}

/** Whether members host one by one and nothing but their number limits who hosts side by side. */
function isPlain(post: Post): boolean {
  return post.turns.every((turns, round) => {
    const chairs = turns.map(({ people }) => people.length).sort((a, b) => b - a);
    const most = chairs.slice(0, post.wanted[round]).reduce((sum, n) => sum + n, 0);
    return (
      most <= post.chairs[round]! &&
      turns.filter(({ must }) => must).length <= post.wanted[round]! &&
      turns.every(
        (a, i) => a.hosts.length === 1 && turns.every((b, j) => i <= j || !post.areApart(a, b)),
      )
    );
  });
}

/** The most hosts, up to those wanted, that can be had in a round by itself. */
function attainable(post: Post, round: number): number {
  const share = { least: 0, most: Infinity, everybody: false };
  for (let hosts = post.wanted[round]!; hosts > 0; hosts -= 1) {
    const alone = {
      ...post,
      first: round,
      rounds: round + 1,
      wanted: post.wanted.with(round, hosts),
    };
    if (new HostSearch([alone], [share], STEPS).run() !== null) return hosts;
  }
  return 0;
}

/** Hosting rounds within one of each other leave no choice of the least and the most. */
function fairShare(post: Post): Share {
  const least = meanOf(post, [...post.team.keys()]);
  return { least, most: least + 1, everybody: true };
}

function ableOf({ team, turns }: Post): number[] {
  const able = new Set(turns.flat().flatMap(({ hosts }) => hosts));
  return [...team.keys()].filter((member) => able.has(member));
}

/** Hosting rounds of a member, the past included, rounded down. */
function meanOf({ before, wanted }: Post, members: readonly number[]): number {
  const past = members.reduce((sum, member) => sum + before[member]!, 0);
  const total = wanted.reduce((sum, hosts) => sum + hosts, past);
  return members.length === 0 ? 0 : Math.floor(total / members.length);
}

function faultOf(post: Post, duty: readonly (readonly Turn[])[]): NoPlan | null {
  const times = [...post.before];
  for (const [round, turns] of duty.entries()) {
    const members = turns.flatMap(({ hosts }) => hosts);
    if (members.length < post.wanted[round]!) {
      return { reason: 'hostsMissing', table: post.table, round: round + 1 };
    }
    for (const member of members) times[member]! += 1;
  }
  const isFair = Math.max(...times) - Math.min(...times) <= 1;
  return isFair ? null : { reason: 'unfairHosts', table: post.table };
}
