import type { Cafe, Founding } from '@tablecloth/shared/cafe';
import { CafeBody, readCafeJson, type MadeCafe, type PageBody } from '@tablecloth/shared/protocol';
import { sampleCafe } from '@tablecloth/shared/sample';
import { Router, type Request } from 'express';
import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { makeCafe } from '../cafes/make-cafe.ts';
import { linksOf } from '../capabilities/links.ts';
import type { Clock } from '../clock.ts';
import { seedNotes } from '../packs/seed-notes.ts';
import { parse } from '../parse.ts';
import type { Store } from '../store/store.ts';
import type { Time } from '../time.ts';
import type { BaseOf } from './address.ts';
import { Refused, refused } from './refused.ts';

const SampleBody = v.object({
  pace: v.optional(CafeBody.entries.definition.entries.pace),
  opensAt: v.optional(CafeBody.entries.definition.entries.opensAt),
});

/** POST /api/cafes and /api/cafes/sample. */
export function makeRoutes(around: {
  store: Store;
  time: Time;
  clock: Clock;
  key: Uint8Array;
  baseOf: BaseOf;
}): Router {
  const { store, time, clock, key, baseOf } = around;

  async function make(
    request: Request,
    founding: Founding,
    notes: readonly PageBody[],
  ): Promise<MadeCafe> {
    const now = time.now();
    const seed = (made: Pick<Cafe, 'id' | 'factNumber'>) => seedNotes(store, made, notes, now);
    const before = notes.length === 0 ? undefined : seed;
    const { cafe, code, session, due } = await makeCafe({ store, key, now }, founding, before);
    clock.set(cafe.id, due);
    return { cafe: cafe.id, code, session, links: linksOf(key, cafe, code, baseOf(request)) };
  }

  const router = Router();
  router.post('/cafes', async (request, response) => {
    // A large file has just been parsed: others have their turn before it is judged.
    await setImmediate();
    const read = readCafeJson(request.body);
    if ('problems' in read) throw mistaken(read.problems);
    response.status(201).json(await make(request, read.body, read.notes));
  });
  router.post('/cafes/sample', async (request, response) => {
    const read = parse(SampleBody, request.body ?? {});
    if (!read.ok) throw refused(read.refusal);
    const { pace = 1, opensAt = null } = read.value;
    response.status(201).json(await make(request, sampleCafe(opensAt, pace), []));
  });
  return router;
}

function mistaken(problems: readonly string[]): Refused {
  return new Refused(400, { code: 'not understood', sentence: problems.join('\n') });
}
