/**
 * Every button a facilitator has, over real sockets: its effect stands within a second on both
 * facilitators' devices and wherever else it shows, the other facilitator takes it back, everything
 * is as it was within a second again, and the list has both.
 */
import { WireCommand, allows, type Listed, type SliceKind } from '@tablecloth/shared/cafe';
import type { ExchangeAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';
import { write } from './teams.ts';

const SECOND = 1_000;
const card = { page: 't1.1', card: '' };
const eve = { ...{ id: 'eve', name: 'Eve', team: 'team2', withoutPhone: true }, fixedAt: null };
const listed: Listed[] = [{ ...eve, goesWith: null }];

interface Room {
  facilitator: Phone;
  second: Phone;
  screen: Phone;
  ada: Phone & { person: string };
  bob: Phone & { person: string };
  phones: (Phone & { person: string })[];
}

interface Story {
  press: (room: Room) => Promise<WireCommand>;
  /** Where it shows beside the facilitators' own view. */
  shows?: (room: Room) => [Phone, SliceKind][];
  /** Its time is given back, so that the clock stands by as much later. */
  isTimed?: boolean;
}
/** No story, because …; the same is at hand otherwise. */
interface Left {
  because: string;
}

const all = ({ phones, screen }: Room, kind: SliceKind): [Phone, SliceKind][] =>
  [...phones, screen].map((one) => [one, kind]);
const stageOf = async ({ facilitator }: Room) => (await facilitator.sees('clock')).stage;
const phaseOf = async ({ facilitator }: Room) => (await facilitator.sees('clock')).phase;
const editionOf = async ({ facilitator }: Room) => (await facilitator.sees('cafe')).edition;
const seatOf = async (phone: Phone) => (await phone.sees('person')).tables[0] ?? '';

async function previewed({ facilitator }: Room, table?: { id: string; closes: boolean }) {
  const seen = await facilitator.ask('preview repair', table === undefined ? {} : { table });
  if (!seen.ok) throw new Error(seen.refusal.sentence);
  return seen.preview;
}

async function emptiest({ facilitator }: Room): Promise<string> {
  const { people } = await facilitator.sees('facilitator');
  const load = (id: string) => people.filter(({ tables }) => tables[0] === id).length;
  return ['t1', 't2', 't3'].sort((a, b) => load(a) - load(b))[0] ?? '';
}

const STORIES: Record<string, ({ at: 'doors' | 'round' | 'panel' } & Story) | Left> = {
  takeIn: {
    at: 'doors',
    press: () => {
      const [team, table] = [uuid(), uuid()];
      return Promise.resolve({
        kind: 'takeIn',
        teams: [{ ...{ id: team, name: 'New', topic: '', question: '' }, homeTable: table }],
        tables: [{ id: table, number: 9, place: '', chairs: 6 }],
        people: [{ ...eve, id: uuid(), team, goesWith: null }],
      });
    },
    shows: (room) => all(room, 'cafe'),
  },
  chooseSeating: {
    at: 'doors',
    press: () => Promise.resolve({ kind: 'chooseSeating', first: 'people' }),
  },
  planAhead: {
    at: 'doors',
    press: () => Promise.resolve({ kind: 'planAhead', how: 'keep' }),
    shows: ({ ada }) => [[ada, 'person']],
  },
  addPerson: {
    at: 'doors',
    press: () =>
      Promise.resolve({
        ...{ kind: 'addPerson', person: uuid(), name: 'Zoe', team: null, withoutPhone: true },
      }),
    shows: ({ screen }) => [[screen, 'room']],
  },
  checkIn: {
    at: 'doors',
    press: () => Promise.resolve({ kind: 'checkIn', person: 'eve' }),
    shows: ({ screen }) => [[screen, 'room']],
  },
  changePerson: {
    at: 'doors',
    press: () =>
      Promise.resolve({ kind: 'changePerson', person: 'eve', team: 'team3', preview: null }),
  },
  wishToHost: {
    at: 'doors',
    press: () => Promise.resolve({ kind: 'wishToHost', person: 'eve', rounds: [2] }),
  },
  addTable: {
    at: 'doors',
    press: () =>
      Promise.resolve({
        ...{ kind: 'addTable', table: uuid(), number: 12, place: '', chairs: 6, preview: null },
      }),
    shows: (room) => all(room, 'cafe'),
  },
  describeTable: {
    at: 'doors',
    press: () =>
      Promise.resolve({
        ...{ kind: 'describeTable', table: 't1', number: 1, place: 'by the door', chairs: 7 },
      }),
    shows: (room) => all(room, 'cafe'),
  },
  nameTeam: {
    at: 'doors',
    press: () =>
      Promise.resolve({ kind: 'nameTeam', team: 'team1', name: 'Anchor', homeTable: 't1' }),
    shows: (room) => all(room, 'cafe'),
  },
  next: {
    at: 'doors',
    press: async (room) => ({ kind: 'next', phase: await phaseOf(room) }),
    shows: (room) => all(room, 'clock'),
  },
  move: {
    at: 'round',
    press: async ({ ada }) => {
      const table = (await seatOf(ada)) === 't1' ? 't2' : 't1';
      return { kind: 'move', person: ada.person, table };
    },
    shows: ({ ada }) => [
      [ada, 'person'],
      [ada, 'table'],
    ],
  },
  host: {
    at: 'round',
    press: async ({ ada }) => ({
      ...{ kind: 'host', person: ada.person, round: 2 },
      table: (await ada.sees('person')).hosting[1] === true ? null : 't1',
    }),
    shows: ({ ada }) => [[ada, 'person']],
  },
  depart: {
    at: 'round',
    press: ({ bob }) => Promise.resolve({ kind: 'depart', person: bob.person }),
    shows: ({ screen }) => [[screen, 'room']],
  },
  describeTeam: {
    at: 'round',
    press: async ({ ada }) => ({
      ...{ kind: 'describeTeam', team: `team${(await seatOf(ada)).slice(1)}` },
      ...{ topic: 'Doors', story: 'We opened one', question: 'Which next?' },
    }),
    shows: ({ ada }) => [[ada, 'person']],
  },
  extend: {
    at: 'round',
    press: async (room) => {
      const stage = await stageOf(room);
      return { kind: 'extend', endsAt: stage.at === 'step' ? stage.endsAt : 0, minutes: 2 };
    },
    shows: (room) => all(room, 'clock'),
  },
  timeSteps: {
    at: 'round',
    press: async (room) => ({
      ...{ kind: 'timeSteps', phase: await phaseOf(room) },
      edition: await editionOf(room),
      steps: [{ index: 8, minutes: 3 }],
    }),
    shows: (room) => all(room, 'cafe'),
  },
  changePlan: {
    at: 'round',
    press: async (room) => {
      const { programme } = await room.facilitator.sees('cafe');
      const from = programme.findIndex(({ kind }) => kind === 'panel');
      const steps = programme
        .slice(from)
        .map((step) => (step.kind === 'panel' ? { ...step, title: 'Two who have done it' } : step));
      return { kind: 'changePlan', edition: await editionOf(room), from, steps };
    },
    shows: (room) => all(room, 'cafe'),
  },
  describeCafe: {
    at: 'round',
    press: () => Promise.resolve({ kind: 'describeCafe', about: { question: 'What else?' } }),
    shows: (room) => all(room, 'cafe'),
  },
  askAtTable: {
    at: 'round',
    press: () => Promise.resolve({ kind: 'askAtTable', table: 't2', question: 'What here?' }),
  },
  pause: {
    at: 'round',
    press: async (room) => ({ kind: 'pause', phase: await phaseOf(room) }),
    shows: (room) => all(room, 'clock'),
    isTimed: true,
  },
  resume: {
    at: 'round',
    press: async (room) => {
      const phase = await phaseOf(room);
      await room.facilitator.command({ kind: 'pause', phase });
      await room.facilitator.sees('clock', (view) => view.phase > phase);
      return { kind: 'resume', phase: await phaseOf(room) };
    },
    shows: (room) => all(room, 'clock'),
    isTimed: true,
  },
  ring: {
    at: 'round',
    press: async (room) => {
      const phase = await phaseOf(room);
      const stage = await stageOf(room);
      if (stage.at === 'paused') {
        await room.facilitator.command({ kind: 'resume', phase });
        await room.facilitator.sees('clock', (view) => view.phase > phase);
      }
      return { kind: 'ring', phase: await phaseOf(room) };
    },
    shows: (room) => all(room, 'clock'),
    isTimed: true,
  },
  closeTable: {
    at: 'round',
    press: async (room) => {
      const table = await emptiest(room);
      const preview = await previewed(room, { id: table, closes: true });
      return { kind: 'closeTable', table, reason: 'no host', preview };
    },
    shows: (room) => all(room, 'cafe'),
  },
  openTable: {
    at: 'round',
    press: async (room) => {
      const table = await emptiest(room);
      const preview = await previewed(room, { id: table, closes: true });
      await room.facilitator.command({ kind: 'closeTable', table, reason: '', preview });
      await room.facilitator.sees('facilitator', ({ closed }) => closed.length === 1);
      const again = await previewed(room, { id: table, closes: false });
      return { kind: 'openTable', table, preview: again };
    },
    shows: (room) => all(room, 'cafe'),
  },
  applyRepair: {
    at: 'round',
    press: async (room) => {
      const { bob, facilitator } = room;
      await facilitator.command({ kind: 'depart', person: bob.person });
      await facilitator.sees('facilitator', ({ people }) =>
        people.some(({ id, here }) => id === bob.person && !here),
      );
      return { kind: 'applyRepair', preview: (await previewed(room)) ?? '' };
    },
    shows: ({ bob }) => [[bob, 'person']],
  },
  showQuestion: {
    at: 'panel',
    press: () => Promise.resolve({ kind: 'showQuestion', question: card }),
    shows: (room) => all(room, 'spotlight'),
  },
  answerQuestion: {
    at: 'panel',
    press: () => Promise.resolve({ kind: 'answerQuestion', ...card, isAnswered: true }),
    shows: ({ second }) => [[second, 'panel']],
  },
  hideQuestion: {
    at: 'panel',
    press: () => Promise.resolve({ kind: 'hideQuestion', ...card, isHidden: true }),
    shows: ({ second }) => [[second, 'panel']],
  },
  close: {
    at: 'panel',
    press: async (room) => ({ kind: 'close', phase: await phaseOf(room) }),
    shows: (room) => all(room, 'clock'),
  },
  addTeam: { because: 'needs a table of its own; by-hand.test.ts and the fuzz of undo tell it' },
  removeTeam: { because: 'needs a team of which nobody is here; the fuzz of undo tells it' },
  back: { because: 'undoes a step itself' },
  undo: { because: 'is not undone itself: what is wanted again is pressed again' },
  undoTimes: { because: 'as undo, for the newest of its kind' },
  undoPlan: { because: 'as undo, for the newest of its kind' },
  undoRepair: { because: 'as undo, for the newest of its kind' },
  undoTakeIn: { because: 'as undo, for the newest of its kind' },
  check: { because: 'a box to tick, and to untick' },
  choosePackNames: {
    because: 'a choice of two, with the other one beside it until the doors open',
  },
  passOn: { because: 'a mark on a note, given back where it was given' },
  askPanel: { because: 'a mark on a note, given back where it was given' },
  takePhone: { because: 'a device that was taken away is laid down anew with the table’s QR' },
  seatRest: { because: 'does early what the bell does; whoever likes another table chooses it' },
};

/** Three tables with a team and a host each; two rounds, the home round and a panel; Eve is listed. */
async function open(): Promise<Room> {
  const server = await startServer();
  const { definition } = smallCafe({ title: 'Tea', tables: 3, rounds: 2, minutes: 15 });
  const last = definition.programme.at(-1);
  if (last === undefined) throw new Error('no programme');
  const body = {
    people: listed,
    definition: {
      ...definition,
      hostsPerTable: 1,
      programme: [
        ...definition.programme.slice(0, -1),
        { kind: 'panel', minutes: 15, title: 'Panel' },
        last,
      ],
      teams: definition.tables.map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: `Team ${String(number)}`, topic: '' },
        ...{ question: '', homeTable: id },
      })),
    },
  };
  const { status, json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  expect(status).toBe(201);
  const device = async (link: string): Promise<Phone> => {
    const secret = new URL(link).hash.slice(1);
    const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', {
      body: { secret },
    });
    return new Phone(server, json.session);
  };
  const facilitator = new Phone(server, made.session);
  const [second, screen] = [await device(made.links.facilitate), await device(made.links.screen)];
  await facilitator.next();
  const [ada, bob, ...others] = [
    await join(server, made.code, 'Ada', 'team1'),
    await join(server, made.code, 'Bob', 'team2'),
    await join(server, made.code, 'Cem', 'team3'),
    await join(server, made.code, 'Dee', 'team1'),
    await join(server, made.code, 'Fay', 'team2'),
    await join(server, made.code, 'Gus', 'team3'),
    await join(server, made.code, 'Hal'),
  ];
  const phones = [ada, bob, ...others];
  // What happened at the door is seen before anything is looked at.
  for (const one of [facilitator, second]) {
    await one.sees('facilitator', ({ people }) => people.filter(({ here }) => here).length === 7);
  }
  await screen.sees('room', ({ here }) => here === 7);
  return { facilitator, second, screen, ada, bob, phones };
}

async function go({ facilitator, second }: Room, isThere: (kind: string) => boolean) {
  const { programme } = await facilitator.sees('cafe');
  for (;;) {
    const { stage, phase } = await facilitator.sees('clock');
    const kind = stage.at === 'step' ? (programme[stage.index]?.kind ?? '') : '';
    if (isThere(kind)) return;
    expect(await facilitator.next()).toMatchObject({ ok: true });
    for (const one of [facilitator, second]) await one.sees('clock', (now) => now.phase > phase);
  }
}

/** A view without the list, without what only grows, and without what an undo adds. */
function matter(view: object, isTimed: boolean): unknown {
  const { activity, undoable, deletesAt, pages, takenBack, phase, edition, ...rest } =
    view as Record<string, unknown>;
  void [activity, undoable, deletesAt, pages, takenBack, phase, edition];
  if (!isTimed || !('stage' in rest)) return rest;
  const { at, index } = rest.stage as { at: string; index: number };
  return { ...rest, stage: { at, index } };
}

async function tell(room: Room, kind: string, { press, shows, isTimed = false }: Story) {
  const { facilitator, second } = room;
  const command = await press(room);
  const places: [Phone, SliceKind][] = [
    [facilitator, 'facilitator'],
    [second, 'facilitator'],
    ...(shows?.(room) ?? []),
  ];
  const looks = ([phone, slice]: [Phone, SliceKind]) => phone.sees(slice);
  await Promise.all(places.map(([phone]) => phone.settled()));
  const before = await Promise.all(places.map(looks));
  const list = (await facilitator.sees('facilitator')).activity[0]?.number ?? 0;
  const is = (view: object, i: number): boolean =>
    JSON.stringify(matter(view, isTimed)) === JSON.stringify(matter(before[i] ?? {}, isTimed));

  expect(await facilitator.command(command), kind).toMatchObject({ ok: true });
  const { undoable, activity } = await second.sees('facilitator', (view) =>
    view.undoable.some((fact) => fact > list),
  );
  const fact = undoable.find((one) => one > list) ?? 0;
  for (const [i, [phone, slice]] of places.entries()) {
    // Facilitators see what has no other place in the list alone.
    if (i > 1) await phone.sees(slice, (view) => !is(view, i));
  }
  expect(activity.some(({ number }) => number === fact)).toBe(true);

  expect(await second.command({ kind: 'undo', fact }), kind).toMatchObject({ ok: true });
  for (const [i, [phone, slice]] of places.entries()) {
    await phone
      .sees(slice, (view) => is(view, i))
      .catch(async () => {
        // Says what is not as it was.
        expect(matter(await phone.sees(slice), isTimed), `${kind}: ${slice}`).toEqual(
          matter(before[i] ?? {}, isTimed),
        );
      });
  }
  for (const one of [facilitator, second]) {
    const { activity: after } = await one.sees('facilitator', (view) =>
      view.activity.some((line) => line.number === fact && line.undone === true),
    );
    const [newest] = after;
    expect(newest?.by).toEqual({ role: 'facilitator', label: 'Facilitator 2' });
    expect(newest?.undid).toMatchObject({ number: fact });
  }
  return fact;
}

test('every command of facilitators has its story, or a reason to have none', () => {
  const actor = { role: 'facilitator', label: '' } as const;
  const kinds = WireCommand.options
    .map(({ entries }) => entries.kind.literal)
    .filter((kind) => allows(actor, { kind } as WireCommand));
  expect(Object.keys(STORIES).sort()).toEqual([...kinds].sort());
});

test('everything a facilitator does is seen, undone exactly and listed, within a second each', async () => {
  const room = await open();
  const { facilitator, second, screen, phones, ada } = room;
  const stories = async (at: string) => {
    for (const [kind, story] of Object.entries(STORIES)) {
      if ('at' in story && story.at === at) await tell(room, kind, story);
    }
  };
  for (const one of [facilitator, second, screen, ...phones]) one.deadlineMs = SECOND;
  await stories('doors');
  await go(room, (kind) => kind === 'round');
  const page = `${await seatOf(ada)}.1`;
  const replica = new Replica(page);
  await write(ada, replica, 'Who pays?');
  const [id = ''] = replica.doc.getMap('cards').keys();
  Object.assign(card, { page, card: id });
  await ada.command({ kind: 'askPanel', ...card, isAsked: true });
  await stories('round');
  await go(room, (kind) => kind === 'panel');
  await screen.sees('spotlight').catch(() => undefined);
  await stories('panel');
}, 60_000);

test('whoever was moved by mistake is told to stay, and only as long as it is so', async () => {
  const room = await open();
  const { facilitator, ada } = room;
  await go(room, (kind) => kind === 'move');
  const { tables } = await ada.sees('person', (view) => view.tables[0] != null);
  const [from = ''] = tables;
  const to = from === 't1' ? 't2' : 't1';
  const move = { kind: 'move', person: ada.person, table: to } as const;
  await facilitator.command(move);
  await ada.sees('person', (view) => view.tables[0] === to);
  const { undoable } = await facilitator.sees('facilitator', (view) => view.undoable.length > 0);
  await facilitator.command({ kind: 'undo', fact: undoable[0] ?? 0 });
  const back = await ada.sees('person', ({ takenBack }) => takenBack !== undefined);
  expect(back).toMatchObject({ tables, takenBack: { table: from } });
  await facilitator.command(move);
  await ada.sees('person', ({ takenBack }) => takenBack === undefined);
});

test('of two facilitators who undo the same the second hears who was faster', async () => {
  const room = await open();
  const { facilitator, second, ada } = room;
  await facilitator.command({ kind: 'depart', person: ada.person });
  const { undoable } = await second.sees('facilitator', (view) => view.undoable.length > 1);
  const fact = undoable[0] ?? 0;
  const answers = await Promise.all(
    [facilitator, second].map((one) => one.command({ kind: 'undo', fact })),
  );
  const refused = answers.find(({ ok }) => !ok);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(refused).toMatchObject({ refusal: { code: 'already', by: { role: 'facilitator' } } });
  expect(await ada.command({ kind: 'undo', fact })).toMatchObject({
    refusal: { code: 'not allowed' },
  });
});

test('after a restart what was done before is undone as exactly', async () => {
  const server = await startServer();
  const body = smallCafe({ title: 'Tea', tables: 3, rounds: 2, minutes: 15 });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  for (const name of ['Ada', 'Bob', 'Cem']) await join(server, made.code, name);
  const { people } = await facilitator.sees('facilitator', (view) => view.people.length === 3);
  await facilitator.command({ kind: 'depart', person: people[0]?.id ?? '' });
  const { undoable } = await facilitator.sees('facilitator', (view) => view.undoable.length > 1);
  const again = new Phone(await server.restart(), made.session);
  expect((await again.sees('facilitator')).undoable).toEqual(undoable);
  expect(await again.command({ kind: 'undo', fact: undoable[0] ?? 0 })).toMatchObject({ ok: true });
  await again.sees('facilitator', (view) => view.people.every(({ here }) => here));
});
