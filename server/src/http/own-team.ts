import { teamDay } from '@tablecloth/shared/cafe';
import { Router } from 'express';
import type { Ask } from './bearer.ts';
import { refused } from './refused.ts';

/** What a team's link shows of the team; what it changes goes through `POST /api/cafe/commands`. */
export function ownTeamRoutes({ ask }: { ask: Ask }): Router {
  const router = Router();
  router.get('/team', async (request, response) => {
    const { session, live } = await ask(request);
    if (session.holder.role !== 'team') throw refused({ code: 'not allowed' });
    const day = teamDay(live.cafe, session.holder.team);
    if (day === null) throw refused({ code: 'no team' }, 404);
    response.json(day);
  });
  return router;
}
