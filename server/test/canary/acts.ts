/** What may happen in a marked café, at random, and how it is done over the wire. */
import { toldRound, type Step } from '@tablecloth/shared/cafe';
import fc from 'fast-check';
import { v4 as uuidV4, v7 as uuidV7 } from 'uuid';
import { Replica } from '../phone.ts';
import type { Ear } from './ear.ts';
import type { MarkedCafe } from './listening.ts';
import { seat } from './table.ts';

/** Numbers choose somebody or something modulo how many there are. */
type Page = 'mine' | { table: number; round: number };
export type Act =
  | { do: 'press'; kind: 'next' | 'ring' | 'back' | 'pause' | 'resume' | 'close' | 'extend' }
  | { do: 'sit' | 'move' | 'host'; who: number; table: number; round: number }
  | { do: 'take away'; who: number; round: number }
  | { do: 'check in' | 'add' | 'join'; who: number }
  | { do: 'write' | 'read' | 'open' | 'leave' | 'presence'; who: number; page: Page }
  | { do: 'depart' | 'repair' | 'look at repair' | 'undo repair'; who: number }
  | { do: 'close table' | 'open table'; table: number }
  | { do: 'ask panel'; who: number; page: Page }
  | { do: 'erase'; who: number; by: number; page: Page }
  | { do: 'show' | 'hide' | 'take off'; which: number }
  | { do: 'host now' | 'hand over'; who: number; to: number }
  | { do: 'time'; step: number; minutes: number }
  | { do: 'seat the rest' }
  | { do: 'sit anywhere'; who: number }
  | { do: 'undo'; which: number }
  | { do: 'plan ahead'; how: 'keep' | 'anew' | 'drop' }
  | { do: 'undo times' | 'undo plan' }
  | { do: 'plan'; step: number; what: number }
  | { do: 'describe cafe'; which: number }
  | { do: 'describe team' | 'wish to host'; who: number; which: number; round: number }
  | { do: 'hello' | 'reconnect'; who: number }
  /** Opens the page of their table, changes tables, and a former table-mate goes on writing. */
  | { do: 'wander'; who: number; table: number }
  /** Adds something to a page of an earlier round, which then everybody wants to read. */
  | { do: 'look back'; who: number; page: { table: number; round: number } }
  | { do: 'lay'; table: number }
  | { do: 'take phone' | 'sign'; who: number; to: number }
  | { do: 'sleep' };

const PEOPLE_MAX = 13;
const who = fc.nat(40);
const table = fc.nat(2);
const round = fc.integer({ min: 1, max: 3 });
const mine = fc.constant<Page>('mine');
const page: fc.Arbitrary<Page> = fc.oneof(mine, mine, fc.record({ table, round }));

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      kind: fc.constantFrom(
        ...(['next', 'next', 'next', 'next', 'next', 'ring', 'ring', 'back', 'back'] as const),
        ...(['pause', 'resume', 'extend', 'close'] as const),
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('sit', 'sit', 'move', 'host'), who, table, round }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take away' as const), who, round }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('check in', 'add', 'join'), who }) },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constantFrom(
        ...(['write', 'write', 'write', 'read', 'read', 'open', 'open', 'leave'] as const),
        ...(['presence', 'presence'] as const),
      ),
      who,
      page,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('depart', 'repair', 'look at repair', 'undo repair'),
      who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('close table', 'open table'), table }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('host now', 'hand over'), who, to: fc.nat(5) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('time' as const),
      step: fc.nat(11),
      minutes: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('seat the rest' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sit anywhere' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      step: fc.nat(11),
      what: fc.nat(3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('describe cafe' as const), which: fc.nat(20) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan ahead' as const),
      how: fc.constantFrom('keep' as const, 'keep' as const, 'anew' as const, 'drop' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('undo times', 'undo plan') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('describe team', 'wish to host'),
      who,
      which: fc.nat(20),
      round,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask panel' as const), who, page }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('erase' as const), who, by: who, page }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('show', 'show', 'hide', 'take off'),
      which: fc.nat(20),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('hello', 'reconnect'), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wander' as const), who, table }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('look back' as const),
      who,
      page: fc.record({ table, round: fc.constantFrom(1, 1, 2) }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lay' as const), table }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('sign', 'sign', 'take phone'),
      who,
      to: fc.nat(5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const) }) },
);

/** An act and how many ms pass after it; with 0 what it set going is still under way at the next. */
export const acts = fc.array(
  fc.record({ act, then: fc.constantFrom(0, 0, 50, 300, 1_500, 6_000) }),
  { minLength: 3, maxLength: 9 },
);

export async function perform(marked: MarkedCafe, one: Act): Promise<void> {
  const { cafe, ears, around } = marked;
  const facilitator = ears.find(({ me }) => me.role === 'facilitator');
  if (facilitator === undefined) throw new Error('nobody facilitates');
  const people = Object.keys(cafe.people);
  switch (one.do) {
    case 'press': {
      const { stage, phase } = cafe;
      const endsAt = 'endsAt' in stage ? stage.endsAt : 0;
      await facilitator.phone.command(
        one.kind === 'extend' ? { kind: 'extend', endsAt, minutes: 2 } : { kind: one.kind, phase },
      );
      break;
    }
    case 'sit':
      await pick(ears, one.who).phone.command({ kind: 'sit', table: tableOf(marked, one.table) });
      break;
    case 'sit anywhere':
      await pick(ears, one.who).phone.command({ kind: 'sitAnywhere' });
      break;
    case 'seat the rest': {
      const round = toldRound(cafe.definition.programme, cafe.stage) ?? 0;
      await facilitator.phone.command({ kind: 'seatRest', round });
      break;
    }
    case 'move': {
      const person = pick(people, one.who);
      const to = tableOf(marked, one.table);
      await facilitator.phone.command({ kind: 'move', person, table: to });
      break;
    }
    case 'host':
    case 'take away': {
      const to = one.do === 'host' ? tableOf(marked, one.table) : null;
      const person = pick(people, one.who);
      await facilitator.phone.command({ kind: 'host', person, round: one.round, table: to });
      break;
    }
    case 'check in':
      await facilitator.phone.command({ kind: 'checkIn', person: pick(people, one.who) });
      break;
    case 'add':
    case 'join':
      if (people.length < PEOPLE_MAX) await newcomer(marked, facilitator, one.do, one.who);
      break;
    case 'depart':
      await facilitator.phone.command({ kind: 'depart', person: pick(people, one.who) });
      break;
    case 'repair': {
      await facilitator.phone.command({ kind: 'depart', person: pick(people, one.who) });
      const seen = await facilitator.phone.ask('preview repair', {});
      if (!seen.ok || seen.preview === null) break;
      await facilitator.phone.command({ kind: 'applyRepair', preview: seen.preview });
      break;
    }
    case 'look at repair':
      await pick(ears, one.who).phone.ask('preview repair', {});
      await pick(ears, one.who).phone.ask('preview seating', {});
      break;
    case 'close table':
    case 'open table': {
      const id = tableOf(marked, one.table);
      const closes = one.do === 'close table';
      const seen = await facilitator.phone.ask('preview repair', { table: { id, closes } });
      if (!seen.ok) break;
      const { preview } = seen;
      const reason = around.words.make();
      around.words.plant(reason, { of: 'reason', cafe: marked.made.cafe });
      await facilitator.phone.command(
        closes
          ? { kind: 'closeTable', table: id, reason, preview }
          : { kind: 'openTable', table: id, preview },
      );
      break;
    }
    case 'undo repair':
      await facilitator.phone.command({ kind: 'undoRepair' });
      break;
    case 'host now':
      await pick(ears, one.who).phone.command({ kind: 'hostNow', isHosting: one.to % 2 === 0 });
      break;
    case 'hand over': {
      const { me, phone } = pick(ears, one.who);
      const round = toldRound(cafe.definition.programme, cafe.stage);
      const at = me.role === 'person' ? seat(cafe, me.person, round) : null;
      const there = people.filter((id) => seat(cafe, id, round) === at);
      const name = cafe.names[there[one.to] ?? ''] ?? '';
      await phone.command({ kind: 'handOver', index: one.to, name });
      break;
    }
    case 'time': {
      const steps = [{ index: one.step, minutes: one.minutes }];
      await facilitator.phone.command({
        ...{ kind: 'timeSteps', phase: cafe.phase, edition: cafe.edition, steps },
      });
      break;
    }
    case 'plan ahead':
      await facilitator.phone.command({ kind: 'planAhead', how: one.how });
      break;
    case 'undo times':
      await facilitator.phone.command({ kind: 'undoTimes' });
      break;
    case 'undo': {
      const deed = cafe.deeds[one.which];
      if (deed !== undefined) await facilitator.phone.command({ kind: 'undo', fact: deed.fact });
      break;
    }
    case 'undo plan':
      await facilitator.phone.command({ kind: 'undoPlan' });
      break;
    case 'plan':
      await changePlan(marked, facilitator, one.step, one.what);
      break;
    case 'describe cafe':
      await describeCafe(marked, facilitator, one.which);
      break;
    case 'describe team':
      await describe(marked, pick(ears, one.who), one.which);
      break;
    case 'wish to host': {
      const person = pick(people, one.which);
      const { phone } = pick(ears, one.who);
      await phone.command({ kind: 'wishToHost', person, rounds: [one.round] });
      break;
    }
    case 'ask panel': {
      const mates = ears.filter(({ me }) => me.role === 'person');
      const ear = pick(mates, one.who);
      const ref = await write(marked, ear, pageOf(marked, ear, one.page));
      await marked.pass(50);
      await ear.phone.command({ kind: 'askPanel', ...ref, isAsked: true });
      await ear.phone.command({ kind: 'passOn', ...ref, isPicked: true });
      break;
    }
    case 'erase': {
      const mates = ears.filter(({ me }) => me.role === 'person');
      const mate = pick(mates, one.who);
      const ref = await write(marked, mate, pageOf(marked, mate, one.page));
      await marked.pass(50);
      await pick(ears, one.by).phone.ask('erase note', ref);
      break;
    }
    case 'show':
    case 'hide': {
      if (cafe.panel.length === 0) break;
      const { page, card } = pick(cafe.panel, one.which);
      await facilitator.phone.command(
        one.do === 'show'
          ? { kind: 'showQuestion', question: { page, card } }
          : { kind: 'hideQuestion', page, card, isHidden: one.which % 3 !== 0 },
      );
      break;
    }
    case 'take off':
      await facilitator.phone.command({ kind: 'showQuestion', question: null });
      break;
    case 'hello':
      await pick(ears, one.who).phone.ask('hello', {
        unsaved: [{ page: 't1.1', replica: uuidV4(), n: 3 }],
      });
      break;
    case 'reconnect':
      marked.reconnect(pick(ears, one.who));
      break;
    case 'wander':
      await wander(marked, pick(ears, one.who), one.table);
      break;
    case 'look back': {
      const mates = ears.filter(({ me }) => me.role === 'person');
      await atPage(marked, pick(mates, one.who), { ...one, do: 'write' });
      await marked.pass(50);
      for (const ear of ears) await atPage(marked, ear, { ...one, do: 'read' });
      break;
    }
    case 'lay':
      await marked.lay(one.table + 1);
      break;
    case 'take phone': {
      const [phone = ''] = Object.keys(cafe.tablePhones).slice(1);
      if (phone === '') break;
      const { me, phone: taker } = pick(ears, one.who);
      // A device that ends itself is cut off before it hears an answer.
      const isItself = me.role === 'table' && me.phone === phone;
      const { ok } = await taker.command({ kind: 'takePhone', phone }).catch((error: unknown) => {
        if (!isItself) throw error;
        return { ok: true };
      });
      if (ok) marked.cutOff(phone);
      break;
    }
    case 'sign': {
      const devices = ears.filter(({ me }) => me.role === 'table');
      const ear = pick(devices, one.who);
      const ref = await write(marked, ear, pageOf(marked, ear, 'mine'));
      await marked.pass(50);
      const [table = '', round = ''] = ref.page.split('.');
      const there = Object.keys(marked.cafe.people).filter(
        (id) => seat(marked.cafe, id, Number(round)) === table,
      );
      const name = marked.cafe.names[there[one.to] ?? ''] ?? '';
      await ear.phone.command({ kind: 'signCard', ...ref, voice: { index: one.to, name } });
      break;
    }
    case 'sleep':
      around.time.suspend(100_000);
      break;
    default:
      await atPage(marked, pick(ears, one.who), one);
  }
}

async function newcomer(
  marked: MarkedCafe,
  facilitator: Ear,
  way: 'add' | 'join',
  who: number,
): Promise<void> {
  const { words } = marked.around;
  const name = `${words.make()} ${words.make()}`;
  const team = pick(['a', 'b', null], who);
  if (way === 'join') return marked.join(name, team);
  const person = uuidV4();
  marked.plantName(name, person);
  await facilitator.phone.command({ kind: 'addPerson', person, name, team, withoutPhone: true });
}

/** A speech, a round with a question of its own, or one thing less, somewhere in what is to come. */
async function changePlan(
  { cafe, made, around: { words } }: MarkedCafe,
  { phone }: Ear,
  step: number,
  what: number,
): Promise<void> {
  const { programme } = cafe.definition;
  const from = Math.min(step, programme.length - 1);
  const said = words.make();
  words.plant(said, { of: 'café words', cafe: made.cafe });
  const beats = [{ kind: 'talk', minutes: 5 } as const];
  const added: Step[] =
    what === 0
      ? [{ kind: 'welcome', minutes: 2, title: said, speaker: said }]
      : [{ kind: 'round', minutes: 5, round: 1, beats, question: said }];
  const steps = [...(what > 1 ? [] : added), ...programme.slice(what > 1 ? from + 1 : from)];
  await phone.command({ kind: 'changePlan', edition: cafe.edition, from, steps });
}

async function describeCafe(
  { cafe, made, around: { words } }: MarkedCafe,
  { phone }: Ear,
  which: number,
): Promise<void> {
  const said = words.make();
  if (which % 2 === 0) {
    words.plant(said, { of: 'café words', cafe: made.cafe });
    await phone.command({
      kind: 'describeCafe',
      about: { notice: said, question: said, lobby: said },
    });
    return;
  }
  const { id } = pick(cafe.definition.tables, which);
  words.plant(said, { of: 'subject', cafe: made.cafe, table: id });
  await phone.command({ kind: 'askAtTable', table: id, question: said });
}

/** Anybody may try: only the team's own link and facilitators may say anything about a team. */
async function describe(marked: MarkedCafe, { phone }: Ear, which: number): Promise<void> {
  const { words } = marked.around;
  const { id, homeTable } = pick(marked.cafe.definition.teams, which);
  const said = { topic: words.make(), story: words.make(), question: words.make() };
  for (const [what, word] of Object.entries(said)) {
    const of = what === 'story' ? 'story' : 'subject';
    words.plant(word, { of, cafe: marked.made.cafe, table: homeTable });
  }
  await phone.command({ kind: 'describeTeam', team: id, ...said });
}

async function wander(marked: MarkedCafe, ear: Ear, table: number): Promise<void> {
  const page = pageOf(marked, ear, 'mine');
  const mate = marked.ears.find((one) => one !== ear && pageOf(marked, one, 'mine') === page);
  await atPage(marked, ear, { do: 'open', who: 0, page: 'mine' });
  await ear.phone.command({ kind: 'sit', table: tableOf(marked, table) });
  await marked.judge('at once');
  if (mate === undefined) return;
  await atPage(marked, mate, { do: 'presence', who: 0, page: 'mine' });
  await atPage(marked, mate, { do: 'write', who: 0, page: 'mine' });
}

/** Writes a word on a page, and tells which card it stands on. */
async function write(
  marked: MarkedCafe,
  { phone, me }: Ear,
  page: string,
): Promise<{ page: string; card: string }> {
  const { words } = marked.around;
  const by = me.role === 'person' ? me.person : null;
  const isLate = Number(page.split('.')[1]) !== marked.cafe.openRound;
  const text = words.make();
  const replica = new Replica(page);
  const entry = replica.write(text);
  const [card = ''] = replica.doc.getMap('cards').keys();
  const of = isLate ? 'late note' : 'note';
  words.plant(text, { of, cafe: marked.made.cafe, page, by, card });
  if (by !== null) {
    marked.writers.set(page, (marked.writers.get(page) ?? new Set()).add(by));
  }
  phone.socket.emit('entry', entry);
  await phone.settled();
  return { page, card };
}

async function atPage(
  marked: MarkedCafe,
  ear: Ear,
  one: Extract<Act, { do: 'write' | 'read' | 'open' | 'leave' | 'presence' }>,
): Promise<void> {
  const page = pageOf(marked, ear, one.page);
  const { words } = marked.around;
  const { phone, opened, me } = ear;
  switch (one.do) {
    case 'write':
      await write(marked, ear, page);
      break;
    case 'read':
      await phone.ask('read page', { page });
      await phone.ask('read brought', {});
      break;
    case 'open': {
      const { openRound } = marked.cafe;
      const at = me.role === 'person' ? seat(marked.cafe, me.person, openRound) : lieOf(marked, me);
      const sitsThere = at !== null && page === `${at}.${String(openRound)}`;
      const { ok } = await phone.ask('open page', { page });
      if (ok && !sitsThere) opened.add(page);
      break;
    }
    case 'leave':
      await phone.ask('leave page', { page });
      opened.delete(page);
      break;
    case 'presence': {
      const card = uuidV7();
      words.plant(card, { of: 'card in hand', cafe: marked.made.cafe, page });
      phone.socket.emit('presence', { page, card });
      await phone.settled();
      break;
    }
  }
}

/** `mine`: where a person sits in the round whose pages are open; others look at table 1. */
function pageOf(marked: MarkedCafe, { me }: Ear, wanted: Page): string {
  const { cafe } = marked;
  if (wanted !== 'mine') return `${tableOf(marked, wanted.table)}.${String(wanted.round)}`;
  const now = cafe.openRound ?? toldRound(cafe.definition.programme, cafe.stage) ?? 1;
  const at = me.role === 'person' ? seat(cafe, me.person, now) : lieOf(marked, me);
  return `${at ?? 't1'}.${String(now)}`;
}

/** Where a device lies. */
function lieOf({ cafe }: MarkedCafe, me: Ear['me']): string | null {
  return me.role === 'table' ? (cafe.tablePhones[me.phone] ?? null) : null;
}

function tableOf({ cafe }: MarkedCafe, nth: number): string {
  return pick(cafe.definition.tables, nth).id;
}

function pick<T>(from: readonly T[], nth: number): T {
  const one = from[nth % from.length];
  if (one === undefined) throw new Error('there is none to choose');
  return one;
}
