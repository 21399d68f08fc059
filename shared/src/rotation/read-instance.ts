/** Reads an instance from JSON that anybody may have written. */
import * as v from 'valibot';
import type { Instance, RotationPerson } from './instance.ts';

/** How large a rotation may be. */
export const INSTANCE_LIMITS = {
  people: 5_000,
  tables: 1_000,
  rounds: 40,
  chairs: 100_000,
  pairs: 100_000,
  idLetters: 200,
} as const;

/** More than anybody corrects at once. */
const PROBLEMS_MAX = 20;

const { people, tables, rounds, chairs, pairs, idLetters } = INSTANCE_LIMITS;

/** Ids become keys of records, where the names every object has would be found without being set. */
const isPlainId = (id: string): boolean =>
  // A NUL or half a character would not survive being stored.
  !(id in Object.prototype) && !/\0|\p{Surrogate}/u.test(id);

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(idLetters), v.check(isPlainId));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const Seats = v.pipe(v.array(v.nullable(Id)), v.maxLength(rounds));
const SeatsOf = v.record(v.string(), Seats);
const Pairs = v.pipe(v.array(v.tuple([Id, Id])), v.maxLength(pairs));

const PersonBody = v.object({
  id: Id,
  team: v.nullish(Id),
  host: v.nullish(Id),
  hosting: v.nullish(Seats),
  hostsIn: v.nullish(v.pipe(v.array(whole(1, rounds)), v.maxLength(rounds))),
  fixed: v.nullish(Id),
  home: v.nullish(Id),
  from: v.nullish(whole(1, rounds + 1)),
  to: v.nullish(whole(0, rounds + 1)),
  absent: v.nullish(v.pipe(v.array(whole(1, rounds)), v.maxLength(rounds))),
  wishes: v.nullish(v.pipe(v.array(Id), v.maxLength(tables))),
});

/** Fields that are not here, like a remark, are passed over; null is the same as not given. */
const InstanceBody = v.object({
  id: v.nullish(Id),
  rounds: whole(1, rounds),
  tables: v.pipe(
    v.array(v.object({ id: Id, cap: whole(0, chairs) })),
    v.minLength(1),
    v.maxLength(tables),
  ),
  people: v.pipe(v.array(PersonBody), v.maxLength(people)),
  apart: v.nullish(Pairs),
  together: v.nullish(Pairs),
  relay: v.nullish(whole(0, people)),
  everybodyVisits: v.nullish(v.boolean()),
  objective: v.nullish(
    v.object({ tables: v.nullish(v.boolean()), avoidHome: v.nullish(v.boolean()) }),
  ),
  past: v.nullish(v.object({ rounds: whole(0, rounds), seats: SeatsOf })),
  kept: v.nullish(SeatsOf),
  told: v.nullish(SeatsOf),
});

/**
 * Reads an instance. Never throws; every problem is a plain sentence that names the place. What is
 * read is consistent in its names and numbers, which is all that `plan` takes for granted.
 */
export function readInstance(json: unknown): { instance: Instance } | { problems: string[] } {
  const read = v.safeParse(InstanceBody, json);
  if (!read.success) return { problems: someOf(read.issues.map(problemSentence)) };
  const { people: listed, objective, ...rest } = read.output;
  const instance: Instance = {
    ...withoutNull(rest),
    people: listed.map(withoutNull),
    ...(objective == null ? {} : { objective: withoutNull(objective) }),
  };
  const known = tablesOf(instance);
  const problems = [
    ...twice('table', instance.tables),
    ...twice('person', instance.people),
    ...instance.people.flatMap((person) =>
      [...unknownTables(instance, person, known), ...contradictions(instance, person)].map(
        (mistake) => `Person “${person.id}” ${mistake}.`,
      ),
    ),
    ...pairMistakes(instance),
    ...seatMistakes(instance),
  ];
  return problems.length > 0 ? { problems: someOf(problems) } : { instance };
}

type Given<T> = {
  [K in keyof T as null extends T[K] ? never : K]: T[K];
} & { [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]> };

function withoutNull<T extends object>(body: T): Given<T> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value != null)) as Given<T>;
}

function someOf(problems: readonly string[]): string[] {
  const more = problems.length - PROBLEMS_MAX;
  const first = problems.slice(0, PROBLEMS_MAX);
  return more > 0 ? [...first, `There are ${String(more)} more problems.`] : first;
}

function twice(what: string, list: readonly { id: string }[]): string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { id } of list) (seen.has(id) ? again : seen).add(id);
  return Array.from(again, (id) => `The id “${id}” belongs to more than one ${what}.`);
}

/** Tables that are, and tables that are known to have been and are closed now. */
function tablesOf({ tables: open, past, told }: Instance): { open: Set<string>; all: Set<string> } {
  const seats = [...Object.values(past?.seats ?? {}), ...Object.values(told ?? {})].flat();
  const ids = open.map(({ id }) => id);
  return { open: new Set(ids), all: new Set([...ids, ...seats.filter((id) => id !== null)]) };
}

function unknownTables(
  { past }: Instance,
  { host, hosting = [], fixed, home, wishes = [] }: RotationPerson,
  { open, all }: { open: ReadonlySet<string>; all: ReadonlySet<string> },
): string[] {
  const ahead = hosting.filter((id, i) => id !== null && i >= (past?.rounds ?? 0));
  const missing = (verb: string, ids: readonly (string | null | undefined)[], known = open) =>
    [...new Set(ids)].flatMap((id) =>
      id == null || known.has(id) ? [] : [`${verb} “${id}”, and there is no such table`],
    );
  return [
    ...missing('hosts', [host, ...ahead]),
    ...missing('is fixed at', [fixed]),
    ...missing('has the home table', [home], all),
    ...missing('wishes for', wishes, all),
  ];
}

function contradictions({ rounds: last, relay = 0 }: Instance, person: RotationPerson): string[] {
  const { host, hosting, fixed, from, to, absent = [], wishes = [] } = person;
  const isHost = host !== undefined || hosting?.some((table) => table !== null) === true;
  const late = absent.filter((round) => round > last);
  return [
    ...(host !== undefined && hosting !== undefined ? ['has both “host” and “hosting”'] : []),
    ...(isHost && fixed !== undefined ? ['hosts and is fixed at a table at once'] : []),
    ...(isHost && relay > 0 ? ['hosts, but in a relay the planner chooses the hosts'] : []),
    ...((hosting?.length ?? 0) > last
      ? [`has “hosting” for more than ${String(last)} rounds`]
      : []),
    ...(from !== undefined && to !== undefined && from > to
      ? [`comes in round ${String(from)} and leaves before, after round ${String(to)}`]
      : []),
    ...(late.length > 0
      ? [`is absent in round ${late.join(', ')}, but there are only ${String(last)} rounds`]
      : []),
    ...(new Set(wishes).size < wishes.length ? ['wishes for the same table twice'] : []),
  ];
}

function pairMistakes({ people: all, together = [], apart = [] }: Instance): string[] {
  const ids = new Set(all.map(({ id }) => id));
  const kinds = [
    ['together', together],
    ['apart', apart],
  ] as const;
  return kinds.flatMap(([name, list]) =>
    list.flatMap(([one, other], i) => {
      const where = `Pair ${String(i + 1)} of “${name}”`;
      if (one === other) return [`${where} is “${one}” twice.`];
      return [one, other]
        .filter((id) => !ids.has(id))
        .map((id) => `${where} names “${id}”, and there is no such person.`);
    }),
  );
}

function seatMistakes(instance: Instance): string[] {
  const { people: all, rounds: last, past, kept = {}, told = {} } = instance;
  const { open } = tablesOf(instance);
  const ids = new Set(all.map(({ id }) => id));
  const of = (name: string, seats: Readonly<Record<string, readonly unknown[]>>): string[] =>
    Object.entries(seats).flatMap(([id, row]) => {
      if (!ids.has(id)) return [`“${name}” names “${id}”, and there is no such person.`];
      if (row.length <= last) return [];
      return [`“${name}” has more than ${String(last)} rounds for “${id}”.`];
    });
  return [
    ...((past?.rounds ?? 0) > last
      ? [`“past” has ${String(past?.rounds)} rounds, but there are only ${String(last)} in all.`]
      : []),
    ...of('past', past?.seats ?? {}),
    ...of('kept', kept),
    ...Object.entries(kept).flatMap(([id, row]) =>
      [...new Set(row)].flatMap((table) =>
        table === null || open.has(table)
          ? []
          : [`“kept” has “${id}” at “${table}”, and there is no such table.`],
      ),
    ),
    ...of('told', told),
  ];
}

const parts: Readonly<Record<string, string>> = {
  tables: 'Table',
  people: 'Person',
  apart: 'Pair apart',
  together: 'Pair together',
};

/** "Person 3: “from” must be at least 1, not 0." */
function problemSentence({ path, ...issue }: v.BaseIssue<unknown>): string {
  const [first, second, ...rest] = (path ?? []).map(({ key }) =>
    typeof key === 'number' ? key : typeof key === 'string' ? key : '',
  );
  const part = parts[first ?? ''];
  if (typeof second === 'number' && part !== undefined) {
    return `${part} ${String(second + 1)}${field(rest, ': ')} ${must(issue)}.`;
  }
  if (first === undefined) return `The instance ${must(issue)}.`;
  return `${field([first, second, ...rest], '')} ${must(issue)}.`;
}

/** "“hosting”, entry 2": the way to a value; nothing for the part itself. */
function field(keys: readonly (string | number | undefined)[], before: string): string {
  const names = keys
    .filter((key) => key !== undefined)
    .map((key) => (typeof key === 'number' ? `entry ${String(key + 1)}` : `“${key}”`));
  return names.length === 0 ? '' : before + names.join(', ');
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'a list',
  Object: 'an object in braces',
};

function must(issue: Omit<v.BaseIssue<unknown>, 'path'>): string {
  const { type, expected, received, requirement, input } = issue;
  if (input === undefined) return 'is missing';
  const limit = String(requirement);
  switch (type) {
    case 'integer':
      return `must be a whole number, not ${received}`;
    case 'min_value':
      return `must be at least ${limit}, not ${received}`;
    case 'max_value':
      return `must be at most ${limit}, not ${received}`;
    case 'min_length':
      return 'must not be empty';
    case 'max_length':
      return Array.isArray(input)
        ? `may have ${limit} entries at most`
        : `may have ${limit} characters at most`;
    case 'check':
      return 'cannot be used as a name';
    case 'tuple':
      return 'must be a list of two people';
    default:
      return `must be ${kinds[(expected ?? '').replace(/^\(?(\w+).*$/u, '$1')] ?? 'something else'}`;
  }
}
