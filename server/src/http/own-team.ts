import { teamDay, type TeamId } from '@tablecloth/shared/cafe';
import { Correction, type NotesToCorrect } from '@tablecloth/shared/protocol';
import { Router, type Request } from 'express';
import type { Corrections } from '../notes/corrections.ts';
import { parse } from '../parse.ts';
import type { Ask, Asking } from './bearer.ts';
import type { Time } from '../time.ts';
import { refused } from './refused.ts';

/**
 * What a team's link shows of the team, and its notes to correct after the café. What the team says
 * about itself beforehand goes through `POST /api/cafe/commands`.
 */
export function ownTeamRoutes({
  ask,
  time,
  corrections,
}: {
  ask: Ask;
  time: Pick<Time, 'now'>;
  corrections: Corrections;
}): Router {
  const router = Router();

  /** @throws Refused for everybody but a team's link. */
  async function team(request: Request): Promise<Asking & { team: TeamId }> {
    const asking = await ask(request);
    const { holder } = asking.session;
    if (holder.role !== 'team') throw refused({ code: 'not allowed' });
    return { ...asking, team: holder.team };
  }

  router.get('/team', async (request, response) => {
    const { live, team: own } = await team(request);
    const day = teamDay(live.cafe, own, time.now());
    if (day === null) throw refused({ code: 'no team' }, 404);
    response.json(day);
  });

  router.get('/team/notes', async (request, response) => {
    const { live, team: own } = await team(request);
    const table = live.cafe.definition.teams.find(({ id }) => id === own)?.homeTable;
    if (table === undefined) throw refused({ code: 'no team' }, 404);
    const pages = await corrections.notes(live.cafe, table);
    response.json({ pages } satisfies NotesToCorrect);
  });

  router.post('/team/notes', async (request, response) => {
    const { session, live } = await team(request);
    const read = parse(Correction, request.body);
    if (!read.ok) throw refused(read.refusal);
    const refusal = await corrections.correct(live.cafe, session, read.value);
    if (refusal !== null) throw refused(refusal);
    response.status(201).json({});
  });
  return router;
}
