/** Questions for the panel, answered by facilitators after the café. */
import type { ExchangeAnswer } from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { afterwards, close, correct, notes, pack, type Said } from './correcting.ts';
import { call, type TestServer } from './fixture.ts';
import { Phone } from './phone.ts';

const LIBRARY = 'Ask the library first.';
const MUSEUM = 'Ask the museum.';

/** Ada's note is a question for the panel. */
async function asked() {
  const around = await afterwards();
  const { server, made, ada } = around;
  const read = await ada.ask('read page', { page: 't1.1' });
  const card = read.ok ? (read.cards[0]?.id ?? '') : '';
  await ada.command({ kind: 'askPanel', page: 't1.1', card, isAsked: true });
  const answer = (body: object, by = made.session) =>
    call<Said>(server, 'POST', '/api/cafe/answers', {
      session: by,
      body: { id: uuid(), page: 't1.1', card, text: LIBRARY, ...body },
    });
  return { ...around, card, answer };
}

const cards = async (server: TestServer, session: string) =>
  (await pack(server, session)).parts.flatMap(({ pages }) => pages.flatMap((page) => page.cards));

test('a question for the panel is answered in the notes of the team it was asked at', async () => {
  const { server, facilitator, ada, session, card, answer } = await asked();
  expect((await answer({})).json.refusal?.code).toBe('too late');
  await close(facilitator);
  expect((await answer({ card: uuid() })).json.refusal?.code).toBe('no question');
  expect((await answer({}, session)).status).toBe(403);
  expect((await answer({ text: 'x'.repeat(601) })).json.refusal?.code).toBe('too large');
  const id = uuid();
  for (const twice of [{ id }, { id }]) expect((await answer(twice)).status).toBe(201);
  await facilitator.sees('panel', ({ questions }) =>
    questions.some((one) => one.answer === LIBRARY),
  );
  expect(await cards(server, session)).toEqual([
    {
      ...{ kind: 'note', text: 'They rnig first', addedLater: [], panel: 'asked' },
      answer: LIBRARY,
    },
  ]);
  // The team corrects its own words, not these.
  const [page] = (await notes(server, session)).pages;
  expect(page?.cards.map(({ text }) => text)).toEqual(['They rnig first']);
  const answered = await ada.ask('read page', { page: 't1.1' });
  const theirs = answered.ok ? answered.cards.find(({ buildsOn }) => buildsOn === card) : undefined;
  expect(theirs?.text).toBe(LIBRARY);
  const over = { page: 't1.1', card: theirs?.id, text: 'Ask nobody.' };
  expect((await correct(server, session, over)).json.refusal?.code).toBe('bad note');
  expect((await answer({ text: MUSEUM })).status).toBe(201);
  expect(await cards(server, session)).toMatchObject([{ answer: MUSEUM }]);
  expect((await answer({ text: ' ' })).status).toBe(201);
  expect((await cards(server, session))[0]).not.toHaveProperty('answer');
  expect((await pack(server, session)).removed).toBe(0);
});

test('of two facilitators who answer one question the later does not write over the earlier unseen', async () => {
  const { server, made, facilitator, session, answer } = await asked();
  await close(facilitator);
  const body = { secret: new URL(made.links.facilitate).hash.slice(1) };
  const second = (await call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body })).json
    .session;
  const other = new Phone(server, second);
  // Both are on their way before either is stored.
  const both = [
    { by: made.session, text: LIBRARY },
    { by: second, text: MUSEUM },
  ];
  const answers = await Promise.all(both.map(({ by, text }) => answer({ text, was: '' }, by)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const stands = both[answers.findIndex(({ status }) => status === 201)]?.text ?? '';
  expect(answers.find(({ status }) => status === 409)?.json.refusal).toMatchObject({
    ...{ code: 'written since', now: { text: stands } },
  });
  for (const desk of [facilitator, other]) {
    await desk.sees('panel', ({ questions }) => questions[0]?.answer === stands);
  }
  const took = { text: '', was: LIBRARY === stands ? MUSEUM : LIBRARY };
  expect((await answer(took)).json.refusal?.code).toBe('written since');
  // The same words need no choice, and who has seen the other’s may choose their own.
  expect((await answer({ text: ` ${stands} `, was: '' }, second)).status).toBe(201);
  const chosen = { id: uuid(), text: 'Ask both.', was: ` ${stands}` };
  expect((await answer(chosen, second)).status).toBe(201);
  expect((await answer({ text: 'Ask nobody.', was: 'Ask both.' })).status).toBe(201);
  // Sent again because its answer was lost, it is no news.
  expect((await answer(chosen, second)).status).toBe(201);
  expect(await cards(server, session)).toMatchObject([{ answer: 'Ask nobody.' }]);
  // An answer taken back meanwhile is other words too; without `was` all are written over.
  expect((await answer({ text: '', was: 'Ask nobody.' })).status).toBe(201);
  const back = await answer({ text: MUSEUM, was: 'Ask nobody.' }, second);
  expect(back.json.refusal).toMatchObject({ code: 'written since', now: { text: '' } });
  for (const text of [MUSEUM, LIBRARY]) expect((await answer({ text })).status).toBe(201);
  expect(await cards(server, session)).toMatchObject([{ answer: LIBRARY }]);
});
