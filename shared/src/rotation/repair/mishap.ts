/** Planned instances to which the usual things have happened; for tests and measurements. */
import type { Instance, RotationPerson } from '../instance.ts';
import { seeded } from '../random.ts';

export interface Mishaps {
  /** People who leave after the past, at random; now and then one is drawn twice. */
  gone?: number;
  /** Hosts who leave after the past. */
  hosts?: number;
  /** People who come after the past. */
  late?: number;
  /** People who sat elsewhere than told in the last past round. */
  moved?: number;
  /** Tables taken away; their hosts and who was fixed there become visitors. */
  closed?: number;
  added?: number;
}

/** A big table plan by the shift rule: each class of `tables` people walks its own number of tables. */
export function walked(people: number, tables: number, rounds: number, cap: number): Instance {
  const told: Record<string, string[]> = {};
  const all = Array.from({ length: people }, (_, i): RotationPerson => {
    const pace = Math.floor(i / tables) + 1;
    told[`p${i}`] = Array.from({ length: rounds }, (_, r) => `t${(i + pace * r) % tables}`);
    return { id: `p${i}` };
  });
  return {
    rounds,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}`, cap })),
    people: all,
    told,
  };
}

/** The same instance after `past` rounds, with mishaps; `told` stays what people were told. */
export function after(instance: Instance, past: number, mishaps: Mishaps, seed: number): Instance {
  const random = seeded(seed);
  const told = instance.told ?? {};
  const tables = [...instance.tables];
  const seats = Object.fromEntries(
    instance.people.map(({ id }) => [id, (told[id] ?? []).slice(0, past)]),
  );
  const people = instance.people.map((person): RotationPerson => ({ ...person }));
  const any = (): RotationPerson => people[random.below(people.length)]!;
  for (let i = 0; i < (mishaps.gone ?? 0); i += 1) any().to = past;
  for (let i = 0; i < (mishaps.moved ?? 0) && past > 0; i += 1) {
    const sat = seats[any().id];
    if (sat?.[past - 1] != null) sat[past - 1] = tables[random.below(tables.length)]!.id;
  }
  for (let i = 0; i < (mishaps.closed ?? 0); i += 1) {
    const [closed] = tables.splice(random.below(tables.length), 1);
    for (const person of people) {
      if (person.host === closed?.id) delete person.host;
      if (person.fixed === closed?.id) delete person.fixed;
      if (person.home === closed?.id) delete person.home;
    }
  }
  for (let i = 0; i < (mishaps.added ?? 0); i += 1) {
    tables.push({ id: `new${i}`, cap: instance.tables[0]?.cap ?? 1 });
  }
  for (let i = 0; i < (mishaps.late ?? 0); i += 1) {
    people.push({ id: `late${i}`, from: past + 1 });
    seats[`late${i}`] = Array.from({ length: past }, () => null);
  }
  const hosts = people.filter(({ host }) => host !== undefined);
  for (let i = 0; i < (mishaps.hosts ?? 0) && hosts.length > 0; i += 1) {
    hosts[random.below(hosts.length)]!.to = past;
  }
  return { ...instance, tables, people, past: { rounds: past, seats } };
}
