import type { TeamPack } from '@tablecloth/shared/harvest';
import type {
  ExchangeAnswer,
  MadeCafe,
  NotesToCorrect,
  WireRefusal,
} from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import { call, startServer, type TestServer } from './fixture.ts';
import { join, Phone, Replica } from './phone.ts';
import { nextUntil } from './round.ts';
import { makeTeams, write } from './teams.ts';

export type Said = { refusal?: WireRefusal };
export const correct = (server: TestServer, session: string, body: object) =>
  call<Said>(server, 'POST', '/api/team/notes', {
    session,
    body: { id: uuid(), card: null, kind: 'note', ...body },
  });
export const notes = async (server: TestServer, session: string) =>
  (await call<NotesToCorrect>(server, 'GET', '/api/team/notes', { session })).json;
export const pack = async (server: TestServer, session: string) =>
  (await call<TeamPack>(server, 'GET', '/api/team/pack.json', { session })).json;

export async function openTeam(server: TestServer, made: MadeCafe, team: string): Promise<string> {
  const link = made.links.teams.find((one) => one.team === team)?.link ?? '';
  const body = { secret: new URL(link).hash.slice(1) };
  return (await call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body })).json.session;
}

export async function close(facilitator: Phone): Promise<void> {
  const { phase } = await facilitator.sees('clock');
  await facilitator.command({ kind: 'close', phase });
  await facilitator.sees('clock', ({ stage }) => stage.at === 'closed');
}

/** Ada of team 1 sits at table 1 in round 1 and writes there; `close` comes when a test says so. */
export async function afterwards() {
  const server = await startServer();
  const made = await makeTeams(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada', 'team1');
  await nextUntil(facilitator, 1);
  await ada.command({ kind: 'sit', table: 't1' });
  await ada.sees('person', ({ tables }) => tables[0] === 't1');
  await write(ada, new Replica('t1.1'), 'They rnig first');
  const session = await openTeam(server, made, 'team1');
  return { server, made, facilitator, ada, session };
}
