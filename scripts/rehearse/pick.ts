/**
 * Where people pick their tables: one person's picks, round by round. A pick that was answered is a
 * promise: at the end the seat must be that one.
 */
import { LIMITS, picksTables } from '@tablecloth/shared/cafe';
import type { Random } from '@tablecloth/shared/rotation';
import type { ViewOf } from './connection.ts';
import type { Findings } from './findings.ts';
import type { Phone } from './phone.ts';

/** How somebody comes to a table: by a tap on one, by "Take me anywhere", or they wait for the desk. */
type Way = 'picks' | 'anywhere' | 'waits';

/** Of those, somebody was faster or the moment has gone: the next list is looked at. */
const AGAIN: ReadonlySet<string> = new Set([
  'table full',
  'all full',
  'step begun',
  'no round',
  'not seated',
]);

export class Picks {
  /** Tables that were promised, by round. */
  readonly promised = new Map<number, string>();
  readonly #name: string;
  readonly #random: Random;
  readonly #findings: Findings;
  readonly #ways = new Map<number, Way>();
  #isAsking = false;

  constructor(name: string, around: { random: Random; findings: Findings }) {
    this.#name = name;
    this.#random = around.random;
    this.#findings = around.findings;
  }

  tick(phone: Phone): void {
    const [cafe, me, chairs] = [phone.view('cafe'), phone.view('person'), phone.view('chairs')];
    if (cafe === null || me === null || chairs === null || !picksTables(cafe)) return;
    if (this.#isAsking || phone.onlineSince === null) return;
    const { round } = chairs;
    if (me.tables[round - 1] != null) return;
    const way = this.#ways.get(round) ?? this.#draw();
    this.#ways.set(round, way);
    if (way === 'waits') return;
    if (way === 'anywhere') {
      this.#ask(phone, { kind: 'sitAnywhere', round }, round, null);
      return;
    }
    const home = cafe.teams.find(({ id }) => id === me.team)?.homeTable;
    const free = cafe.tables.filter(
      ({ id }, i) => id !== home && (chairs.left[i] ?? -Infinity) > -chairs.extra,
    );
    const table = free[this.#random.below(Math.max(1, free.length))]?.id;
    if (table !== undefined) this.#ask(phone, { kind: 'sit', table, round }, round, table);
  }

  #ask(
    phone: Phone,
    command: Parameters<Phone['command']>[0],
    round: number,
    table: string | null,
  ): void {
    this.#isAsking = true;
    void phone.command(command).then((answer) => {
      this.#isAsking = false;
      if (answer.ok && table !== null) this.promised.set(round, table);
      if (answer.ok || AGAIN.has(answer.refusal.code)) return;
      this.#findings.add('command refused', `${this.#name}, a table: ${answer.refusal.sentence}`);
    });
  }

  #draw(): Way {
    const luck = this.#random.below(10);
    return luck < 6 ? 'picks' : luck < 8 ? 'anywhere' : 'waits';
  }
}

/** At the end: promises that were not kept, and tables with more people than chairs. */
export function judgePicks(
  people: Iterable<{ name: string; phone: Phone | null; picks: Picks }>,
  { desk, cafe, rounds }: { desk: ViewOf<'facilitator'>; cafe: ViewOf<'cafe'>; rounds: number },
  findings: Findings,
): void {
  const seen = new Map(desk.people.map((person) => [person.id, person]));
  const paired = new Set(
    desk.people.flatMap(({ id, goesWith }) => (goesWith === null ? [] : [id, goesWith])),
  );
  for (const { name, phone, picks } of people) {
    const id = phone?.view('person')?.person ?? '';
    // Those who go together sit where the last of them picked.
    if (paired.has(id)) continue;
    for (const [round, table] of picks.promised) {
      const is = seen.get(id)?.tables[round - 1];
      if (is !== table) {
        findings.add(
          'pick not kept',
          `${name} in round ${String(round)}: ${is ?? 'no table'} instead of ${table}`,
        );
      }
    }
  }
  for (const { id, chairs } of cafe.tables) {
    for (let round = 1; round <= rounds; round += 1) {
      const sitting = desk.people.filter((one) => one.here && one.tables[round - 1] === id).length;
      if (sitting <= chairs + LIMITS.extraChairs) continue;
      findings.add('too many at a table', `${String(sitting)} at ${id} in round ${String(round)}`);
    }
  }
}
