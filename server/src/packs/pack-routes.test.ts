import { replay, type Cafe } from '@tablecloth/shared/cafe';
import type { WholeCafe } from '@tablecloth/shared/harvest';
import { sampleCafe } from '@tablecloth/shared/sample';
import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../test/memory-store.ts';
import { Cafes } from '../cafes/cafes.ts';
import { makeCafe } from '../cafes/make-cafe.ts';
import { Sessions, make } from '../capabilities/sessions.ts';
import type { Holder } from '../capabilities/session.ts';
import { askedBy } from '../http/bearer.ts';
import { makeHttp } from '../http/http.ts';
import { samePlanner } from '../../test/same-planner.ts';
import { makeLog } from '../log.ts';
import { realTime } from '../time.ts';
import { packRoutes } from './pack-routes.ts';
import { PACK_POLICY } from './style.ts';

const EVENING = Date.UTC(2026, 4, 12, 22, 30);
const store = new MemoryStore();
const log = makeLog('silent');
let cafe: Cafe = replay('none', [], {});
let server: Server;

beforeAll(async () => {
  const made = await makeCafe({ store, key: new Uint8Array(32), now: 1 }, sampleCafe(EVENING));
  cafe = made.cafe;
  const cafes = new Cafes({
    store,
    time: realTime,
    log,
    planner: samePlanner,
    teamLinks: () => [],
    cardsOn: () => Promise.resolve(new Set<string>()),
  });
  const ask = askedBy({ sessions: new Sessions(store, () => undefined), cafes });
  const api = [packRoutes({ store, time: realTime, ask })];
  const app = makeHttp({ store, log, publicUrl: null, api, pages: express.Router() });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
});

async function get(holder: Holder | null, path: string): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  const headers: Record<string, string> = {};
  if (holder !== null) {
    const { secret, row } = make(cafe.id, holder, null, 1);
    await store.commit({ sessions: [row] });
    headers['Authorization'] = `Bearer ${secret}`;
  }
  return fetch(`http://127.0.0.1:${String(port)}/api${path}`, { headers });
}

const facilitator: Holder = { role: 'facilitator', label: 'Ana' };
const member: Holder = { role: 'person', person: 'p7-1' };
const link: Holder = { role: 'team', team: 'team7' };

describe('notes in hand', () => {
  it('are all in one file for facilitators, and the morning is one line of numbers', async () => {
    const all = await get(facilitator, '/cafe/pack.zip');
    expect(all.headers.get('content-type')).toBe('application/zip');
    const bytes = Buffer.from(await all.arrayBuffer()).toString('latin1');
    const { teams } = cafe.definition;
    expect(bytes.match(/teams\/team-\d+-[a-z0-9-]+\.html/gu)).toHaveLength(2 * teams.length);
    const sum = await get(facilitator, '/cafe/sum');
    expect(await sum.json()).toEqual({ people: 0, tables: 0, twice: 0, notes: 0 });
    expect(await (await get(facilitator, '/cafe/pages')).json()).toEqual({ pages: [] });
  });

  it.each<[string, Holder | null, string, number, string]>([
    ['nobody', null, '/team/pack.json', 401, 'no session'],
    ['nobody', null, '/cafe/pack.json', 401, 'no session'],
    ['a member', member, '/cafe/pack.json', 403, 'not allowed'],
    ['a team link', link, '/cafe/pack.md', 403, 'not allowed'],
    ['a member', member, '/cafe/pack.csv', 403, 'not allowed'],
    ['a team link', link, '/cafe/pack.zip', 403, 'not allowed'],
    ['a member', member, '/cafe/sum', 403, 'not allowed'],
    ['a member', member, '/cafe/pages', 403, 'not allowed'],
    ['a team link', link, '/cafe/next-steps.txt', 403, 'not allowed'],
    ['a member', member, '/team/pack.txt?team=team8', 403, 'not allowed'],
    ['a member', member, '/team/pack.md?team=team8', 403, 'not allowed'],
    ['a team link', link, '/team/pack.html?team=team8', 403, 'not allowed'],
    ['a team link', link, '/team/pack.html?team=team7&team=team8', 403, 'not allowed'],
    ['a screen', { role: 'screen' }, '/team/pack.json', 403, 'not allowed'],
    [
      'somebody without a team',
      { role: 'person', person: 'p0-1' },
      '/team/pack.json',
      403,
      'not allowed',
    ],
    ['a facilitator who names no team', facilitator, '/team/pack.json', 400, 'no team'],
    [
      'a facilitator who names no team there is',
      facilitator,
      '/team/pack.md?team=x',
      404,
      'no team',
    ],
  ])('are refused to %s: %j %s', async (_, holder, path, status, code) => {
    const response = await get(holder, path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ refusal: { code } });
  });

  it.each<[string, Holder, string, string]>([
    [
      'a member',
      member,
      '/team/pack.md',
      'attachment; filename="team-7-doorway-homeless-health.md"',
    ],
    [
      'a team link',
      link,
      '/team/pack.json?team=team7',
      'attachment; filename="team-7-doorway-homeless-health.json"',
    ],
    [
      'a facilitator',
      facilitator,
      '/team/pack.md?team=team6',
      'attachment; filename="team-6-childrens-speech-and-language-east.md"',
    ],
    [
      'a facilitator',
      facilitator,
      '/cafe/pack.json',
      'attachment; filename="cafe-fair-start-morning.json"',
    ],
    [
      'a facilitator',
      facilitator,
      '/cafe/pack.md',
      'attachment; filename="what-we-heard-fair-start-morning.md"',
    ],
    [
      'a facilitator',
      facilitator,
      '/cafe/pack.csv',
      'attachment; filename="what-we-heard-fair-start-morning.csv"',
    ],
    [
      'a facilitator',
      facilitator,
      '/cafe/pack.html',
      'inline; filename="what-we-heard-fair-start-morning.html"',
    ],
    [
      'a facilitator',
      facilitator,
      '/cafe/next-steps.html',
      'inline; filename="next-steps-fair-start-morning.html"',
    ],
    [
      'a team link',
      link,
      '/team/pack.txt',
      'attachment; filename="team-7-doorway-homeless-health.txt"',
    ],
  ])('are given to %s: %j %s', async (_, holder, path, disposition) => {
    const response = await get(holder, path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Disposition')).toBe(disposition);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('print from a page whose policy allows its own style and nothing else', async () => {
    const response = await get(link, '/team/pack.html');
    expect(response.headers.get('Content-Security-Policy')).toBe(PACK_POLICY);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<h1 dir="auto">Doorway Homeless Health</h1>');
  });

  it.each(['/team/pack.html', '/cafe/pack.html', '/cafe/next-steps.html'])(
    'say on paper which day they are of, where they are read: %s',
    async (path) => {
      const of = path.startsWith('/team') ? link : facilitator;
      const there = async (zone: string) => (await get(of, `${path}?zone=${zone}`)).text();
      expect(await there('Europe/London')).toContain('<p class="cafe">12 May 2026</p>');
      expect(await there('Australia/Sydney')).toContain('<p class="cafe">13 May 2026</p>');
    },
  );

  it('hold every name in the whole café’s JSON', async () => {
    const whole = (await (await get(facilitator, '/cafe/pack.json')).json()) as WholeCafe;
    expect(whole.people).toHaveLength(110);
    expect(whole.people[0]).toMatchObject({ name: 'Adaeze Brightwell', here: false, tables: [] });
  });
});
