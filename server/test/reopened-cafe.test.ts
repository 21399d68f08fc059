import { LIMITS } from '@tablecloth/shared/cafe';
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

test('an export larger than any other message opens again whole', async () => {
  const server = await startServer();
  const founding = sampleCafe(null);
  const pages = founding.definition.tables.flatMap(({ id: table }, at) =>
    [1, 2, 3].map((round) => ({
      ...{ table, round, late: [] },
      cards: Array.from({ length: 90 }, (_, order) => {
        const number = String((at * 3 + round) * 100 + order).padStart(12, '0');
        return {
          ...{ id: `0190f3c2-0000-7000-8000-${number}`, kind: 'note', order },
          ...{ text: 'A long note. '.repeat(70), removed: false, author: null },
        };
      }),
    })),
  );
  const body = { tablecloth: 1, ...founding, pages };
  expect(JSON.stringify(body).length).toBeGreaterThan(LIMITS.httpJsonBytesMax);
  const made = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  expect(made.status).toBe(201);
  const { session } = made.json;
  const whole = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', { session });
  const again = await call<MadeCafe>(server, 'POST', '/api/cafes', { body: whole.json });
  expect(again.status).toBe(201);
});
