/**
 * Every button a facilitator has, over real sockets: its effect stands within a second of the server’s clock on both
 * facilitators' devices and wherever else it shows, the other facilitator takes it back, everything
 * is as it was within a second again, and the list has both.
 */
import { WireCommand, allows } from '@tablecloth/shared/cafe';
import type { CommandAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';
import { write } from './teams.ts';
import { atTheDoor } from './undo/at-the-door.ts';
import { atThePanel } from './undo/at-the-panel.ts';
import { hostTwice, inTheRound } from './undo/in-the-round.ts';
import { LEFT } from './undo/left.ts';
import { aSecond, go, open, seatOf } from './undo/room.ts';
import { tell, type Stories } from './undo/story.ts';
import { withTheClock } from './undo/with-the-clock.ts';

test('every command of facilitators has its story, or a reason to have none', () => {
  const actor = { role: 'facilitator', label: '' } as const;
  const kinds = WireCommand.options
    .map(({ entries }) => entries.kind.literal)
    .filter((kind) => allows(actor, { kind } as WireCommand));
  const told = [
    atTheDoor,
    inTheRound,
    withTheClock,
    atThePanel({ page: '', card: '' }),
    LEFT,
  ].flatMap(Object.keys);
  expect(told.sort()).toEqual([...kinds].sort());
});

test('everything a facilitator does is seen, undone exactly and listed, within a second each', async () => {
  const room = await open();
  const { time, facilitator, screen, ada } = room;
  const tellAll = async (stories: Stories) => {
    for (const [kind, story] of Object.entries(stories)) await tell(room, kind, story);
  };
  await tellAll(atTheDoor);
  await go(room, (kind) => kind === 'round');
  const page = `${await seatOf(ada)}.1`;
  const replica = new Replica(page);
  const saved = write(ada, replica, 'Who pays?');
  await ada.settled();
  await time.pass(100);
  await saved;
  const [id = ''] = replica.doc.getMap('cards').keys();
  const asked = { page, card: id };
  await ada.command({ kind: 'askPanel', ...asked, isAsked: true });
  await aSecond(room);
  await tellAll(inTheRound);
  const hosted = await tell(room, 'host in two rounds', hostTwice);
  const { activity } = await facilitator.sees('facilitator');
  expect(activity.filter(({ number }) => number === hosted)).toMatchObject([
    { round: 1, alsoIn: [2], undone: true },
  ]);
  await tellAll(withTheClock);
  await go(room, (kind) => kind === 'panel');
  await aSecond(room);
  await screen.sees('spotlight').catch(() => undefined);
  await tellAll(atThePanel(asked));
});

test('whoever was moved by mistake is told to stay, and only as long as it is so', async () => {
  const room = await open();
  const { facilitator, ada } = room;
  await go(room, (kind) => kind === 'move');
  await aSecond(room);
  const { tables } = await ada.sees('person', (view) => view.tables[0] != null);
  const [from = ''] = tables;
  const to = from === 't1' ? 't2' : 't1';
  const move = { kind: 'move', person: ada.person, table: to } as const;
  await facilitator.command(move);
  await aSecond(room);
  const sent = await ada.sees('person', (view) => view.tables[0] === to);
  expect(sent.sentTo).toMatchObject({ table: to });
  const { undoable } = await facilitator.sees('facilitator', (view) => view.undoable.length > 0);
  await facilitator.command({ kind: 'undo', fact: undoable[0] ?? 0 });
  await aSecond(room);
  const back = await ada.sees('person', ({ takenBack }) => takenBack !== undefined);
  expect(back).toMatchObject({ tables, takenBack: { table: from } });
  expect(back.sentTo).toBeUndefined();
  await facilitator.command(move);
  await aSecond(room);
  await ada.sees('person', ({ takenBack }) => takenBack === undefined);
});

test('a press of several facts is answered with the number that undoes it, sent again too', async () => {
  const server = await startServer();
  const body = smallCafe({ title: 'Tea', tables: 3, rounds: 2, minutes: 15 });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada');
  for (const phase of [1, 2]) {
    await facilitator.sees('clock', (view) => view.phase === phase);
    await facilitator.next();
  }
  const eva = { name: 'Eva', team: null, withoutPhone: true };
  const message = { id: v4(), command: { kind: 'addPerson', person: v4(), ...eva } };
  const add = () =>
    call<CommandAnswer>(server, 'POST', '/api/cafe/commands', {
      session: made.session,
      body: message,
    });
  const { factNumber, undo = 0 } = (await add()).json;
  expect([undo > 0, undo < factNumber]).toEqual([true, true]);
  expect(await add()).toEqual({ status: 201, json: { factNumber, undo } });
  expect(await facilitator.command({ kind: 'undo', fact: undo })).toMatchObject({ ok: true });
  // Nobody else can undo, so nobody else is told.
  const rated = await ada.command({ kind: 'rate', question: 'useful', mark: 5 });
  expect(Object.keys(rated)).toEqual(['ok', 'factNumber']);
});

test('of two facilitators who undo the same the second hears who was faster', async () => {
  const room = await open();
  const { facilitator, second, ada } = room;
  await facilitator.command({ kind: 'depart', person: ada.person });
  await aSecond(room);
  const { undoable } = await second.sees('facilitator', (view) => view.undoable.length > 1);
  const fact = undoable[0] ?? 0;
  const answers = await Promise.all(
    [facilitator, second].map((one) => one.command({ kind: 'undo', fact })),
  );
  const refused = answers.find(({ ok }) => !ok);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(refused).toMatchObject({
    refusal: { code: 'undone already', by: { role: 'facilitator' } },
  });
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
