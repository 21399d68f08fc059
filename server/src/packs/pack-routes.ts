import type { Cafe, TeamId } from '@tablecloth/shared/cafe';
import {
  fileName,
  outlineOfCafe,
  outlineOfNextSteps,
  outlineOfTeam,
  type DaySum,
  type TeamPack,
} from '@tablecloth/shared/harvest';
import { Router, type Request } from 'express';
import type { Holder } from '../capabilities/session.ts';
import { facilitator, type Ask } from '../http/bearer.ts';
import { refused } from '../http/refused.ts';
import type { Store } from '../store/store.ts';
import type { Time } from '../time.ts';
import { CountedPages } from './counted-pages.ts';
import { dayOf } from './day.ts';
import { teamOf } from './team-of.ts';
import { attach, documentKinds, sendDocument } from './documents.ts';
import { packOfAll, packOfCafe, packOfTeam, sumOfDay } from './packs.ts';

/** Notes in hand: the whole café for facilitators, a team's pack for the team. */
export function packRoutes(around: {
  store: Pick<Store, 'page' | 'pages'>;
  time: Pick<Time, 'now'>;
  ask: Ask;
}): Router {
  const { store, time, ask } = around;
  const counted = new CountedPages(store);
  const router = Router();

  router.get('/cafe/pack.json', async (request, response) => {
    const { live } = await facilitator(ask, request);
    const whole = await packOfCafe(store, live.cafe, time.now());
    attach(response, fileName('cafe', whole.definition.title, 'json'));
    response.json(whole);
  });

  router.get('/cafe/pack.zip', async (request, response) => {
    const { live } = await facilitator(ask, request);
    const bytes = await packOfAll(store, live.cafe, time.now(), day(live.cafe, request));
    attach(response, fileName('cafe', live.cafe.definition.title, 'zip'));
    response.type('application/zip').send(bytes);
  });

  router.get('/cafe/sum', async (request, response) => {
    const { live } = await facilitator(ask, request);
    response.json((await sumOfDay(store, live.cafe)) satisfies DaySum);
  });

  router.get('/cafe/pages', async (request, response) => {
    const { live } = await facilitator(ask, request);
    response.json({ pages: await counted.of(live) });
  });

  for (const kind of documentKinds) {
    router.get(`/cafe/pack.${kind}`, async (request, response) => {
      const { live } = await facilitator(ask, request);
      const whole = await packOfCafe(store, live.cafe, time.now());
      const name = fileName('what-we-heard', whole.definition.title, kind);
      sendDocument(response, kind, name, outlineOfCafe(whole), day(live.cafe, request));
    });

    router.get(`/cafe/next-steps.${kind}`, async (request, response) => {
      const { live } = await facilitator(ask, request);
      const whole = await packOfCafe(store, live.cafe, time.now());
      const name = fileName('next-steps', whole.definition.title, kind);
      sendDocument(response, kind, name, outlineOfNextSteps(whole), day(live.cafe, request));
    });

    router.get(`/team/pack.${kind}`, async (request, response) => {
      const { cafe, pack } = await asked(request);
      const name = teamFile(pack, kind);
      sendDocument(response, kind, name, outlineOfTeam(pack), day(cafe, request));
    });
  }

  /** The pack a request is about, of a team that whoever asks may have it of. */
  async function asked(request: Request): Promise<{ cafe: Cafe; pack: TeamPack }> {
    const { session, live } = await ask(request);
    const team = teamFor(live.cafe, session.holder, request.query['team']);
    const pack = await packOfTeam(store, live.cafe, team);
    if (pack === null) throw refused({ code: 'no team' }, 404);
    return { cafe: live.cafe, pack };
  }

  router.get('/team/pack.json', async (request, response) => {
    const { pack } = await asked(request);
    attach(response, teamFile(pack, 'json'));
    response.json(pack);
  });
  return router;
}

/** @throws Refused where this one may not have that team's pack, or has not said which. */
function teamFor(cafe: Cafe, holder: Holder, wanted: unknown): TeamId {
  const own = teamOf(cafe, holder);
  if (holder.role === 'facilitator') {
    if (typeof wanted !== 'string') throw refused({ code: 'no team' });
    return wanted;
  }
  if (own === null || (wanted !== undefined && wanted !== own)) {
    throw refused({ code: 'not allowed' });
  }
  return own;
}

/** Of the café, where whoever asks is: the server may stand in another time zone. */
function day(cafe: Cafe, { query }: Request): string {
  return dayOf(cafe, query['zone']);
}

function teamFile({ team }: TeamPack, ending: string): string {
  return fileName(`team-${String(team.table)}`, team.name, ending);
}
