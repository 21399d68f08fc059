import { expect, test } from 'vitest';
import { startServer } from './fixture.ts';
import { UPGRADE, raw } from './raw.ts';

const POLLING = '/socket.io/?EIO=4&transport=polling';
const WEBSOCKET = '/socket.io/?EIO=4&transport=websocket';

test('foreign and null origins are refused before anything opens, on both transports', async () => {
  const server = await startServer({ publicUrl: 'https://cafe.example.org' });
  const { host } = new URL(server.url);
  const foreign = [
    'https://evil.example',
    'null',
    `http://${host}.evil.example`,
    'file://',
    '',
    'x',
  ];
  for (const Origin of foreign) {
    expect(await raw(server, POLLING, { Origin })).toMatchObject({ status: 403 });
    const upgrade = await raw(server, WEBSOCKET, { ...UPGRADE, Origin });
    expect(upgrade).toMatchObject({ upgraded: false });
    expect(upgrade.status).toBeGreaterThanOrEqual(400);
  }
});

test('the own host, the public address and no origin at all are let in, on both transports', async () => {
  const server = await startServer({ publicUrl: 'https://cafe.example.org' });
  for (const headers of [{ Origin: server.url }, { Origin: 'https://cafe.example.org' }, {}]) {
    expect(await raw(server, POLLING, headers)).toMatchObject({ status: 200 });
    expect(await raw(server, WEBSOCKET, { ...UPGRADE, ...headers })).toMatchObject({
      upgraded: true,
    });
  }
});

test('https is insisted on only where the public address has it', async () => {
  const plain = await raw(await startServer(), '/health');
  expect(plain.headers['strict-transport-security']).toBeUndefined();
  expect(plain.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  expect(plain.headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(plain.headers['content-security-policy']).not.toContain('unsafe');
  const secure = await raw(await startServer({ publicUrl: 'https://cafe.example.org' }), '/health');
  expect(secure.headers['strict-transport-security']).toContain('max-age=31536000');
  expect(secure.headers['content-security-policy']).toContain('upgrade-insecure-requests');
});
