import { expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { ExchangeAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { call, makeSmallCafe, startServer, type TestServer } from './fixture.ts';
import { Phone } from './phone.ts';

async function secondFacilitator(server: TestServer, made: MadeCafe): Promise<Phone> {
  const secret = made.links.facilitate.split('#')[1];
  const body = { secret };
  const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body });
  expect(json).toMatchObject({ role: 'facilitator', label: 'Facilitator 2', cafe: made.cafe });
  return new Phone(server, json.session);
}

test('two facilitators who press Next for the same phase make one step, 200 times out of 200', async () => {
  const server = await startServer();
  const made = await makeSmallCafe(server);
  const one = new Phone(server, made.session);
  const two = await secondFacilitator(server, made);
  expect(await one.next()).toMatchObject({ ok: true });
  let phase = 1;

  for (let race = 0; race < 200; race += 1) {
    // Every other race comes right after a Back.
    if (race % 2 === 0) {
      for (let back = 0; back < (race === 0 ? 0 : 2); back += 1) {
        expect(await one.command({ kind: 'back', phase })).toMatchObject({ ok: true });
        phase += 1;
      }
    }
    const seen = phase;
    await Promise.all([one, two].map((each) => each.sees('clock', (view) => view.phase === seen)));
    const [first, second] = race % 4 < 2 ? [one, two] : [two, one];
    const firstPress = first.command({ kind: 'next', phase: seen });
    // The time between the two presses is what is tested; nothing is waited for.
    await new Promise((resolve) => setTimeout(resolve, race % 51));
    const answers = [await second.command({ kind: 'next', phase: seen }), await firstPress];
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refused = answers.find(({ ok }) => !ok);
    expect(refused).toMatchObject({
      refusal: {
        code: 'already',
        by: { role: 'facilitator', label: expect.stringMatching(/^Facilitator [12]$/u) as string },
      },
    });
    phase += 1;
    await one.sees('clock', (view) => view.phase === phase);
  }
});

test('the same command id sent again gets the same answer and makes no second step, also after a restart', async () => {
  const server = await startServer();
  const made = await makeSmallCafe(server);
  const facilitator = new Phone(server, made.session);
  const [good, bad] = [uuid(), uuid()];
  const answer = await facilitator.command({ kind: 'next', phase: 0 }, good);
  const refused = await facilitator.command({ kind: 'next', phase: 0 }, bad);
  expect(answer).toMatchObject({ ok: true });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'already' } });
  expect(await facilitator.command({ kind: 'next', phase: 0 }, good)).toEqual(answer);

  const restarted = await server.restart();
  const again = new Phone(restarted, made.session);
  const before = await again.sees('clock');
  expect(before).toEqual(await facilitator.sees('clock'));
  expect(await again.command({ kind: 'next', phase: 0 }, good)).toEqual(answer);
  expect(await again.command({ kind: 'next', phase: 0 }, bad)).toEqual(refused);
  await again.settled();
  expect(await again.sees('clock')).toEqual(before);
});
