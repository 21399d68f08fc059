/** A command's id is its sender's: whoever sends it again hears its answer, and nobody else does. */
import type { ExchangeAnswer, JoinAnswer } from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { join, Phone } from './phone.ts';
import { makeTeams } from './teams.ts';

const rate = (mark: number) => ({ kind: 'rate', question: 'easy', mark }) as const;
const notUnderstood = { ok: false, refusal: { code: 'not understood' } };

test('an id that somebody else has used is refused, also after a restart', async () => {
  const server = await startServer();
  const made = await makeTeams(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada', 'team1');
  const ben = await join(server, made.code, 'Ben', 'team2');
  const [press, mark] = [uuid(), uuid()];
  const told = await facilitator.command({ kind: 'check', check: 'bell', isDone: true }, press);
  expect(told).toMatchObject({ ok: true });
  expect(await ben.command(rate(1), press)).toMatchObject(notUnderstood);
  const answer = await ada.command(rate(5), mark);
  expect(await ben.command(rate(1), mark)).toMatchObject(notUnderstood);
  expect(await ada.command(rate(5), mark)).toEqual(answer);

  const restarted = await server.restart();
  const body = { door: made.code, name: 'Ada', team: 'team1', claim: 'same' };
  const { json } = await call<JoinAnswer>(restarted, 'POST', '/api/join', { body });
  expect(await new Phone(restarted, json.session).command(rate(5), mark)).toEqual(answer);
  const bens = await join(restarted, made.code, 'Bea', 'team2');
  expect(await bens.command(rate(1), mark)).toMatchObject(notUnderstood);
});

test('a facilitator who opens the link anew hears what became of a press', async () => {
  const server = await startServer();
  const made = await makeTeams(server);
  const id = uuid();
  const desk = new Phone(server, made.session);
  const { phase } = await desk.sees('clock');
  const answer = await desk.command({ kind: 'next', phase }, id);
  const body = { secret: new URL(made.links.facilitate).hash.slice(1) };
  const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body });
  const again = new Phone(server, json.session);
  expect(await again.command({ kind: 'next', phase }, id)).toEqual(answer);
});
