/** Finds whom people go with, by name, among the lines of a list and those who are there already. */
import { fold, tornAmong } from '../cafe/index.ts';
import { ByName } from './by-name.ts';
import { noteFullTables } from './full-tables.ts';
import { goingAs, lineKey } from './going.ts';
import type { Draft, Partner, PersonProblem } from './people-list.ts';
import type { Room } from './room.ts';
import { firstLast } from './surname-first.ts';

interface Candidate {
  ref: Exclude<Partner, null>;
  name: string;
  /** As people write it; null without one. */
  team: string | null;
  draft: Draft | null;
}

/**
 * Sets `goesWith` in the drafts and notes what does not work out. Whoever goes with somebody whose
 * line is not understood is not understood either: they would come without the other.
 */
export function pairUp(drafts: readonly Draft[], room: Room): void {
  const finder = new Finder(drafts, room);
  for (const draft of drafts) {
    if (draft.partner === '') continue;
    const found = finder.find(draft);
    if ('why' in found) draft.problems.push(found);
    else draft.person.goesWith = found;
  }
  for (const draft of sittingApart(drafts, room)) draft.problems.push({ why: 'sit apart' });
  noteFullTables(drafts, room);
  const byLine = new Map(drafts.map((draft) => [draft.span.from, draft]));
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const draft of drafts) {
      const { goesWith } = draft.person;
      if (draft.problems.length > 0 || goesWith === null || 'id' in goesWith) continue;
      if (byLine.get(goesWith.line)?.problems.length === 0) continue;
      draft.problems.push({ why: 'partner unclear', name: draft.partner });
      isSettled = false;
    }
  }
}

class Finder {
  readonly #byName = new ByName<Candidate>();

  constructor(drafts: readonly Draft[], { people, teams }: Room) {
    const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
    for (const { id, name, team } of people) {
      this.#byName.add(name, {
        ref: { id },
        name,
        team: team === null ? null : (teamNames.get(team) ?? null),
        draft: null,
      });
    }
    for (const draft of drafts) {
      const { name, team } = draft.person;
      const teamName =
        team === null ? null : 'id' in team ? (teamNames.get(team.id) ?? null) : team.isNew;
      if (name === '') continue;
      this.#byName.add(name, { ref: { line: draft.span.from }, name, team: teamName, draft });
    }
  }

  /** "Sam Ali", or "Sam Ali (Cedar Ward)" where there are several. */
  find(draft: Draft): Exclude<Partner, null> | PersonProblem {
    const wish = draft.partner;
    let found = this.#named(wish);
    const [, name = '', team = ''] = /^(.*\S)\s*\(([^()]+)\)$/u.exec(wish) ?? [];
    if (found.length === 0 && name !== '') {
      found = this.#named(name).filter((one) => one.team !== null && fold(one.team) === fold(team));
    }
    const others = found.filter((one) => one.draft !== draft);
    if (found.length === 0) return { why: 'no partner', name: wish };
    const [first] = others;
    if (first === undefined) return { why: 'own partner' };
    if (others.length === 1) return first.ref;
    const own = this.#teamOf(draft);
    const mates = others.filter((one) => own !== null && one.team === own);
    const [mate] = mates;
    return mates.length === 1 && mate !== undefined
      ? mate.ref
      : { why: 'many partners', name: wish };
  }

  #teamOf(draft: Draft): string | null {
    const self = this.#named(draft.person.name).find((one) => one.draft === draft);
    return self?.team ?? null;
  }

  #named(name: string): readonly Candidate[] {
    const found = this.#byName.of(name);
    return found.length > 0 ? found : this.#byName.of(firstLast(name));
  }
}

/** Those of a list who would go with somebody while others of them stay at another table: no plan holds them. */
function sittingApart(drafts: readonly Draft[], room: Room): Draft[] {
  const torn = tornAmong([...room.people, ...drafts.map(goingAs)]);
  const ids = new Set(torn.flat().map(({ id }) => id));
  return drafts.filter(
    ({ span, person: { fixedAt, goesWith } }) =>
      ids.has(lineKey(span.from)) && (fixedAt !== null || goesWith !== null),
  );
}
