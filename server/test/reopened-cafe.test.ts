import type { WholeCafe } from '@tablecloth/shared/harvest';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { sampleCafe } from '@tablecloth/shared/sample';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';

test('a café that was exported opens again with its people and notes', async () => {
  const server = await startServer();
  const page = {
    ...{ table: 't7', round: 1, late: [] },
    cards: [
      {
        ...{ id: '0190f3c2-0000-7000-8000-000000000001', kind: 'note', order: 1 },
        ...{ text: '<b>As typed</b>', removed: false, author: 'p1-1' },
      },
    ],
  };
  const body = { tablecloth: 1, ...sampleCafe(null), pages: [page] };
  const made = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  expect(made.status).toBe(201);
  const { session } = made.json;
  const whole = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', { session });
  expect(whole.json).toMatchObject(body);
});
