/** What a list says of a team that is there: empty places are filled, chairs counted anew, the rest stays. */
import { overfull } from '../cafe/index.ts';
import type { Room } from './room.ts';

const TEXTS = ['topic', 'question', 'place'] as const;

/** What a list may say of a team that is there; null chairs: nothing. */
export interface Given {
  topic: string;
  question: string;
  place: string;
  number: number | null;
  chairs: number | null;
}

export type FilledText = (typeof TEXTS)[number];

export interface Filling {
  /** The team's id. */
  team: string;
  /** What is put where nothing was, each as the list has it. */
  texts: Partial<Record<FilledText, string>>;
  /** Of its table, where they become others. */
  chairs: { was: number; is: number } | null;
  /** What the list says otherwise, and the team or its table keeps. */
  keeps: FilledText[];
  /** How many chairs its table keeps, since more people sit there than the list has chairs. */
  chairsKept: number | null;
  /** The number of its own table, where the list has another. */
  staysAt: number | null;
}

type Team = Room['teams'][number];
type Table = Room['tables'][number];

/** The teams of a café, as they are after each line of a list. */
export class FillIn {
  readonly #room: Room;
  readonly #teams: Map<string, Team>;
  readonly #tables: Map<string, Table>;

  constructor(room: Room) {
    this.#room = room;
    this.#teams = new Map(room.teams.map((team) => [team.id, team]));
    this.#tables = new Map(room.tables.map((table) => [table.id, table]));
  }

  /** What a line does to a team; null where it says nothing but what is there. */
  fill(id: string, given: Given): Filling | null {
    const team = this.#teams.get(id);
    const table = this.#tables.get(team?.homeTable ?? '');
    if (team === undefined || table === undefined) return null;
    const is = { topic: team.topic, question: team.question, place: table.place };
    const texts: Filling['texts'] = {};
    const keeps: Filling['keeps'] = [];
    for (const field of TEXTS) {
      if (given[field] === '' || given[field] === is[field]) continue;
      if (is[field] === '') texts[field] = given[field];
      else keeps.push(field);
    }
    const wished = given.chairs ?? table.chairs;
    const fits = wished >= table.chairs || this.#isEnough(table.id, wished);
    const chairsKept = fits ? null : table.chairs;
    const chairs = fits && wished !== table.chairs ? { was: table.chairs, is: wished } : null;
    const staysAt = given.number === null || given.number === table.number ? null : table.number;
    const { topic = is.topic, question = is.question, place = is.place } = texts;
    this.#teams.set(id, { ...team, topic, question });
    this.#tables.set(table.id, { ...table, place, chairs: chairs?.is ?? table.chairs });
    const filling = { team: id, texts, chairs, keeps, chairsKept, staysAt };
    const isOther = keeps.length > 0 || chairsKept !== null || staysAt !== null;
    return isFilled(filling) || isOther ? filling : null;
  }

  /** Whether so many chairs do for those who always sit at a table, and those who are told to. */
  #isEnough(id: string, chairs: number): boolean {
    const { people } = this.#room;
    if (overfull([{ id, chairs }], people).length > 0) return false;
    const rounds = Math.max(0, ...people.map(({ tables = [] }) => tables.length));
    return Array.from({ length: rounds }, (_, i) => i).every(
      (i) => people.filter(({ tables }) => tables?.[i] === id).length <= chairs,
    );
  }
}

/** Whether anything becomes other than it was. */
export function isFilled({ texts, chairs }: Filling): boolean {
  return Object.keys(texts).length > 0 || chairs !== null;
}
