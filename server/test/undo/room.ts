/** A small café with both facilitators, a screen and seven phones, to be looked at from all of them. */
import type { Listed } from '@tablecloth/shared/cafe';
import type { ExchangeAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { expect } from 'vitest';
import { FakeTime } from '../fake-time.ts';
import { call, startServer } from '../fixture.ts';
import { Phone, join } from '../phone.ts';

export const eve = {
  ...{ id: 'eve', name: 'Eve', team: 'team2', withoutPhone: true },
  fixedAt: null,
};
const listed: Listed[] = [{ ...eve, goesWith: null }];

export interface Room {
  time: FakeTime;
  facilitator: Phone;
  second: Phone;
  screen: Phone;
  ada: Phone & { person: string };
  bob: Phone & { person: string };
  phones: (Phone & { person: string })[];
}

export const stageOf = async ({ facilitator }: Room) => (await facilitator.sees('clock')).stage;
export const phaseOf = async ({ facilitator }: Room) => (await facilitator.sees('clock')).phase;
export const editionOf = async ({ facilitator }: Room) => (await facilitator.sees('cafe')).edition;
export const seatOf = async (phone: Phone) => (await phone.sees('person')).tables[0] ?? '';

/** Three tables with a team and a host each; two rounds, the home round and a panel; Eve is listed. */
export async function open(): Promise<Room> {
  const time = new FakeTime(Date.UTC(2026, 2, 3, 9));
  const server = await startServer({ time });
  const { definition } = smallCafe({ title: 'Tea', tables: 3, rounds: 2, minutes: 15 });
  const last = definition.programme.at(-1);
  if (last === undefined) throw new Error('no programme');
  const body = {
    people: listed,
    definition: {
      ...definition,
      hostsPerTable: 1,
      programme: [
        ...definition.programme.slice(0, -1),
        { kind: 'panel', minutes: 15, title: 'Panel' },
        last,
      ],
      teams: definition.tables.map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: `Team ${String(number)}`, topic: '' },
        ...{ question: '', homeTable: id },
      })),
    },
  };
  const { status, json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  expect(status).toBe(201);
  const device = async (link: string): Promise<Phone> => {
    const secret = new URL(link).hash.slice(1);
    const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', {
      body: { secret },
    });
    return new Phone(server, json.session);
  };
  const facilitator = new Phone(server, made.session);
  const [second, screen] = [await device(made.links.facilitate), await device(made.links.screen)];
  await facilitator.next();
  const [ada, bob, ...others] = [
    await join(server, made.code, 'Ada', 'team1'),
    await join(server, made.code, 'Bob', 'team2'),
    await join(server, made.code, 'Cem', 'team3'),
    await join(server, made.code, 'Dee', 'team1'),
    await join(server, made.code, 'Fay', 'team2'),
    await join(server, made.code, 'Gus', 'team3'),
    await join(server, made.code, 'Hal'),
  ];
  const room = { time, facilitator, second, screen, ada, bob, phones: [ada, bob, ...others] };
  // What happened at the door is seen before anything is looked at.
  await aSecond(room);
  for (const one of [facilitator, second]) {
    await one.sees('facilitator', ({ people }) => people.filter(({ here }) => here).length === 7);
  }
  await screen.sees('room', ({ here }) => here === 7);
  return room;
}

/**
 * A second of the server's clock: what it shows within that has reached everybody afterwards, however busy
 * the machine is.
 */
export async function aSecond({ time, facilitator, second, screen, phones }: Room): Promise<void> {
  await time.pass(1_000);
  await Promise.all([facilitator, second, screen, ...phones].map((one) => one.settled()));
}

export async function go({ facilitator, second }: Room, isThere: (kind: string) => boolean) {
  const { programme } = await facilitator.sees('cafe');
  for (;;) {
    const { stage, phase } = await facilitator.sees('clock');
    const kind = stage.at === 'step' ? (programme[stage.index]?.kind ?? '') : '';
    if (isThere(kind)) return;
    expect(await facilitator.next()).toMatchObject({ ok: true });
    for (const one of [facilitator, second]) await one.sees('clock', (now) => now.phase > phase);
  }
}
