import { toldRound } from '@tablecloth/shared/cafe';
import type { ViewOf } from './connection.ts';
import type { Findings } from './findings.ts';
import type { Person } from './person.ts';

/** Both views may be on their way; only what stays different is wrong. */
const SETTLE_MS = 1_500;

/** Compares what phones say about seats with what the facilitator sees, again and again. */
export class Seats {
  readonly #findings: Findings;
  readonly #differsSince = new Map<string, number>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  check(people: Iterable<Person>, desk: ViewOf<'facilitator'>, now: number): void {
    const seen = new Map(desk.people.map((person) => [person.id, person]));
    for (const person of people) {
      const since = person.phone?.onlineSince ?? null;
      const difference = since === null || now - since < SETTLE_MS ? null : differs(person, seen);
      if (difference === null) {
        this.#differsSince.delete(person.name);
        continue;
      }
      const first = this.#differsSince.get(person.name) ?? now;
      this.#differsSince.set(person.name, first);
      if (now - first >= SETTLE_MS) this.#findings.add('wrong table', difference);
    }
  }

  /** At the end: who has a seat, and who visited a table twice though the plan promised otherwise. */
  sumUp(
    desk: ViewOf<'facilitator'>,
    rounds: number,
  ): { seated: number; repeated: number; visitsPerHost: number } {
    const seated = desk.people.filter(
      (one) => one.here && one.tables.some((table) => table !== null),
    );
    for (const one of desk.people) {
      if (one.here && !seated.includes(one)) this.#findings.add('not seated', one.name);
    }
    let repeated = 0;
    const visits: number[] = [];
    for (const { name, tables, hosting, fixedAt } of seated) {
      const visited = tables
        .slice(0, rounds)
        .filter((table, i) => table !== null && hosting[i] !== true);
      if (hosting.slice(0, rounds).includes(true)) visits.push(visited.length);
      const twice = visited.find((table, i) => visited.indexOf(table) !== i);
      if (twice === undefined || fixedAt !== null) continue;
      repeated += 1;
      // Who picks may go where they have been.
      if (desk.quality === null) continue;
      if (repeated > desk.quality.tableRepeats) {
        this.#findings.add('repeated table', `${name} at ${String(twice)}`);
      }
    }
    const visitsPerHost = visits.reduce((sum, n) => sum + n, 0) / Math.max(1, visits.length);
    return { seated: seated.length, repeated, visitsPerHost };
  }
}

function differs(
  { name, phone }: Person,
  seen: ReadonlyMap<string, ViewOf<'facilitator'>['people'][number]>,
): string | null {
  const me = phone?.view('person') ?? null;
  const cafe = phone?.view('cafe') ?? null;
  const clock = phone?.view('clock') ?? null;
  if (me === null || cafe === null || clock === null) return null;
  const desk = seen.get(me.person);
  const wrong = me.tables.findIndex((table, i) => table !== (desk?.tables[i] ?? null));
  if (wrong >= 0) {
    const [told, true_] = [me.tables[wrong], desk?.tables[wrong]];
    return `${name} in round ${String(wrong + 1)}: ${told ?? 'no table'} instead of ${true_ ?? 'no table'}`;
  }
  const round = toldRound(cafe.programme, clock.stage);
  const own = round === null ? null : (me.tables[round - 1] ?? null);
  const table = phone?.view('table') ?? null;
  if (own === null || table === null || table.round !== round) return null;
  if (table.table !== own)
    return `${name} sits at ${own} and is shown the people of ${table.table}`;
  return table.people.some((one) => one.name === me.name)
    ? null
    : `${name} sits at ${own} and is not expected there`;
}
