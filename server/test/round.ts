import type { MadeCafe } from '@tablecloth/shared/protocol';
import { makeSmallCafe, startServer, type TestServer, type TestServerOptions } from './fixture.ts';
import { Phone, join } from './phone.ts';

export type Joined = Awaited<ReturnType<typeof join>>;

/** A small café in its first round: who sits at one table, and who at the other. */
export interface RunningRound {
  server: TestServer;
  made: MadeCafe;
  facilitator: Phone;
  page: string;
  mates: [Joined, Joined, ...Joined[]];
  others: Joined[];
}

export async function startRound(
  options: TestServerOptions & { /** Names stand in what teams take home. */ named?: boolean } = {},
): Promise<RunningRound> {
  const server = await startServer(options);
  const made = await makeSmallCafe(server);
  const facilitator = new Phone(server, made.session);
  if (options.named === true) await facilitator.command({ kind: 'choosePackNames', named: true });
  await facilitator.next();
  const people: Joined[] = [];
  for (const name of ['Ada Hale', 'Ben', 'Chidi', 'Dilys', 'Esra', 'Femi']) {
    people.push(await join(server, made.code, name));
  }
  await nextUntil(facilitator, 1);
  const seats = await Promise.all(
    people.map(async (phone) => {
      await phone.sees('clock', ({ openRound }) => openRound === 1);
      const { tables } = await phone.sees('person', (view) => view.tables[0] != null);
      return { phone, table: tables[0] ?? '' };
    }),
  );
  const table = seats[0]?.table ?? '';
  const [first, second, ...more] = seats.filter((one) => one.table === table);
  if (first === undefined || second === undefined) throw new Error('nobody sits together');
  return {
    server,
    made,
    facilitator,
    page: `${table}.1`,
    mates: [first.phone, second.phone, ...more.map(({ phone }) => phone)],
    others: seats.filter((one) => one.table !== table).map(({ phone }) => phone),
  };
}

/** Presses Next until this round's pages are open. */
export async function nextUntil(facilitator: Phone, round: number): Promise<void> {
  for (;;) {
    const { openRound, phase } = await facilitator.sees('clock');
    if (openRound === round) return;
    const answer = await facilitator.command({ kind: 'next', phase });
    if (!answer.ok) throw new Error(answer.refusal.sentence);
    await facilitator.sees('clock', (view) => view.phase > phase);
  }
}
