import { expect, it } from 'vitest';
import { Kept } from '../lib/kept.ts';
import { Sessions } from '../lib/session.ts';
import { Cafes } from './cafes.ts';
import { KeptReceipts, type ShownReceipt } from './kept-receipts.ts';
import { readCafeFile } from './make-cafe.ts';
import { addressOf, routeOf } from './route.ts';

const made = (cafe: string) => ({
  cafe,
  code: '1E6EXY',
  session: `session-of-${cafe}`,
  links: { code: '', join: '', facilitate: '', screen: '', teams: [] },
});

it('an address leads to a café, a link, the sample or the start', () => {
  expect([
    routeOf('', null),
    routeOf('?sample', null),
    routeOf('?cafe=c1', null),
    routeOf('?cafe=c1', 'a-secret'),
    routeOf('?deleted=12', null),
    routeOf('?deleted=12', 'a-secret'),
  ]).toEqual([
    { at: 'start' },
    { at: 'sample' },
    { at: 'cafe', cafe: 'c1' },
    { at: 'link', secret: 'a-secret' },
    { at: 'deleted', when: '12' },
    { at: 'link', secret: 'a-secret' },
  ]);
});

it('no secret stands in an address', () => {
  expect(addressOf({ at: 'link', secret: 'a-secret' })).toBe('/facilitate');
  expect(addressOf({ at: 'cafe', cafe: 'c1' })).toBe('/facilitate?cafe=c1');
});

it('a café made here is listed here, with its title once it was open, until it is forgotten', () => {
  const kept = new Kept(null);
  const cafes = new Cafes(new Sessions(kept), kept);
  cafes.made(made('c1'));
  const second = cafes.made(made('c2'));
  cafes.opened('c1', 'A morning', 5);
  const list = () =>
    cafes.all().map(({ session, title, openedAt }) => [session.cafe, title, openedAt]);
  expect(list()).toEqual([
    ['c2', '', null],
    ['c1', 'A morning', 5],
  ]);
  cafes.forget(second);
  expect(list()).toEqual([['c1', 'A morning', 5]]);
});

it('a receipt comes again after a reload, each at its own address, until somebody leaves it', () => {
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
    removeItem: (key: string) => values.delete(key),
  } as unknown as Storage;
  const page = () => new KeptReceipts(new Kept(storage));
  const past: ShownReceipt = { at: 'past', receipt: { deletedAt: 5, rows: 9 }, title: 'Tea' };
  const receipt = { title: 'Cake', deletedAt: 6, deleted: { facts: 3 }, left: {} };
  const gone: ShownReceipt = { at: 'gone', receipt };
  page().keep(past, null);
  page().keep(gone, 'c6');
  const shown = (one: ShownReceipt) => {
    const route = routeOf(new URL(addressOf(page().route(one)), 'http://cafe.test').search, null);
    return route.at === 'deleted' ? page().of(route.when) : route;
  };
  expect([shown(past), shown(gone)]).toMatchObject([past, gone]);
  // At the café's own address too, as long as it is kept.
  expect([page().ofCafe('c5'), page().ofCafe('c6')]).toMatchObject([null, gone]);
  page().drop(past);
  expect([shown(past), shown(gone)]).toMatchObject([null, gone]);
  page().drop(gone);
  expect(page().ofCafe('c6')).toBeNull();
  expect(values.size).toBe(0);
});

it('a file is read as far as it is JSON of a café, and not beyond what a café can be', async () => {
  const file = (text: string, size = text.length) => ({ size, text: () => Promise.resolve(text) });
  expect(
    await Promise.all([
      readCafeFile(file('{"definition":{}}')),
      readCafeFile(file('[]')),
      readCafeFile(file('{"hello":1}')),
      readCafeFile(file('not JSON')),
      readCafeFile(file('{}', 32_000_001)),
    ]),
  ).toEqual([
    { ok: true, json: { definition: {} } },
    { ok: false, because: 'unreadable' },
    { ok: false, because: 'unreadable' },
    { ok: false, because: 'unreadable' },
    { ok: false, because: 'large' },
  ]);
});
