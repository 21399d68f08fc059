/** The home round over real sockets: a next step written together, what was brought back, the count. */
import { setCard } from '@tablecloth/shared/notes';
import type { TeamPack } from '@tablecloth/shared/harvest';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';
import { nextUntil } from './round.ts';
import { makeTeams, write } from './teams.ts';

/** Ada of team 1 visits table 2 and writes there, Cem of team 2 too; then everybody is at home. */
async function comeHome() {
  const server = await startServer();
  const made = await makeTeams(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada', 'team1');
  const ben = await join(server, made.code, 'Ben', 'team1');
  const cem = await join(server, made.code, 'Cem', 'team2');
  await nextUntil(facilitator, 1);
  for (const phone of [ada, cem]) {
    await phone.command({ kind: 'sit', table: 't2' });
    await phone.sees('person', ({ tables }) => tables[0] === 't2');
  }
  await write(ada, new Replica('t2.1'), 'They ring first');
  await write(cem, new Replica('t2.1'), 'Our own secret');
  await nextUntil(facilitator, 3);
  for (const phone of [ada, ben, cem]) {
    await phone.sees('clock', ({ openRound }) => openRound === 3);
  }
  return { server, made, facilitator, ada, ben, cem };
}

test('a team reads what its own members wrote elsewhere, without names, and nobody else’s', async () => {
  const { server, made, facilitator, ben, cem } = await comeHome();
  const note = { kind: 'note', text: 'They ring first', isAsked: false };
  const brought = [{ table: 2, round: 1, team: 'Team 2', cards: [note], addedLater: [] }];
  expect(await ben.ask('read brought', {})).toEqual({ ok: true, pages: brought });
  expect(await cem.ask('read brought', {})).toEqual({ ok: true, pages: [] });
  expect(await facilitator.ask('read brought', {})).toMatchObject({
    refusal: { code: 'not allowed' },
  });
  const dee = await join(server, made.code, 'Dee', null);
  expect(await dee.ask('read brought', {})).toMatchObject({ refusal: { code: 'without team' } });
  const link = made.links.teams.find(({ team }) => team === 'team1')?.link ?? '';
  const secret = new URL(link).hash.slice(1);
  const opened = await call<{ session: string }>(server, 'POST', '/api/exchange', {
    body: { secret },
  });
  const team = new Phone(server, opened.json.session);
  expect(await team.ask('read brought', {})).toEqual({ ok: true, pages: brought });
});

test('a team reads which of what it brought back is a question for the panel and which came late', async () => {
  const { ada, ben } = await comeHome();
  const page = 't2.1';
  const late = new Replica(page);
  await write(ada, late, 'Who rang first?');
  const [question = ''] = late.doc.getMap('cards').keys();
  await write(ada, new Replica(page), 'On a Tuesday');
  const brought = async () => {
    const answer = await ben.ask('read brought', {});
    return answer.ok ? answer.pages.map(({ cards, addedLater }) => ({ cards, addedLater })) : [];
  };
  const note = (text: string, isAsked: boolean) => ({ kind: 'note', text, isAsked });
  const cards = [note('They ring first', false)];
  for (const isAsked of [true, false]) {
    const ask = { kind: 'askPanel', page, card: question, isAsked } as const;
    expect(await ada.command(ask)).toMatchObject({ ok: true });
    const addedLater = [note('Who rang first?', isAsked), note('On a Tuesday', false)];
    expect(await brought()).toEqual([{ cards, addedLater }]);
  }
});

test('the facilitator hears which tables have a next step, and forgets those whose words are gone', async () => {
  const { facilitator, ada, ben } = await comeHome();
  await facilitator.got('next steps', ({ missing }) => missing.length === 2);
  await write(ben, new Replica('t1.3'), 'Ben', 'who');
  const replica = new Replica('t1.3');
  await write(ada, replica, 'Call them by Friday', 'next');
  const first = await facilitator.got('next steps', ({ written }) => written.length > 0);
  expect(first).toEqual({ written: ['t1'], missing: ['t2'] });
  facilitator.received.length = 0;
  const [id] = replica.doc.getMap('cards').keys();
  setCard(replica.doc, id ?? '', { removed: true });
  const removal = replica.outbox.at(-1);
  if (removal !== undefined) ada.socket.emit('entry', removal);
  const then = await facilitator.got('next steps');
  expect(then).toEqual({ written: [], missing: ['t1', 't2'] });
});

test('what, who and by when outlive a power cut, each once and in the first part', async () => {
  const { server, ada, ben } = await comeHome();
  await write(ada, new Replica('t1.3'), 'Call them', 'next');
  await write(ben, new Replica('t1.3'), 'Noor', 'who');
  await write(ben, new Replica('t1.3'), 'Friday', 'when');
  const again = await server.restart();
  const pack = await call<TeamPack>(again, 'GET', '/api/team/pack.json', { session: ben.session });
  const [step, told, brought] = pack.json.parts;
  expect([step?.part, told?.part, brought?.part]).toEqual(['next step', 'told', 'brought back']);
  const cards = step?.pages.flatMap((page) => page.cards.map(({ kind, text }) => [kind, text]));
  expect(cards).toHaveLength(3);
  expect(cards).toEqual(
    expect.arrayContaining([
      ['next', 'Call them'],
      ['who', 'Noor'],
      ['when', 'Friday'],
    ]),
  );
});
