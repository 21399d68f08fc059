/** Which team a list means by a name, or by the number of its table. */
import { LIMITS, fold } from '../cafe/index.ts';
import { ByName } from './by-name.ts';
import { nearestOf } from './near.ts';
import { numberIn } from './read-teams.ts';
import type { Room } from './room.ts';

type Team = Room['teams'][number];

/** A team that is named and not there, once however often it is named. */
export interface UnknownTeam {
  /** As it is written first. */
  name: string;
  /** The lines that name it. */
  lines: number[];
  /** The team that may be meant by it. */
  like: Pick<Team, 'id' | 'name'> | null;
  /** Whether it is taken for that one. */
  isTaken: boolean;
}

export class TeamFinder {
  readonly #byName = new ByName<string>();
  readonly #byNumber = new Map<number, string>();
  readonly #nearest: (wish: string) => Team | null;
  readonly #unknown = new Map<string, UnknownTeam>();

  constructor({ teams, tables }: Room) {
    const homes = new Map(teams.map(({ id, homeTable }) => [homeTable, id]));
    for (const { id, number } of tables) {
      const home = homes.get(id);
      if (home !== undefined) this.#byNumber.set(number, home);
    }
    for (const { id, name } of teams) this.#byName.add(name, id);
    this.#nearest = nearestOf(teams);
  }

  find(wish: string): { id: string } | null {
    if (wish === '') return null;
    const number = numberIn(wish, LIMITS.tableNumberMax);
    const id =
      this.#byName.of(wish)[0] ?? (number === null ? undefined : this.#byNumber.get(number));
    return id === undefined ? null : { id };
  }

  /** Notes a name that is no team's. `taken`: by such names, folded, the teams they are taken for. */
  miss(wish: string, line: number, taken: ReadonlyMap<string, string>): UnknownTeam {
    const key = fold(wish);
    const known = this.#unknown.get(key);
    if (known !== undefined) {
      known.lines.push(line);
      return known;
    }
    const near = this.#nearest(wish);
    const like = near === null ? null : { id: near.id, name: near.name };
    const isTaken = like !== null && taken.get(key) === like.id;
    const unknown = { name: wish, lines: [line], like, isTaken };
    this.#unknown.set(key, unknown);
    return unknown;
  }

  get unknown(): UnknownTeam[] {
    return [...this.#unknown.values()];
  }
}
