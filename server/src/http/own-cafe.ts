import { LIMITS, allows } from '@tablecloth/shared/cafe';
import {
  AnswerBody,
  CommandMessage,
  Correction,
  type Door,
  type FirstView,
  type Links,
  type NotesToCorrect,
} from '@tablecloth/shared/protocol';
import { Router } from 'express';
import * as v from 'valibot';
import { linksOf } from '../capabilities/links.ts';
import { commandAnswer } from '../cafes/request.ts';
import type { Guests } from '../guests/guests.ts';
import type { Corrections } from '../notes/corrections.ts';
import { parse } from '../parse.ts';
import { cafeView, tagOf } from '../sockets/cafe-view.ts';
import type { Receipt, Store } from '../store/store.ts';
import type { BaseOf } from './address.ts';
import { facilitator, type Ask } from './bearer.ts';
import { sendPacked } from './packed.ts';
import { refused } from './refused.ts';

const GuestsBody = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.peopleMax)),
});

/** What is asked about one's own café: by facilitators, for the way in by the screen, its view by all. */
export function ownCafeRoutes(around: {
  store: Store;
  key: Uint8Array;
  ask: Ask;
  baseOf: BaseOf;
  guests: Guests;
  corrections: Corrections;
  /** Deletes a café and ends everything that has to do with it. */
  remove: (cafe: string) => Promise<Receipt | null>;
}): Router {
  const { store, key, ask, baseOf, guests, corrections, remove } = around;
  const router = Router();

  router.get('/cafe/links', async (request, response) => {
    const { live } = await facilitator(ask, request);
    const code = (await store.cafe(live.id))?.code ?? '';
    const links: Links = linksOf(key, live.cafe, code, baseOf(request));
    response.json(links);
  });

  router.get('/cafe/door', async (request, response) => {
    const { session, live } = await ask(request);
    const { role } = session.holder;
    if (role !== 'facilitator' && role !== 'screen') throw refused({ code: 'not allowed' });
    const code = (await store.cafe(live.id))?.code ?? '';
    const { join } = linksOf(key, live.cafe, code, baseOf(request));
    response.json({ code, join } satisfies Door);
  });

  // For a phone's first look: packed this is a third of what the socket would send.
  router.get('/cafe/view', async (request, response) => {
    const { cafe } = (await ask(request)).live;
    const view = cafeView(cafe);
    const answer: FirstView = { factNumber: cafe.factNumber, tag: tagOf(view), view };
    await sendPacked(request, response, answer);
  });

  // What the socket's `command` does, for commands that are too large for one of its messages.
  router.post('/cafe/commands', async (request, response) => {
    const { session, live } = await ask(request);
    const read = parse(CommandMessage, request.body);
    if (!read.ok) throw refused(read.refusal);
    const { id, command } = read.value;
    if (!allows(session.holder, command)) throw refused({ code: 'not allowed' });
    const outcome = await live.do({ command, by: session.holder, id });
    if (!outcome.ok) throw refused(outcome.refusal);
    response.status(201).json(commandAnswer(outcome));
  });

  router.post('/cafe/guests', async (request, response) => {
    const { live } = await facilitator(ask, request);
    const read = parse(GuestsBody, request.body);
    if (!read.ok) throw refused(read.refusal);
    const added = await guests.fill(live, read.value.count);
    if (!added.ok) throw refused(added.refusal);
    response.status(201).json({ added: added.count });
  });

  router.get('/cafe/notes', async (request, response) => {
    const { live } = await facilitator(ask, request);
    const { tables } = live.cafe.definition;
    const table = tables.find(({ id }) => id === request.query['table']);
    if (table === undefined) throw refused({ code: 'no table' }, 404);
    const pages = await corrections.notes(live.cafe, table.id);
    response.json({ pages } satisfies NotesToCorrect);
  });

  router.post('/cafe/notes', async (request, response) => {
    const { session, live } = await facilitator(ask, request);
    const read = parse(Correction, request.body);
    if (!read.ok) throw refused(read.refusal);
    const refusal = await corrections.correct(live.cafe, session, read.value);
    if (refusal !== null) throw refused(refusal);
    response.status(201).json({});
  });

  router.post('/cafe/answers', async (request, response) => {
    const { session, live } = await facilitator(ask, request);
    const read = parse(AnswerBody, request.body);
    if (!read.ok) throw refused(read.refusal);
    const refusal = await corrections.answer(live.cafe, session, read.value);
    if (refusal !== null) throw refused(refusal);
    response.status(201).json({});
  });

  router.delete('/cafe', async (request, response) => {
    const { live } = await facilitator(ask, request);
    response.json({ receipt: await remove(live.id) });
  });
  return router;
}
