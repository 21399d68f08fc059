import { expect, test } from 'vitest';
import { FakeTime } from './fake-time.ts';
import { call, makeSmallCafe, startServer } from './fixture.ts';
import { Phone } from './phone.ts';

const DAY = 86_400_000;
const NINE = Date.UTC(2026, 4, 12, 9);

test('a closed café is deleted on its promised day, and not an hour before', async () => {
  const time = new FakeTime(NINE);
  const server = await startServer({ time });
  const made = await makeSmallCafe(server);
  const other = await makeSmallCafe(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const { phase } = await facilitator.sees('clock', (view) => view.stage.at === 'step');
  await facilitator.command({ kind: 'close', phase });
  const { deletesAt } = await facilitator.sees('facilitator', (view) => view.deletesAt > 0);
  expect(deletesAt).toBe(time.now() + 30 * DAY);
  const ended = facilitator.disconnected();
  time.suspend(30 * DAY - 3_600_000);
  await time.pass(3_599_000);
  expect((await server.store.dueCafes()).map(({ id }) => id)).toContain(made.cafe);
  await time.pass(3_601_000);
  await ended;
  expect((await server.store.dueCafes()).map(({ id }) => id)).toEqual([other.cafe]);
  expect(server.logged()).toContain('a café was deleted on its promised day');
  // The link and every device that had it open read that it is done, and nothing else.
  const receipt = async (secret: string) =>
    (await call<{ receipt: object | null }>(server, 'GET', '/api/receipt', { session: secret }))
      .json.receipt;
  const secretIn = (link: string) => new URL(link).hash.slice(1);
  const kept = await receipt(made.session);
  expect(Object.keys(kept ?? {})).toEqual(['deletedAt', 'rows']);
  expect(await receipt(secretIn(made.links.facilitate))).toEqual(kept);
  expect(await receipt(secretIn(other.links.facilitate))).toBeNull();
  // Phones have the café's id and nothing else that is known here.
  expect(await receipt(made.cafe)).toEqual(kept);
  expect(await receipt(other.cafe)).toBeNull();
  await time.pass(1);
  time.suspend(366 * DAY);
  await time.pass(3_600_000);
  expect(await receipt(made.session)).toBeNull();
});

test('a day that passed while the server was down is made up for at its start', async () => {
  const time = new FakeTime(NINE);
  const server = await startServer({ time });
  const made = await makeSmallCafe(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  time.suspend(31 * DAY);
  const restarted = await server.restart();
  await expect
    .poll(async () => (await restarted.store.dueCafes()).length, { timeout: 5_000 })
    .toBe(0);
});

test('a deletion that was broken off goes on at the next start, with a receipt of everything', async () => {
  const time = new FakeTime(NINE);
  const server = await startServer({ time });
  const made = await makeSmallCafe(server);
  const had = Object.values(await server.store.counts()).reduce((sum, rows) => sum + rows, 0);
  const deletion = server.store.deleteCafe(made.cafe, NINE);
  expect(await server.store.dueCafes()).toEqual([{ id: made.cafe, due: null, number: 0 }]);
  const restarting = server.restart();
  await deletion;
  const restarted = await restarting;
  expect(await restarted.store.dueCafes()).toEqual([]);
  const { json } = await call(restarted, 'GET', '/api/receipt', { session: made.session });
  expect(json).toEqual({ receipt: { deletedAt: NINE, rows: had } });
});
