/**
 * A café with everybody's raw frames judged by the written table. Time stands still but when a test
 * lets it pass, and every frame is in before the next thing happens, so it is known of each frame in
 * which state of the café it was sent.
 */
import { apply, emptyCafe, type Cafe, type Seating } from '@tablecloth/shared/cafe';
import type { ExchangeAnswer, JoinAnswer, LayAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { v7 as uuid } from 'uuid';
import { fromStored } from '../../src/cafes/stored-fact.ts';
import type { FakeTime } from '../fake-time.ts';
import { call, type TestServer } from '../fixture.ts';
import { Phone } from '../phone.ts';
import { Ear, type Frame } from './ear.ts';
import { markedCafe } from './marked-cafe.ts';
import { mayReceive, type Reader } from './table.ts';
import type { Canary, Words } from './words.ts';

/** A server, its time, and what was heard in all of its cafés. */
export interface Listening {
  server: TestServer;
  time: FakeTime;
  words: Words;
  /** How often each canary reached each role, as `role way kind`. */
  heard: Map<string, number>;
}

export interface Leak {
  role: Reader['role'];
  of: Canary['of'];
  raw: string;
}

type Who = Pick<Reader, 'role'> & { team?: string; person?: string; phone?: string };

export class MarkedCafe {
  readonly ears: Ear[] = [];
  readonly leaks: Leak[] = [];
  readonly around: Listening;
  readonly made: MadeCafe;
  #states = new Map<number, Cafe>();
  #now: Cafe;

  static async open(
    around: Listening,
    seating: Seating = 'scatter',
    hostsPerTable = 1,
  ): Promise<MarkedCafe> {
    const { server, words } = around;
    const { founding, plant } = markedCafe(words, seating, hostsPerTable);
    const { json } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body: founding });
    plant(json.cafe);
    const marked = new MarkedCafe(around, json);
    marked.#keepSecret(json.code, json.session, secretOf(json.links.join));
    marked.#connect(json.session, { role: 'facilitator' });
    const { screen, facilitate, teams } = json.links;
    for (const link of [screen, facilitate, ...teams.map((team) => team.link)]) {
      const body = { secret: secretOf(link) };
      const answer = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body });
      const { session, role, team } = answer.json;
      marked.#keepSecret(body.secret, session);
      marked.#connect(session, { role, ...(team === null ? {} : { team }) });
    }
    await marked.settle();
    await marked.ears[0]?.phone.command({ kind: 'next', phase: 0 });
    await marked.judge('at once');
    for (const { name, team, withoutPhone } of founding.people) {
      if (!withoutPhone) await marked.join(name, team);
    }
    await marked.lay(1);
    await marked.judge('at once');
    return marked;
  }

  private constructor(around: Listening, made: MadeCafe) {
    this.around = around;
    this.made = made;
    this.#now = emptyCafe(made.cafe);
  }

  /** The café as of the last thing that was judged. */
  get cafe(): Cafe {
    return this.#now;
  }

  /** Somebody joins with this name and connects. */
  async join(name: string, team: string | null): Promise<void> {
    const body = { door: this.made.code, name, team, claim: null };
    const { status, json } = await call<JoinAnswer>(this.around.server, 'POST', '/api/join', {
      body,
    });
    if (status !== 201) return;
    this.plantName(name, json.person);
    this.#keepSecret(json.session);
    this.#connect(json.session, { role: 'person', person: json.person });
  }

  /** A device is laid on the table with this number and connects. */
  async lay(table: number): Promise<void> {
    const body = { phone: uuid(), door: this.made.code, table };
    const { server } = this.around;
    const { status, json } = await call<LayAnswer>(server, 'POST', '/api/lay', { body });
    if (status !== 201) return;
    this.#keepSecret(json.session);
    this.#connect(json.session, { role: 'table', phone: json.phone });
  }

  plantName(name: string, person: string): void {
    const { words } = this.around;
    const [first = '', last = ''] = name.split(' ');
    const cafe = this.made.cafe;
    words.plant(first, { of: 'first name', cafe, person });
    words.plant(last, { of: 'surname', cafe, person });
    words.plant(person, { of: 'person id', cafe, person });
  }

  /** The same device comes back on a new connection. */
  reconnect(ear: Ear): void {
    ear.phone.socket.disconnect();
    this.ears.splice(this.ears.indexOf(ear), 1);
    const { session } = ear.phone.socket.auth as { session: string };
    this.#connect(session, ear.me);
  }

  /** A device that was taken from its table is no longer connected. */
  cutOff(device: string): void {
    const at = this.ears.findIndex(({ me }) => me.role === 'table' && me.phone === device);
    if (at >= 0) this.ears.splice(at, 1);
  }

  async pass(ms: number): Promise<void> {
    await this.around.time.pass(ms);
    await this.judge('in between');
  }

  /** Everything sent so far has arrived. */
  async settle(): Promise<void> {
    await Promise.all(this.ears.map(({ phone }) => phone.settled()));
  }

  /**
   * Judges what came since the last time. What follows a command was sent after its commit, `at
   * once`; while time passes bells ring, and each says with its first slice from where it holds.
   */
  async judge(sent: 'at once' | 'in between'): Promise<void> {
    await this.settle();
    const before = this.#now;
    await this.#catchUp();
    for (const ear of this.ears) {
      let at = sent === 'at once' ? this.#now : before;
      for (const frame of ear.drain()) {
        const { factNumber } = frame;
        if (factNumber !== null && factNumber > at.factNumber) {
          at = this.#states.get(factNumber) ?? this.#now;
        }
        this.leaks.push(...this.leaksIn(frame, ear.me, at));
      }
    }
  }

  leaksIn({ raw, way }: Frame, me: Reader, cafe: Cafe): Leak[] {
    const { words, heard } = this.around;
    return words.in(raw).flatMap((canary) => {
      const key = `${me.role} ${way} ${canary.of}`;
      heard.set(key, (heard.get(key) ?? 0) + 1);
      const may = mayReceive({ cafe, me }, way, canary);
      return may ? [] : [{ role: me.role, of: canary.of, raw }];
    });
  }

  close(): void {
    for (const { phone } of this.ears) phone.socket.disconnect();
  }

  async #catchUp(): Promise<void> {
    const facts = await this.around.server.store.factsAfter(this.made.cafe, this.#now.factNumber);
    for (const fact of facts.map(fromStored)) {
      this.#now = apply(this.#now, fact);
      this.#states.set(fact.number, this.#now);
    }
  }

  #connect(session: string, who: Who): void {
    const phone = new Phone(this.around.server, session);
    this.ears.push(new Ear(phone, { ...who, cafe: this.made.cafe }));
  }

  #keepSecret(...secrets: string[]): void {
    for (const secret of secrets) {
      this.around.words.plant(secret, { of: 'secret', cafe: this.made.cafe });
    }
  }
}

function secretOf(link: string): string {
  return link.split('#')[1] ?? '';
}
