/** A small café for tests: two rounds, three tables, a team at each, and a clock that tests move. */
import { plan } from '../rotation/index.ts';
import type { Actor } from './actor.ts';
import { apply, withNames } from './apply.ts';
import type { Cafe } from './cafe.ts';
import { thinkThrough, thoughtChanges, type Change, type TableChange } from './closing.ts';
import type { Command, CommandOf } from './command.ts';
import { personChange } from './decide-by-hand.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import type { Definition, Listed, Table } from './definition.ts';
import { emptyCafe } from './empty-cafe.ts';
import type { FactBody } from './fact.ts';
import { found } from './found.ts';
import type { Step } from './programme.ts';
import { repairInstance, type SeatChange } from './repair.ts';
import type { Proposal } from './rotation.ts';

export const MINUTE = 60_000;
export const facilitator: Actor = { role: 'facilitator', label: 'Facilitator 1' };
export const secondFacilitator: Actor = { role: 'facilitator', label: 'Facilitator 2' };
export const clock = { role: 'clock' } as const;

const round = (number: number): Step => ({
  kind: 'round',
  minutes: 15,
  round: number,
  beats: [
    { kind: 'story', minutes: 5 },
    { kind: 'talk', minutes: 7 },
    { kind: 'write', minutes: 3 },
  ],
});

export const smallProgramme: Step[] = [
  { kind: 'doors', minutes: 30 },
  { kind: 'welcome', minutes: 15, title: 'Welcome' },
  { kind: 'move', minutes: 3, round: 1 },
  round(1),
  { kind: 'grace', minutes: 1, round: 1 },
  { kind: 'move', minutes: 2, round: 2 },
  round(2),
  { kind: 'grace', minutes: 1, round: 2 },
  { kind: 'break', minutes: 20, title: 'Coffee' },
  { kind: 'home', minutes: 15, round: 3 },
  { kind: 'panel', minutes: 40, title: 'Panel' },
  { kind: 'feedback', minutes: 10, title: 'Thank you' },
];

export function smallDefinition(change: Partial<Definition> = {}): Definition {
  return {
    title: 'A small morning',
    organisation: 'Tarn Valley',
    question: 'What helped?',
    homeQuestion: 'What did we hear?',
    panelQuestion: 'What would you ask?',
    notice: 'Please don’t name patients.',
    programme: smallProgramme,
    tables: [1, 2, 3].map((number) => ({
      id: `t${number}`,
      number,
      place: '',
      chairs: 6,
    })),
    teams: [1, 2, 3].map((number) => ({
      id: `team${number}`,
      name: `Team ${number}`,
      topic: `Topic ${number}`,
      question: '',
      homeTable: `t${number}`,
    })),
    hostsPerTable: 1,
    pace: 1,
    opensAt: null,
    keepDays: 30,
    ...change,
  };
}

/** Runs commands against the rules as the server does: decide, apply, go on. */
export class Rehearsal {
  cafe: Cafe;
  now: number;
  #people = 0;

  constructor(definition: Definition = smallDefinition(), people: Listed[] = [], now = 1_000_000) {
    this.now = now;
    this.cafe = emptyCafe('cafe');
    const { facts, names } = found({ definition, people });
    this.#append(facts, clock);
    this.cafe = withNames(this.cafe, names);
  }

  do(command: Command, by: Actor = facilitator, proposal: Proposal | null = null): Decision {
    const decision = decide(this.cafe, command, by, this.now, proposal);
    if ('facts' in decision) {
      this.#append(decision.facts, by);
      this.cafe = withNames(this.cafe, decision.names ?? []);
    }
    return decision;
  }

  next(): Decision {
    return this.do({ kind: 'next', phase: this.cafe.phase });
  }

  tick(): Decision {
    return this.do({ kind: 'tick', phase: this.cafe.phase }, clock);
  }

  join(name: string, team: string | null, claim: 'same' | 'new' | null = null): Decision {
    this.#people += 1;
    return this.do({ kind: 'join', person: `p${this.#people}`, name, team, claim }, clock);
  }

  /** Joins `count` people, spread over the teams. */
  fill(count: number): void {
    const { teams } = this.cafe.definition;
    for (let i = 0; i < count; i += 1) {
      this.join(`Person ${i + 1}`, teams[i % teams.length]?.id ?? null);
    }
  }

  /** Lets deadlines pass one after another until the step at `index` runs, pressing where it waits. */
  goTo(index: number): void {
    for (let guard = 0; guard < 100; guard += 1) {
      const { stage } = this.cafe;
      if (stage.at === 'step' && stage.index === index) return;
      this.next();
    }
    throw new Error(`step ${index} was not reached`);
  }

  wait(ms: number): this {
    this.now += ms;
    return this;
  }

  #append(facts: readonly FactBody[], by: Actor): void {
    for (const body of facts) {
      this.cafe = apply(this.cafe, {
        number: this.cafe.factNumber + 1,
        at: this.now,
        by: by.role === 'screen' ? clock : by,
        body,
      });
    }
  }
}

/** So many people of three teams, before anybody has a seat. */
export function atTheDoors(people = 9): Rehearsal {
  const room = new Rehearsal();
  room.next();
  room.fill(people);
  return room;
}

/** The same in round 1, a host at each table. */
export function inRoundOne(people = 9): Rehearsal {
  const room = atTheDoors(people);
  room.goTo(3);
  return room;
}

/** The number of what was done last and may be undone. */
export function newestDeed({ cafe }: Rehearsal): number {
  return cafe.deeds[0]?.fact ?? 0;
}

export function undo(room: Rehearsal, fact = newestDeed(room)): Decision {
  return room.do({ kind: 'undo', fact });
}

/** Of a no; null where something was done. */
export function codeOf(decision: Decision): string | null {
  return 'refusal' in decision ? decision.refusal.code : null;
}

/** Previews a repair of the coming rounds and applies it. */
export function repair(room: Rehearsal): Decision {
  const instance = repairInstance(room.cafe);
  const proposal = instance && { instance, planned: plan(instance, 1, false) };
  const preview = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a10';
  return room.do({ kind: 'applyRepair', preview }, facilitator, proposal);
}

const PREVIEW = '5f0c954c-2d5a-4c9b-9d0e-3c1f1b0e8a10';

interface Made {
  changes: SeatChange[];
  done: Decision;
}

/** Previews a change and makes it. */
function make(room: Rehearsal, change: Change, command: (preview: string | null) => Command): Made {
  const thought = thinkThrough(room.cafe, change);
  if ('refusal' in thought) return { changes: [], done: thought };
  const { instance } = thought;
  const proposal = instance && { instance, planned: plan(instance, 1, false) };
  const changes = thoughtChanges(room.cafe, thought, proposal)?.changes ?? [];
  const preview = proposal === null ? null : PREVIEW;
  return { changes, done: room.do(command(preview), facilitator, proposal) };
}

/** Previews the closing or opening of a table and makes it. */
export function makeChange(room: Rehearsal, change: TableChange): Made {
  const { table, closed } = change;
  return make(room, change, (preview) =>
    closed === null
      ? { kind: 'openTable', table, preview }
      : { kind: 'closeTable', table, reason: closed, preview },
  );
}

export type PersonWish = Omit<CommandOf<'changePerson'>, 'kind' | 'preview'>;

/** Previews what is to be changed of somebody and makes it. */
export function changeByHand(room: Rehearsal, wish: PersonWish): Made {
  const changed = personChange(room.cafe, wish);
  if ('refusal' in changed) return { changes: [], done: changed };
  return make(room, { changed }, (preview) => ({ kind: 'changePerson', ...wish, preview }));
}

/** Previews a table more and adds it. */
export function addByHand(room: Rehearsal, added: Table): Made {
  const { id: table, number, place, chairs } = added;
  return make(room, { added }, (preview) => ({
    ...{ kind: 'addTable', table, number, place, chairs, preview },
  }));
}
