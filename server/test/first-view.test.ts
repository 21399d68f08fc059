/** The café's view over HTTP, and what the socket leaves out for whoever has it. */
import type { FirstView } from '@tablecloth/shared/protocol';
import { expect, test } from 'vitest';
import { call, makeSmallCafe, startServer } from './fixture.ts';
import { Phone, join } from './phone.ts';

const viewsOf = (phone: Phone) =>
  phone.received.flatMap(({ name, message }) =>
    name === 'slice' ? [(message as { slice: { kind: string } }).slice.kind] : [],
  );

test('who has the café’s view is not sent it again, until it is another one', async () => {
  const server = await startServer();
  const made = await makeSmallCafe(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada');
  const { json } = await call<FirstView>(server, 'GET', '/api/cafe/view', { session: ada.session });
  expect(json.view).toEqual(await ada.sees('cafe'));
  const again = new Phone(server, ada.session, {
    auth: { protocol: 1, session: ada.session, cafe: json.tag },
  });
  await again.sees('person');
  await again.settled();
  expect(viewsOf(again)).not.toContain('cafe');
  await facilitator.command({
    kind: 'closeTable',
    table: json.view.tables[0]?.id ?? '',
    reason: '',
    preview: null,
  });
  await again.sees('cafe', ({ tables }) => tables[0]?.closed === true);
  const late = new Phone(server, ada.session, {
    auth: { protocol: 1, session: ada.session, cafe: json.tag },
  });
  expect(await late.sees('cafe')).toEqual(await again.sees('cafe'));
});

test('without a session there is no view', async () => {
  const server = await startServer();
  await makeSmallCafe(server);
  expect((await call(server, 'GET', '/api/cafe/view', { session: 'x'.repeat(20) })).status).toBe(
    401,
  );
});
