import * as v from 'valibot';
import { LIMITS, checkFounding, visitingRounds } from '../cafe/index.ts';
import { CafeBody } from './api.ts';
import { NotesBody, type PageBody } from './notes-json.ts';
import { problemSentence } from './problem.ts';

/** More than anybody corrects at once. */
const PROBLEMS_MAX = 20;

/**
 * More values than a full room of people has. Of a longer file only the first problem is looked for:
 * a list of millions of wrong entries would have millions of problems, a kilobyte each.
 */
const VALUES_MAX = 30_000;

/** What opens a café; `notes` are an export's pages, none for a café that was written by hand. */
export type CafeJson = { body: CafeBody; notes: PageBody[] } | { problems: string[] };

/**
 * Reads what was sent to open a café: its definition and people, or the JSON of a whole café that
 * was exported. From the latter everybody is listed again under the same id, but is not here yet, and
 * seats are made anew; its notes are to be put back on their pages. It may come from a rehearsal: what
 * it is opened for is a day, so it goes at a day's pace. Never throws. Every problem is
 * a plain sentence.
 */
export function readCafeJson(json: unknown): CafeJson {
  const isWhole = typeof json === 'object' && json !== null && 'tablecloth' in json;
  if (isWhole && typeof json.tablecloth === 'number' && json.tablecloth > 1) {
    const problem =
      'This café was saved by a newer Tablecloth and cannot be read here: ' +
      `its format is ${String(json.tablecloth)}, this one reads 1.`;
    return { problems: [problem] };
  }
  const looked = { abortEarly: hasMoreValues(json, VALUES_MAX) };
  const cafe = v.safeParse(CafeBody, json, looked);
  const notes = isWhole ? v.safeParse(NotesBody, json, looked) : null;
  if (!cafe.success || notes?.success === false) {
    const issues = [...(cafe.issues ?? []), ...(notes?.issues ?? [])];
    return { problems: someOf(issues.map(problemSentence)) };
  }
  const { output: body } = cafe;
  const pages = notes?.output.pages ?? [];
  const problems = [
    ...tooManyTables(body, isWhole),
    ...reservedIds(body),
    ...checkFounding(body),
    ...(isWhole ? [] : wishesTooLate(body)),
    ...checkPages(body, pages),
  ];
  if (problems.length > 0) return { problems: someOf(problems) };
  if (!isWhole) return { body, notes: [] };
  return { body: { ...body, definition: { ...body.definition, pace: 1 } }, notes: pages };
}

/** Whether JSON has more than so many values, counted without going deep into the stack. */
function hasMoreValues(json: unknown, most: number): boolean {
  const waiting = [json];
  for (let count = 0; waiting.length > 0; count += 1) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inside: unknown[] = Object.values(value);
    if (count + waiting.length + inside.length > most) return true;
    for (const one of inside) waiting.push(one);
  }
  return false;
}

function someOf(problems: readonly string[]): string[] {
  const more = problems.length - PROBLEMS_MAX;
  const first = problems.slice(0, PROBLEMS_MAX);
  return more > 0 ? [...first, `There are ${String(more)} more problems.`] : first;
}

/** A café that was exported may have more than one can be given: see `tablesInFileMax`. */
function tooManyTables({ definition: { tables } }: CafeBody, isWhole: boolean): string[] {
  const most = isWhole ? LIMITS.tablesInFileMax : LIMITS.tablesMax;
  return tables.length > most
    ? [`The list of tables may have ${String(most)} entries at most.`]
    : [];
}

/** Ids become keys of records, where the names every object has would be found without being set. */
function reservedIds({ definition: { tables, teams }, people }: CafeBody): string[] {
  return [...tables, ...teams, ...people]
    .filter(({ id }) => id in Object.prototype)
    .map(({ id }) => `The id “${id}” cannot be used.`);
}

/** Wishes to host in rounds there are not. In an export they may be of a plan that had more. */
function wishesTooLate({ definition, people }: CafeBody): string[] {
  const rounds = visitingRounds(definition.programme);
  return people.flatMap(({ name, hostsIn = [] }) => {
    const late = hostsIn.find((round) => round > rounds);
    return late === undefined
      ? []
      : [
          `${name} would host in round ${String(late)}, but the last in which people visit is round ${String(rounds)}.`,
        ];
  });
}

function checkPages({ definition, people }: CafeBody, pages: readonly PageBody[]): string[] {
  const tables = new Set(definition.tables.map(({ id }) => id));
  const known = new Set(people.map(({ id }) => id));
  const rounds = new Set(
    definition.programme.flatMap((step) =>
      step.kind === 'round' || step.kind === 'home' ? [step.round] : [],
    ),
  );
  const seen = new Set<string>();
  return pages.flatMap((page, i) => {
    const { table, round, cards, late } = page;
    const problems: string[] = [];
    const name = `${table}.${String(round)}`;
    if (!tables.has(table)) problems.push(`the table “${table}” does not exist`);
    if (!rounds.has(round)) problems.push(`the programme has no round ${String(round)}`);
    if (seen.has(name)) problems.push('another page has the same table and round');
    seen.add(name);
    const ids = [...cards, ...late.flatMap((leaf) => leaf.cards)].map(({ id }) => id);
    if (new Set(ids).size < ids.length) problems.push('two notes have the same id');
    const onPage = new Set(cards.map(({ id }) => id));
    const writers = [...cards.map(({ author }) => author), ...late.map(({ person }) => person)];
    for (const writer of new Set(writers)) {
      if (writer !== null && !known.has(writer)) problems.push(`“${writer}” is not in the café`);
    }
    const people = late.flatMap(({ person }) => (person === null ? [] : [person]));
    if (new Set(people).size < people.length) {
      problems.push('the late additions of one person belong together');
    }
    if (late.some(({ additions }) => additions.some(({ card }) => !onPage.has(card)))) {
      problems.push('words were added to a note that is not on it');
    }
    if (length(page) > LIMITS.pageBytesMax) problems.push('its notes are too long together');
    return problems.map((problem) => `Page ${String(i + 1)}: ${problem}.`);
  });
}

function length({ cards, late }: PageBody): number {
  const texts = [...cards, ...late.flatMap((leaf) => [...leaf.cards, ...leaf.additions])];
  return texts.reduce((sum, { text }) => sum + text.length, 0);
}
