/** Who go together: directly or through others, whichever of two names the other. */
import type { Cafe } from './cafe.ts';

interface Going {
  id: string;
  goesWith: string | null;
}

/** Everybody given, in groups that sit at one table; who goes with nobody is a group of one. */
export function companiesOf<P extends Going>(people: readonly P[]): P[][] {
  const known = new Map(people.map((person) => [person.id, [person]]));
  for (const { id, goesWith } of people) {
    const [own, other] = [known.get(id), goesWith === null ? undefined : known.get(goesWith)];
    if (own === undefined || other === undefined || own === other) continue;
    const [few, many] = own.length < other.length ? [own, other] : [other, own];
    many.push(...few);
    for (const one of few) known.set(one.id, many);
  }
  return [...new Set(known.values())];
}

/** Companies of which some always sit at one table and some at another: no plan holds them. */
export function tornAmong<P extends Going & { fixedAt: string | null }>(
  people: readonly P[],
): P[][] {
  // Few go with anybody, and this is asked for each line of what happened.
  const named = new Set(people.map(({ goesWith }) => goesWith));
  const going = people.filter(({ id, goesWith }) => goesWith !== null || named.has(id));
  return companiesOf(going).filter((company) => {
    const fixed = company.map(({ fixedAt }) => fixedAt).filter((table) => table !== null);
    return new Set(fixed).size > 1;
  });
}

/** Whether a change tears companies that held together. */
export function tearsApart(before: Cafe['people'], after: Cafe['people']): boolean {
  if (before === after) return false;
  return tornAmong(Object.values(after)).length > tornAmong(Object.values(before)).length;
}
