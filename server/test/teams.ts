import type { MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { expect } from 'vitest';
import { call, type TestServer } from './fixture.ts';
import type { Phone, Replica } from './phone.ts';

/** Two tables with a team each, two rounds and a home round; `change` of the definition. */
export async function makeTeams(
  server: TestServer,
  change: { pace?: number; hostsPerTable?: number } = {},
): Promise<MadeCafe> {
  const { definition, people } = smallCafe({ title: 'Tea', tables: 2, rounds: 2, minutes: 5 });
  const last = definition.programme.at(-1);
  if (last === undefined) throw new Error('no programme');
  const body = {
    people,
    definition: {
      ...definition,
      ...change,
      homeQuestion: 'What now?',
      programme: [
        ...definition.programme.slice(0, -1),
        { kind: 'home', minutes: 5, round: 3 },
        { kind: 'panel', minutes: 5, title: 'Panel' },
        last,
      ],
      teams: definition.tables.map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: `Team ${String(number)}`, topic: '' },
        ...{ question: '', homeTable: id },
      })),
    },
  };
  const made = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  expect(made.status).toBe(201);
  return made.json;
}

/** Writes a note and waits until it is saved. */
export async function write(
  phone: Phone,
  replica: Replica,
  text: string,
  kind?: string,
): Promise<void> {
  const entry = replica.write(text, kind);
  phone.socket.emit('entry', entry);
  await phone.got('saved', ({ replica: of, n }) => of === entry.replica && n === entry.n);
}
