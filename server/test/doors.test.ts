/** Ways into a café for those who have no session. */
import { LIMITS } from '@tablecloth/shared/cafe';
import type { DoorView, JoinAnswer } from '@tablecloth/shared/protocol';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { FakeTime } from './fake-time.ts';
import { call, startServer, type TestServer } from './fixture.ts';
import { Phone } from './phone.ts';
import { makeTeams } from './teams.ts';

interface Said {
  refusal?: { code: string };
}

const secretIn = (link: string): string => new URL(link).hash.slice(1);

async function opened() {
  const time = new FakeTime(Date.UTC(2026, 4, 12, 9));
  const server = await startServer({ time });
  const made = await makeTeams(server);
  await new Phone(server, made.session).next();
  return { time, server, made };
}

const join = (server: TestServer, door: string, name: string, claim: 'same' | null = null) => {
  const body = { door, name, team: null, claim };
  return call<Said & Partial<JoinAnswer>>(server, 'POST', '/api/join', { body });
};

/** What these are told after the wait that a wrong code costs, and that none is told it before. */
async function afterTheWait(time: FakeTime, ask: () => Promise<{ json: Said }>[]) {
  const waits = (): number => time.waits.filter((ms) => ms === LIMITS.wrongCodeDelayMs).length;
  const others = waits();
  const asked = ask();
  await expect.poll(waits).toBe(others + asked.length);
  await time.pass(LIMITS.wrongCodeDelayMs);
  return (await Promise.all(asked)).map(({ json }) => json.refusal?.code);
}

test('the code and the join link show the same door, and both let people in', async () => {
  const { server, made } = await opened();
  const secret = secretIn(made.links.join);
  const byCode = await call<DoorView>(server, 'GET', `/api/codes/${made.code}`);
  const bySecret = await call<DoorView>(server, 'GET', `/api/doors/${secret}`);
  const { cafe, open, teams, ...words } = byCode.json;
  expect([cafe, open]).toEqual([made.cafe, 'open']);
  // Teams with their tables, and no people.
  expect(teams).toEqual([
    { id: 'team1', name: 'Team 1', table: 1 },
    { id: 'team2', name: 'Team 2', table: 2 },
  ]);
  expect(Object.keys(words).sort()).toEqual(['namesInPacks', 'notice', 'organisation', 'title']);
  expect(bySecret).toEqual(byCode);
  for (const [door, name] of [
    [made.code, 'Ada'],
    [secret, 'Ben'],
  ] as const) {
    expect(await join(server, door, name)).toMatchObject({
      ...{ status: 201, json: { cafe: made.cafe } },
    });
  }
});

test('whoever says “that’s me” on one device too many ends the oldest, and nobody else’s', async () => {
  const { time, server, made } = await opened();
  const devices = [await join(server, made.code, 'Ada'), await join(server, made.code, 'Ben')];
  for (let i = 0; i < LIMITS.sessionsPerPersonMax; i += 1) {
    await time.pass(1);
    devices.push(await join(server, made.code, 'Ada', 'same'));
  }
  const told = devices.map(async ({ json: { session } }) => {
    const path = '/api/cafe/links';
    const { json } = await call<Said>(
      server,
      'GET',
      path,
      session === undefined ? {} : { session },
    );
    return json.refusal?.code;
  });
  const [oldest, ...others] = await Promise.all(told);
  expect(oldest).toBe('no session');
  expect(new Set(others)).toEqual(new Set(['not allowed']));
});

test('no other link is a door, and no session either', async () => {
  const { time, server, made } = await opened();
  const { facilitate, screen, teams } = made.links;
  const secrets = [facilitate, screen, ...teams.map(({ link }) => link)].map(secretIn);
  const told = await afterTheWait(time, () =>
    [...secrets, made.session].flatMap((door) => [
      call<Said>(server, 'GET', `/api/doors/${door}`),
      join(server, door, 'Ada'),
      call<Said>(server, 'POST', '/api/lay', { body: { phone: uuid(), door, table: 1 } }),
    ]),
  );
  expect(told.length).toBeGreaterThan(9);
  expect(new Set(told)).toEqual(new Set(['no cafe']));
});

test('whoever guesses waits for every wrong answer', async () => {
  const { time, server } = await opened();
  const told = await afterTheWait(time, () => [
    call<Said>(server, 'GET', '/api/codes/ZZZZZZ'),
    call<Said>(server, 'GET', '/api/codes/no-code'),
    call<Said>(server, 'GET', `/api/doors/${'x'.repeat(22)}`),
    join(server, 'ZZZZZZ', 'Ada'),
  ]);
  expect(told).toEqual(Array(4).fill('no cafe'));
});
