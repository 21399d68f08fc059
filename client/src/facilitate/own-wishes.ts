/** What "Make your own café" asks for, as typed, and what may be wrong with it. */
import { LIMITS, isStorable, tidyName, type Founding } from '@tablecloth/shared/cafe';
import {
  BLANK_MINUTES,
  blankCafe,
  hostedCafe,
  smallCafe,
  type HostedCafe,
  type SmallCafe,
} from '@tablecloth/shared/sample';
import { readTeams, type ReadTeam, type Room, type TeamLine } from '@tablecloth/shared/intake';
import type { FacilitateWords } from '../words/facilitate.ts';
import type { Figures } from '../words/figures.ts';
import { atTables } from './at-tables.ts';
import { problemWords } from './intake/line-words.ts';
import { UNSETTLED, readOpening, type Opening } from './opening.ts';
import { endsLine, opensAhead } from './time-left.ts';

/**
 * Everybody moves and one question is talked about everywhere; or teams host their own tables, and
 * others are seated there, or pick where to go; or a title alone, and the plan of the day is made step
 * by step.
 */
export const RECIPES = ['classic', 'hosted', 'picked', 'blank'] as const;
export type Recipe = (typeof RECIPES)[number];

/** Everything is text, because it is what somebody typed. */
export interface Typed extends Opening {
  recipe: Recipe;
  title: string;
  question: string;
  lobby: string;
  /** One a line; of a hosted café. */
  teams: string;
  people: string;
  /** Of a classic café: where teams host there are as many tables as teams. */
  tables: string;
  rounds: string;
  minutes: string;
}

export type Mistakes = Partial<Record<keyof Typed, string>>;

/** What a recipe begins with, until somebody types something else. */
export const BEGINNINGS: Record<Recipe, Pick<Typed, 'people' | 'rounds' | 'minutes'>> = {
  classic: { people: '20', rounds: '3', minutes: '20' },
  hosted: { people: '100', rounds: '3', minutes: '15' },
  picked: { people: '100', rounds: '3', minutes: '15' },
  blank: { people: '20', rounds: '1', minutes: String(BLANK_MINUTES) },
};

/** Whether a recipe asks for teams instead of a number of tables. */
export function hasTeams(recipe: Recipe): boolean {
  return recipe === 'hosted' || recipe === 'picked';
}

const NUMBERS = ['people', 'tables', 'rounds', 'minutes'] as const;

/** The numbers a recipe asks for: teams have a table each, and a blank café gets its rounds later. */
export function numbersOf(recipe: Recipe): (typeof NUMBERS)[number][] {
  if (hasTeams(recipe)) return NUMBERS.filter((field) => field !== 'tables');
  return recipe === 'blank' ? ['people', 'tables'] : [...NUMBERS];
}

interface Wishes {
  founding: Founding;
  people: number;
  tables: number;
  rounds: number;
  /** Hosts at a table; 0 where nobody hosts. */
  hosts: number;
}

const BOUNDS = {
  people: [3, LIMITS.peopleMax],
  tables: [1, LIMITS.tablesMax],
  rounds: [1, LIMITS.roundsMax - 1],
  minutes: [1, LIMITS.stepMinutesMax],
} as const satisfies Partial<Record<keyof Typed, readonly [number, number]>>;

const CHAIRS_MIN = 6;
const TEAMS_MIN = 2;
/** Of so many in a team two can host together, and everybody still visits. */
const TWO_HOSTS_FROM = 4;

/** A whole number within bounds, or null. */
function whole(typed: string, [from, to]: readonly [number, number]): number | null {
  if (!/^\s*\d{1,5}\s*$/u.test(typed)) return null;
  const number = Number(typed);
  return number >= from && number <= to ? number : null;
}

/** A list is read as at the desk, for a café that has nobody yet. */
const NOBODY: Room = { teams: [], tables: [], people: [] };

function listOf({ recipe, teams }: Pick<Typed, 'recipe' | 'teams'>): TeamLine[] {
  return hasTeams(recipe) ? readTeams(teams, NOBODY).lines : [];
}

function teamsIn(lines: readonly TeamLine[]): ReadTeam[] {
  return lines.flatMap((line) => (line.is === 'team' ? line.team : []));
}

/** What a list of teams comes to: which are named again, and how many it says more of. */
export function teamsRead(typed: Typed, t: FacilitateWords): string {
  const lines = listOf(typed);
  const again = new Set(lines.flatMap((line) => (line.is === 'again' ? line.line : [])));
  const [first, ...others] = lines.flatMap((line) =>
    line.is === 'team' && again.has(line.from) ? line.team.name : [],
  );
  const told = teamsIn(lines).filter(({ topic, question, place }) => topic + question + place);
  return [
    first === undefined ? '' : t.make.teamsOnce(first, others.length),
    t.make.teamsTold(told.length),
  ]
    .filter(Boolean)
    .join(' ');
}

/** What is wrong with a list of teams; empty where nothing is. */
function wrongTeams(lines: readonly TeamLine[], t: FacilitateWords): string {
  for (const line of lines) {
    const [first] = line.is === 'unclear' ? line.problems : [];
    if (first?.why === 'full') return t.make.manyTeams(LIMITS.teamsMax);
    if (first !== undefined) return t.make.wrongLine(line.from, problemWords(first, t));
  }
  return teamsIn(lines).length < TEAMS_MIN ? t.make.noTeams : '';
}

/** The café that was asked for, or a sentence for every field that does not do. */
export function readWishes(
  typed: Typed,
  t: FacilitateWords,
): ({ ok: true } & Wishes) | { ok: false; mistakes: Mistakes } {
  const mistakes: Mistakes = {};
  const title = tidyName(typed.title);
  const question = typed.question.trim();
  if (title === '' || !isStorable(title)) mistakes.title = t.make.noName;
  else if (title.length > LIMITS.titleCharsMax) {
    mistakes.title = t.make.longName(LIMITS.titleCharsMax);
  }
  if (question.length > LIMITS.questionCharsMax) {
    mistakes.question = t.make.longQuestion(LIMITS.questionCharsMax);
  }
  const lobby = typed.lobby.trim();
  if (lobby.length > LIMITS.lineCharsMax) mistakes.lobby = t.tooLong(LIMITS.lineCharsMax);
  const opensAt = readOpening(typed);
  if (opensAt === undefined) mistakes.time = t.about.badTime;
  const isHosted = hasTeams(typed.recipe);
  const lines = listOf(typed);
  const teams = teamsIn(lines);
  const wrong = isHosted ? wrongTeams(lines, t) : '';
  if (wrong !== '') mistakes.teams = wrong;
  const numbers = { people: 0, tables: teams.length, rounds: 1, minutes: BLANK_MINUTES };
  for (const field of numbersOf(typed.recipe)) {
    const number = whole(typed[field], BOUNDS[field]);
    if (number === null) mistakes[field] = t.make.between(BOUNDS[field][0], BOUNDS[field][1]);
    else numbers[field] = number;
  }
  if (opensAt === undefined || Object.keys(mistakes).length > 0) return { ok: false, mistakes };
  const { people, tables, rounds, minutes } = numbers;
  // Half as many again may come: the plan must hold them too, and it spreads people evenly anyway.
  const laid = Math.max(CHAIRS_MIN, Math.ceil((people / tables) * 1.5));
  const chairs = Math.min(LIMITS.chairsMax, laid);
  const sizes = { title, question, rounds, minutes, chairs };
  const hosts = !isHosted ? 0 : people / tables >= TWO_HOSTS_FROM ? 2 : 1;
  const names = teams.map(({ name }) => name);
  const made = withTold(founded(typed.recipe, { ...sizes, tables, teams: names, hosts }), teams);
  const said = lobby === '' ? { opensAt } : { opensAt, lobby };
  const founding = { ...made, definition: { ...made.definition, ...said } };
  return {
    ok: true,
    founding,
    people,
    tables,
    rounds,
    hosts,
  };
}

function founded(recipe: Recipe, sizes: SmallCafe & HostedCafe): Founding {
  switch (recipe) {
    case 'classic':
      return smallCafe(sizes);
    case 'hosted':
      return hostedCafe(sizes);
    case 'picked':
      return hostedCafe({ ...sizes, seating: 'pick' });
    case 'blank':
      return blankCafe(sizes);
  }
}

/** What the list says besides the names; where it has chairs they may be more than are needed. */
function withTold({ definition, ...others }: Founding, told: readonly ReadTeam[]): Founding {
  const teams = definition.teams.map((team, i) => {
    const { topic = '', question = '' } = told[i] ?? {};
    return { ...team, topic, question };
  });
  const tables = definition.tables.map((table, i) => {
    const own = told[i];
    if (own === undefined) return table;
    const chairs = Math.max(own.chairs, table.chairs);
    return { ...table, number: own.table.number, place: own.place, chairs };
  });
  return { ...others, definition: { ...definition, teams, tables } };
}

/**
 * The live sentence under the form: "Begin now and it ends 12:05; 5 to 6 at a table.", or when it ends as
 * the doors are to open; and its advice.
 */
export function sumsOf(
  typed: Typed,
  now: number,
  figures: Figures,
  t: FacilitateWords,
): { sentence: string; advice: string } | null {
  // The sums do not wait for a title, nor for a time to come after the day.
  const opening = readOpening(typed) === undefined ? UNSETTLED : {};
  const read = readWishes({ ...typed, ...opening, title: 'x', question: '', lobby: '' }, t);
  if (!read.ok) return null;
  const { people, tables, hosts, rounds } = read;
  const { definition } = read.founding;
  const { seating, tables: laid } = definition;
  const stage = { at: 'before' } as const;
  const opens = opensAhead(stage, definition.opensAt, now);
  const ends = endsLine(definition, { stage, plannedEnd: null }, now, opens, figures, t);
  const sentence = t.make.summary(ends, atTables(people, tables, seating, figures, t));
  if (hosts === 0) return { sentence, advice: advise(read, t) };
  const hosting = t.make.hosting({ hosts, places: hosts * rounds * tables, people, rounds });
  const chairs = laid[0]?.chairs ?? 0;
  const most = chairs + LIMITS.extraChairs;
  const picking = seating === 'pick' ? ` ${t.picking.recipeSums(chairs, most)}` : '';
  return {
    sentence: `${sentence} ${hosting}${picking}`,
    advice: advise(read, t),
  };
}

/** One sentence on how many sit together or host, and one on coming back to tables. */
function advise({ people, tables, rounds, hosts }: Wishes, t: FacilitateWords): string {
  const visits = hosts === 0 ? tables : tables - 1;
  const back = rounds > visits ? t.make.roundsOverTables : '';
  return [adviseSizes({ people, tables, rounds, hosts }, t), back].filter(Boolean).join(' ');
}

function adviseSizes(
  { people, tables, rounds, hosts }: Omit<Wishes, 'founding'>,
  t: FacilitateWords,
): string {
  // Where every team has its table the form asks for no number of tables.
  const isOfTeams = hosts > 0;
  if (Math.floor(people / tables) < 3) return isOfTeams ? t.make.fewInATeam : t.make.fewAtATable;
  if (Math.ceil(people / tables) > 8) return isOfTeams ? t.make.manyAtTeams : t.make.manyAtATable;
  return hosts * rounds > (people / tables) * (rounds - 1) ? t.make.hostsNeverVisit : '';
}
