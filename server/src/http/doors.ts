import { LIMITS, namesInPacks, type Cafe } from '@tablecloth/shared/cafe';
import {
  ExchangeRequest,
  JoinRequest,
  LayRequest,
  type DoorView,
  type ExchangeAnswer,
  type JoinAnswer,
  type LayAnswer,
} from '@tablecloth/shared/protocol';
import { Router } from 'express';
import { v7 as uuid } from 'uuid';
import type { Cafes } from '../cafes/cafes.ts';
import type { LiveCafe } from '../cafes/live-cafe.ts';
import { readCode } from '../capabilities/code.ts';
import { hashSecret } from '../capabilities/secret.ts';
import { make, type Sessions } from '../capabilities/sessions.ts';
import { parse } from '../parse.ts';
import type { Connections } from '../sockets/connection.ts';
import type { Store } from '../store/store.ts';
import type { Time } from '../time.ts';
import { sendPacked } from './packed.ts';
import { refused } from './refused.ts';

/** Ways in for those without a session: looking at the door, joining, and opening a link. */
export function doorRoutes(around: {
  store: Store;
  time: Time;
  cafes: Cafes;
  sessions: Sessions;
  connections: Connections;
}): Router {
  const { store, time, cafes, sessions, connections } = around;

  async function byCode(typed: string): Promise<LiveCafe | null> {
    const code = readCode(typed);
    const id = code === null ? null : await store.cafeIdByCode(code);
    return id === null ? null : cafes.get(id);
  }

  async function bySecret(secret: string): Promise<LiveCafe | null> {
    const link = await store.link(hashSecret(secret));
    return link?.role === 'join' ? cafes.get(link.cafe) : null;
  }

  /** Guessing is slowed down, nobody who mistypes is shut out, and no address is ever counted. */
  async function orWait(found: Promise<LiveCafe | null>): Promise<LiveCafe> {
    const live = await found;
    if (live !== null) return live;
    await new Promise<void>((resolve) => time.after(LIMITS.wrongCodeDelayMs, resolve));
    throw refused({ code: 'no cafe' });
  }

  const router = Router();
  router.get('/codes/:code', async (request, response) => {
    const { cafe } = await orWait(byCode(request.params.code));
    await sendPacked(request, response, doorOf(cafe));
  });
  router.get('/doors/:secret', async (request, response) => {
    const { cafe } = await orWait(bySecret(request.params.secret));
    await sendPacked(request, response, doorOf(cafe));
  });

  router.post('/join', async (request, response) => {
    const read = parse(JoinRequest, request.body);
    if (!read.ok) throw refused(read.refusal);
    const { door, name, team, claim } = read.value;
    const found = readCode(door) === null ? bySecret(door) : byCode(door);
    const live = await orWait(found);
    const connected = connections.people(live.id);
    const command = { kind: 'join', person: uuid(), name, team, claim, connected } as const;
    let secret = '';
    const outcome = await live.do({
      command,
      by: { role: 'clock' },
      session: (person) => {
        const granted = make(live.id, { role: 'person', person }, null, time.now());
        secret = granted.secret;
        return granted.row;
      },
    });
    if (!outcome.ok) throw refused(outcome.refusal);
    const { person } = outcome;
    if (person === null) throw refused({ code: 'went wrong' });
    if (claim === 'same') await sessions.trim(live.id, person);
    const answer: JoinAnswer = { session: secret, cafe: live.id, person };
    response.status(201).json(answer);
  });

  router.post('/lay', async (request, response) => {
    const read = parse(LayRequest, request.body);
    if (!read.ok) throw refused(read.refusal);
    const { door, table, phone } = read.value;
    const live = await orWait(readCode(door) === null ? bySecret(door) : byCode(door));
    const { secret, row } = make(live.id, { role: 'table', phone }, null, time.now());
    const command = { kind: 'layPhone', phone, table } as const;
    const outcome = await live.do({ command, by: { role: 'clock' }, grant: row });
    if (!outcome.ok) throw refused(outcome.refusal);
    const answer: LayAnswer = { session: secret, cafe: live.id, phone, table };
    response.status(201).json(answer);
  });

  router.post('/exchange', async (request, response) => {
    const read = parse(ExchangeRequest, request.body);
    if (!read.ok) throw refused(read.refusal);
    const granted = await sessions.exchange(read.value.secret, time.now());
    if (granted === null) throw refused({ code: 'no session' });
    if (granted === 'only joins') throw refused({ code: 'only joins' });
    const { cafe, holder } = granted.session;
    const answer: ExchangeAnswer = {
      session: granted.secret,
      role: holder.role,
      cafe,
      team: holder.role === 'team' ? holder.team : null,
      label: holder.role === 'facilitator' ? holder.label : null,
    };
    response.status(201).json(answer);
  });
  return router;
}

/** Teams, never people: whoever has the code sees this. */
function doorOf({ id, definition, stage }: Cafe): DoorView {
  const { title, organisation, notice, teams, tables } = definition;
  const numbers = new Map(tables.map((table) => [table.id, table.number]));
  return {
    cafe: id,
    title,
    organisation,
    notice,
    namesInPacks: namesInPacks({ definition }),
    open: stage.at === 'before' ? 'before' : stage.at === 'closed' ? 'closed' : 'open',
    teams: teams.map((team) => ({
      id: team.id,
      name: team.name,
      table: numbers.get(team.homeTable) ?? 0,
    })),
  };
}
