/**
 * What a facilitator has pressed and has no answer to yet. Each button has a key: while its press is
 * on its way, or has just had an effect, the same button does nothing, so that nothing doubles on a
 * double tap. Without a line a press waits in sight, through a reload too, and is sent when the line is
 * back. A press for a moment that has gone is then refused by its phase; where there is none to refuse
 * it by, or when it has waited for longer than somebody would still mean it, it is not sent, and that
 * is said.
 */
import type { Command, CommandOf, WireCommand } from '@tablecloth/shared/cafe';
import type { CommandAnswer } from '@tablecloth/shared/protocol';
import { v7 as uuid } from 'uuid';
import type { Connection } from '../lib/connection.svelte.ts';
import type { Device } from '../lib/device.ts';
import type { Reply } from '../lib/http.ts';
import type { KeptPress, KeptPresses } from './kept-presses.ts';

export type Answered = Reply<CommandAnswer>;
export type PressRefusal = Extract<Answered, { ok: false }>['refusal'];

/** The key of everything that moves the programme: of those only one goes at a time. */
export const PROGRAMME = 'programme';

/** Longer than a double tap, shorter than a person who means it. */
const REST_MS = 700;
/** Somebody who has waited for so long looks again before they press. */
const MEANT_MS = 120_000;
/** Of these it does not matter when they are done. */
const TIMELESS = new Set<WireCommand['kind']>([
  'check',
  'checkIn',
  'addPerson',
  'depart',
  'expect',
  'host',
  // While these wait, what was typed may stand in no box any more.
  'describeCafe',
  'askAtTable',
  'describeTeam',
  'wishToHost',
  'changePerson',
  'addTable',
  'describeTable',
  'addTeam',
  'nameTeam',
]);

export interface Refused {
  label: string;
  refusal: PressRefusal;
}

export class Presses {
  readonly #device: Device;
  readonly #line: Pick<Connection, 'command'>;
  readonly #kept: KeptPresses;
  readonly #toldRound: () => number | null;
  #pending = $state.raw<readonly KeptPress[]>([]);
  #resting = $state(false);
  #refusal = $state.raw<Refused | null>(null);
  #done = $state.raw<number | null>(null);
  #cancelRest: (() => void) | null = null;

  /** `toldRound`: the round people are seated in now, null for none. */
  constructor(
    device: Device,
    line: Pick<Connection, 'command'>,
    kept: KeptPresses,
    toldRound: () => number | null,
  ) {
    this.#device = device;
    this.#line = line;
    this.#kept = kept;
    this.#toldRound = toldRound;
  }

  /** Takes up what had no answer when this page was last closed. */
  resume(): void {
    for (const press of this.#kept.all()) {
      if (!this.#pending.some(({ id }) => id === press.id)) void this.#send(press);
    }
  }

  /** Those without an answer: `label` is what stood on the button. */
  get pending(): readonly KeptPress[] {
    return this.#pending;
  }

  /** The last no, until it is dismissed or something else is pressed; who was faster, also until the next step. */
  get refusal(): Refused | null {
    return this.#refusal;
  }

  /** The number of what was last done here in the list of what happened, until something else is pressed. */
  get done(): number | null {
    return this.#done;
  }

  isPending(key: string): boolean {
    return this.#pending.some((one) => one.key === key);
  }

  /** What waits under this key to be said, where it is a command of this kind. */
  waiting<K extends WireCommand['kind']>(key: string, kind: K): CommandOf<K> | null {
    const isOf = (command: Command): command is CommandOf<K> => command.kind === kind;
    return (
      this.#pending
        .filter((one) => one.key === key)
        .map(({ command }) => command)
        .find(isOf) ?? null
    );
  }

  /** Whether a press of this key would do nothing now. */
  isBusy(key: string): boolean {
    return this.isPending(key) || (key === PROGRAMME && this.#resting);
  }

  /** Sends a command unless its button is busy; true when it was done. */
  async press(key: string, label: string, command: WireCommand): Promise<boolean> {
    if (this.isBusy(key)) return false;
    this.#refusal = null;
    this.#done = null;
    const press = {
      id: uuid(),
      key,
      label,
      command,
      at: this.#device.wall(),
      round: this.#toldRound(),
    };
    this.#kept.keep(press);
    return this.#send(press);
  }

  async #send(press: KeptPress): Promise<boolean> {
    const { id, key, label, command, at, round } = press;
    this.#pending = [...this.#pending, press];
    const isTimeless = TIMELESS.has(command.kind);
    const leftMs = () => at + MEANT_MS - this.#device.wall();
    const answer = await this.#line.command(command, {
      id,
      ...(isTimeless ? {} : { withinMs: Math.max(0, leftMs()) }),
      // The device may have slept; and a seat is given in whichever round people are told.
      isMeant: () =>
        isTimeless || (leftMs() > 0 && (command.kind !== 'move' || round === this.#toldRound())),
    });
    this.#kept.drop(id);
    this.#pending = this.#pending.filter((other) => other !== press);
    if (key === PROGRAMME) this.rest();
    if (answer.ok) this.#done = answer.undo ?? answer.factNumber;
    else this.#refusal = { label, refusal: answer.refusal };
    return answer.ok;
  }

  /** Programme buttons do nothing for a moment: what they say has just changed. */
  rest(): void {
    this.#cancelRest?.();
    this.#resting = true;
    this.#cancelRest = this.#device.after(REST_MS, () => {
      this.#resting = false;
      this.#cancelRest = null;
    });
  }

  /** That somebody had done it already is no news once the step after it has begun, at `startedAt`. */
  stepBegan(startedAt: number): void {
    const no = this.#refusal?.refusal;
    if (no !== undefined && 'at' in no && no.at < startedAt) this.#refusal = null;
  }

  dismiss(): void {
    this.#refusal = null;
  }

  close(): void {
    this.#cancelRest?.();
  }
}
