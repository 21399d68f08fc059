/** What is being pasted, kept while somebody looks at another part of the page. */
import { fold, type WireCommand } from '@tablecloth/shared/cafe';
import {
  beneath,
  leftOver,
  peopleToTakeIn,
  readPeople,
  readTeams,
  teamsToTakeIn,
  withLine,
  type PeopleList,
  type Room,
  type TeamList,
  type UnknownTeam,
} from '@tablecloth/shared/intake';
import { v4, v7 } from 'uuid';
import type { Reply } from '../../lib/http.ts';

export type ListKind = 'people' | 'teams';

type Read = { kind: 'people'; list: PeopleList } | { kind: 'teams'; list: TeamList };
type Send = (message: { id: string; command: WireCommand }) => Promise<Reply<object>>;

/** What became of the last "Add". */
export type Added =
  | { ok: true; people: number; teams: number; filled: number; left: number }
  | { ok: false; refusal: Extract<Reply<object>, { ok: false }>['refusal'] };

/**
 * What became of a file that was chosen: it stands beneath the lines that were there, or somebody says
 * first whether it takes their place, because its columns are others or it was chosen before.
 */
export type Taken = 'beneath' | { name: string; text: string; because: 'columns' | 'again' };

export class ListDraft {
  kind = $state<ListKind>('people');
  makeTeams = $state(false);
  repeatedAreOthers = $state(false);
  nextTables = $state(false);
  added = $state.raw<Added | null>(null);
  #files = $state.raw<Partial<Record<ListKind, Taken>>>({});
  /** The files whose lines are in the texts, and the text when the last one came. */
  #from: Record<ListKind, { names: readonly string[]; text: string }> = {
    people: { names: [], text: '' },
    teams: { names: [], text: '' },
  };
  /** What misspelt teams are taken for; see `PeopleWishes`. */
  #taken = $state.raw<ReadonlyMap<string, string>>(new Map());
  #texts = $state<Record<ListKind, string>>({ people: '', teams: '' });
  #sending = $state(false);
  /** What was sent without an answer: sent again as it was, it is done once. */
  #unanswered: { key: string; message: { id: string; command: WireCommand } } | null = null;

  get text(): string {
    return this.#texts[this.kind];
  }

  set text(text: string) {
    this.#texts[this.kind] = text;
    this.added = null;
    this.#say(undefined);
  }

  get taken(): Taken | undefined {
    return this.#files[this.kind];
  }

  /** Takes a file without losing a line that is there. */
  takeFile(name: string, found: string, room: Room): void {
    const { kind, text } = this;
    const { names, text: then } = this.#from[kind];
    const isAgain = text.trim() !== '' && names.includes(name);
    // Untouched since: the file itself was put right.
    const isUntouched = names.length === 1 && text === then;
    const both = isAgain ? null : beneath(kind, text, found, room);
    if (isAgain && isUntouched) this.#put([name], found);
    else if (both === null) {
      this.#say({ name, text: found, because: isAgain ? 'again' : 'columns' });
    } else if (text.trim() === '') this.#put([name], both);
    else {
      this.#put([...names, name], both);
      this.#say('beneath');
    }
  }

  /** The answer where a file could not stand beneath the lines. */
  answer(inTheirPlace: boolean): void {
    const { taken } = this;
    if (taken === undefined || taken === 'beneath') return;
    if (inTheirPlace) this.#put([taken.name], taken.text);
    else this.#say(undefined);
  }

  #put(names: readonly string[], text: string): void {
    this.text = text;
    this.#from[this.kind] = { names, text };
  }

  #say(taken: Taken | undefined): void {
    this.#files = { ...this.#files, [this.kind]: taken };
  }

  get isSending(): boolean {
    return this.#sending;
  }

  read(room: Room): Read {
    const { kind, text, makeTeams, repeatedAreOthers, nextTables } = this;
    const wishes = { makeTeams, repeatedAreOthers, taken: this.#taken };
    return kind === 'people'
      ? { kind, list: readPeople(text, room, wishes) }
      : { kind, list: readTeams(text, room, { nextTables }) };
  }

  /** Takes a team that is not there for the one it is like, in all its lines; or no longer. */
  take({ name, like, isTaken }: UnknownTeam): void {
    const taken = new Map(this.#taken);
    if (isTaken || like === null) taken.delete(fold(name));
    else taken.set(fold(name), like.id);
    this.#taken = taken;
    this.added = null;
  }

  /** Puts a heading above lines that are surnames and first names. */
  headSurnames(): void {
    this.text = `Surname,First name\n${this.text}`;
  }

  /** Writes one line anew. */
  rewrite({ list }: Read, from: number, written: string): void {
    this.text = withLine(list, from, written);
  }

  /** Sends what was understood; the lines that were not stay. */
  async add(read: Read, room: Room, send: Send): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    const { kind, makeTeams, repeatedAreOthers, nextTables } = this;
    const wishes = [makeTeams, repeatedAreOthers, nextTables, [...this.#taken]];
    const key = JSON.stringify([kind, this.text, ...wishes]);
    if (this.#unanswered?.key !== key) {
      const taking =
        read.kind === 'people' ? peopleToTakeIn(read.list, room, v4) : teamsToTakeIn(read.list, v4);
      this.#unanswered = { key, message: { id: v7(), command: { kind: 'takeIn', ...taking } } };
    }
    const { message } = this.#unanswered;
    const answer = await send(message);
    this.#sending = false;
    if (answer.ok || answer.refusal.code !== 'no network') this.#unanswered = null;
    if (!answer.ok) {
      this.added = { ok: false, refusal: answer.refusal };
      return;
    }
    const left = read.list.lines.filter(({ is }) => is === 'unclear').length;
    this.#texts[read.kind] = leftOver(read.list);
    this.#say(undefined);
    const { command } = message;
    if (command.kind !== 'takeIn') return;
    const { people, teams, filled = [] } = command;
    this.added = {
      ...{ ok: true, people: people.length, teams: teams.length },
      ...{ filled: new Set(filled.map(({ team }) => team)).size, left },
    };
  }
}
