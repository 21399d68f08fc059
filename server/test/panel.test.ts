/** Picked cards over real sockets: for the next group, and as questions for the panel. */
import { LIMITS } from '@tablecloth/shared/cafe';
import { setCard } from '@tablecloth/shared/notes';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';
import { nextUntil } from './round.ts';
import { makeTeams, write } from './teams.ts';

/** Ada and Cem sit at table 2 in round 1, and Ada has written. */
async function atTableTwo() {
  const server = await startServer();
  const made = await makeTeams(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada', 'team1');
  const cem = await join(server, made.code, 'Cem', 'team2');
  const screenLink = new URL(made.links.screen).hash.slice(1);
  const opened = await call<{ session: string }>(server, 'POST', '/api/exchange', {
    body: { secret: screenLink },
  });
  const screen = new Phone(server, opened.json.session);
  await nextUntil(facilitator, 1);
  for (const phone of [ada, cem]) {
    await phone.command({ kind: 'sit', table: 't2' });
    await phone.sees('person', ({ tables }) => tables[0] === 't2');
  }
  const replica = new Replica('t2.1');
  await write(ada, replica, 'Who pays the interpreter?');
  const [card = ''] = replica.doc.getMap('cards').keys();
  return { server, made, facilitator, ada, cem, screen, replica, ref: { page: 't2.1', card } };
}

/** Presses Next until the panel talks. */
async function untilPanel(facilitator: Phone, programme: readonly { kind: string }[]) {
  const index = programme.findIndex(({ kind }) => kind === 'panel');
  for (;;) {
    const { stage } = await facilitator.sees('clock');
    if (stage.at === 'step' && stage.index === index) return;
    const { phase } = await facilitator.sees('clock');
    await facilitator.command({ kind: 'next', phase });
    await facilitator.sees('clock', (view) => view.phase > phase);
  }
}

test('what is picked for the next group is seen at the table and read by the next group', async () => {
  const { facilitator, ada, cem, ref } = await atTableTwo();
  expect(await ada.command({ kind: 'passOn', ...ref, isPicked: true })).toMatchObject({ ok: true });
  const picked = { page: 't2.1', passedOn: [ref.card], asked: [] };
  for (const phone of [ada, cem]) expect(await phone.sees('picked')).toEqual(picked);
  const { programme } = await facilitator.sees('cafe');
  expect(programme.some(({ kind }) => kind === 'panel')).toBe(true);
  await nextUntil(facilitator, 2);
  await ada.command({ kind: 'sit', table: 't2' });
  const read = await ada.ask('read page', { page: 't2.1' });
  expect(read).toMatchObject({ ok: true, passedOn: [ref.card] });
});

test('a question reaches facilitators with its words, and everybody when it is put up', async () => {
  const { server, made, facilitator, ada, cem, screen, replica, ref } = await atTableTwo();
  await ada.command({ kind: 'askPanel', ...ref, isAsked: true });
  const text = 'Who pays the interpreter?';
  const listed = { ...ref, text, isHidden: false, isAnswered: false, isShown: false, answer: '' };
  expect(await facilitator.sees('panel')).toEqual({ questions: [listed] });
  expect(
    cem.received.some((one) => one.name === 'slice' && one.message.slice.kind === 'panel'),
  ).toBe(false);

  // Whoever reads the notes sees which of them are questions, until one is put aside.
  const asked = async () => {
    const read = await ada.ask('read page', { page: ref.page });
    return read.ok ? read.asked : null;
  };
  expect(await asked()).toEqual([ref.card]);
  expect(await cem.got('read again')).toEqual({ page: ref.page });
  const told = () => ada.received.filter(({ name }) => name === 'read again').length;
  const before = told();
  await facilitator.command({ kind: 'hideQuestion', ...ref, isHidden: true });
  expect(await asked()).toEqual([]);
  expect(told()).toBe(before + 1);
  await facilitator.command({ kind: 'hideQuestion', ...ref, isHidden: false });

  const { programme } = await facilitator.sees('cafe');
  await untilPanel(facilitator, programme);
  expect(await facilitator.command({ kind: 'showQuestion', question: ref })).toMatchObject({
    ok: true,
  });
  for (const one of [screen, ada, cem, facilitator]) {
    const { question } = await one.sees('spotlight', (view) => view.question !== null);
    expect(question).toEqual({ text, table: 2, round: 1 });
  }
  await facilitator.sees('panel', ({ questions }) => questions[0]?.isShown === true);

  // Somebody who comes back hears it, and a hidden one is gone for all at once.
  const again = await join(server, made.code, 'Eva', 'team1');
  await again.sees('spotlight', (view) => view.question?.text === text);
  await facilitator.command({ kind: 'hideQuestion', ...ref, isHidden: true });
  for (const one of [screen, ada, again]) {
    await one.sees('spotlight', (view) => view.question === null);
  }
  expect(replica.words()).toEqual([text]);
});

test('words that are removed are removed from the list and the screen too', async () => {
  const { facilitator, ada, screen } = await atTableTwo();
  const { programme } = await facilitator.sees('cafe');
  await untilPanel(facilitator, programme);
  await ada.sees('clock', ({ openRound }) => openRound === 3);
  const replica = new Replica('t1.3');
  await write(ada, replica, 'Who pays?');
  const [card = ''] = replica.doc.getMap('cards').keys();
  const question = { page: 't1.3', card };
  await ada.command({ kind: 'askPanel', ...question, isAsked: true });
  await facilitator.command({ kind: 'showQuestion', question });
  await screen.sees('spotlight', (view) => view.question !== null);
  setCard(replica.doc, card, { removed: true });
  const removal = replica.outbox.at(-1);
  if (removal !== undefined) ada.socket.emit('entry', removal);
  await screen.sees('spotlight', (view) => view.question === null);
  await facilitator.sees('panel', ({ questions }) => questions.length === 0);
});

test('a long question is cut after a word, so that the screen can hold it', async () => {
  const { facilitator, ada, cem, screen } = await atTableTwo();
  const replica = new Replica('t2.1');
  await write(cem, replica, 'question '.repeat(60).trim());
  const [card = ''] = replica.doc.getMap('cards').keys();
  await ada.command({ kind: 'askPanel', page: 't2.1', card, isAsked: true });
  const { programme } = await facilitator.sees('cafe');
  await untilPanel(facilitator, programme);
  await facilitator.command({ kind: 'showQuestion', question: { page: 't2.1', card } });
  const { question } = await screen.sees('spotlight', (view) => view.question !== null);
  expect(question?.text).toMatch(/question …$/u);
  expect(question?.text.length).toBeLessThanOrEqual(LIMITS.shownQuestionCharsMax + 2);
  const { questions } = await facilitator.sees('panel', (view) => view.questions.length === 1);
  expect(questions[0]?.text).toHaveLength(60 * 9 - 1);
});

test('a card that was removed or never came keeps no place from one that people see', async () => {
  const { ada, cem, replica, ref } = await atTableTwo();
  for (const words of ['Two', 'Three', 'Four']) await write(ada, replica, words);
  const [, two = '', three = '', four = ''] = replica.doc.getMap('cards').keys();
  const { page } = ref;
  const pass = (card: string) => cem.command({ kind: 'passOn', page, card, isPicked: true });
  const ask = (card: string) => cem.command({ kind: 'askPanel', page, card, isAsked: true });
  for (let n = 0; n < LIMITS.passOnMax; n += 1) {
    expect(await pass(uuid())).toMatchObject({ ok: true });
  }
  for (let n = 0; n < LIMITS.panelQuestionsPerPageMax; n += 1) await ask(uuid());
  expect(await ask(two)).toMatchObject({ ok: true });
  for (const card of [ref.card, two, three]) expect(await pass(card)).toMatchObject({ ok: true });
  expect(await pass(four)).toMatchObject({ refusal: { code: 'enough passed on' } });
  setCard(replica.doc, two, { removed: true });
  const removing = replica.outbox.at(-1);
  if (removing !== undefined) ada.socket.emit('entry', removing);
  await ada.got('saved', ({ n }) => n === removing?.n);
  expect(await pass(four)).toMatchObject({ ok: true });
  await ada.sees('picked', ({ passedOn, asked }) => {
    return asked.join() === two && passedOn.join() === [ref.card, three, four].join();
  });
});
