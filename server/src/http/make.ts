import { checkFounding, type Founding } from '@tablecloth/shared/cafe';
import { CafeBody, type MadeCafe } from '@tablecloth/shared/protocol';
import { sampleCafe } from '@tablecloth/shared/sample';
import { Router, type Request } from 'express';
import * as v from 'valibot';
import { makeCafe } from '../cafes/make-cafe.ts';
import { linksOf } from '../capabilities/links.ts';
import type { Clock } from '../clock.ts';
import { mistakesOf, parse } from '../parse.ts';
import type { Store } from '../store/store.ts';
import type { Time } from '../time.ts';
import type { BaseOf } from './address.ts';
import { Refused, refused } from './refused.ts';

/** More would only scroll the first ones away. */
const MISTAKES_MAX = 20;

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

  async function make(request: Request, founding: Founding): Promise<MadeCafe> {
    const problems = checkFounding(founding);
    if (problems.length > 0) throw mistaken(problems);
    const { cafe, code, session, due } = await makeCafe({ store, key, now: time.now() }, founding);
    clock.set(cafe.id, due);
    return { cafe: cafe.id, code, session, links: linksOf(key, cafe, code, baseOf(request)) };
  }

  const router = Router();
  router.post('/cafes', async (request, response) => {
    const read = v.safeParse(CafeBody, request.body);
    if (!read.success) throw mistaken(mistakesOf(read.issues));
    response.status(201).json(await make(request, read.output));
  });
  router.post('/cafes/sample', async (request, response) => {
    const read = parse(SampleBody, request.body ?? {});
    if (!read.ok) throw refused(read.refusal);
    const { pace = 1, opensAt = null } = read.value;
    response.status(201).json(await make(request, sampleCafe(opensAt, pace)));
  });
  return router;
}

function mistaken(mistakes: string[]): Refused {
  const more = mistakes.length - MISTAKES_MAX;
  const told = mistakes.slice(0, MISTAKES_MAX);
  if (more > 0) told.push(`And ${String(more)} more.`);
  return new Refused(400, { code: 'not understood', sentence: told.join('\n') });
}
