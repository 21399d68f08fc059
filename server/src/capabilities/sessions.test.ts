import { LIMITS } from '@tablecloth/shared/cafe';
import { smallCafe } from '@tablecloth/shared/sample';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../test/memory-store.ts';
import { makeCafe } from '../cafes/make-cafe.ts';
import type { LinkGrant } from '../store/store.ts';
import { hashSecret } from './secret.ts';
import { grant, sessionOf, type Holder } from './session.ts';
import { make, Sessions } from './sessions.ts';

/** A café with nobody in it, ways to give sessions and links, and which sessions were ended. */
async function opened() {
  const store = new MemoryStore();
  const body = smallCafe({ title: 'Small', tables: 2, rounds: 2, minutes: 5 });
  const { cafe } = await makeCafe({ store, key: new Uint8Array(32), now: 1 }, body);
  const ended: string[][] = [];
  const sessions = new Sessions(store, (of, ids) => ended.push([of, ...ids]));
  let at = 100;
  const hold = async (holder: Holder): Promise<{ id: string; secret: string }> => {
    at += 1;
    const { secret, row } = make(cafe.id, holder, null, at);
    await store.commit({ sessions: [row] });
    return { id: row.hash, secret };
  };
  const link = async (secret: string, change: Partial<LinkGrant>): Promise<void> => {
    const row = { hash: hashSecret(secret), cafe: cafe.id, person: null, team: null, createdAt: 1 };
    await store.commit({ links: [{ ...row, role: 'team', ...change }] });
  };
  return { store, cafe, sessions, ended, hold, link };
}

const person = (id: string): Holder => ({ role: 'person', person: id });

describe('a session', () => {
  it('is found by its secret alone', async () => {
    const { cafe, sessions, hold } = await opened();
    const { id, secret } = await hold(person('ada'));
    const found = { id, cafe: cafe.id, holder: person('ada') };
    expect(await sessions.find(secret)).toEqual(found);
    expect(await sessions.find(id)).toBeNull();
    expect(await sessions.find('nothing')).toBeNull();
  });

  it('comes back from its row as whose it was, and not from a row that lacks that', () => {
    const holders: Holder[] = [
      { role: 'facilitator', label: 'Facilitator 2' },
      { role: 'person', person: 'ada' },
      { role: 'team', team: 'team1' },
      { role: 'table', phone: 'tablet' },
      { role: 'screen' },
    ];
    for (const holder of holders) {
      const row = grant('secret', 'cafe', holder, null, 1);
      expect(sessionOf(row)).toEqual({ id: row.hash, cafe: 'cafe', holder });
      const bare = sessionOf({ ...row, person: null, team: null });
      expect(bare?.holder.role).toBe(
        holder.role === 'screen' || holder.role === 'facilitator' ? holder.role : undefined,
      );
    }
  });

  it('of somebody with too many devices ends for the oldest of theirs, and for nobody else’s', async () => {
    const { store, cafe, sessions, ended, hold } = await opened();
    const [founder] = await store.sessionsOf(cafe.id);
    const others = [
      await hold({ role: 'facilitator', label: 'ada' }),
      await hold({ role: 'table', phone: 'ada' }),
      await hold(person('ben')),
    ];
    const own: string[] = [];
    const open = async (): Promise<void> => {
      own.push((await hold(person('ada'))).id);
      await sessions.trim(cafe.id, 'ada');
    };
    for (let i = 0; i < LIMITS.sessionsPerPersonMax; i += 1) await open();
    expect(ended).toEqual([]);
    await open();
    await open();
    expect(ended).toEqual([
      [cafe.id, own[0]],
      [cafe.id, own[1]],
    ]);
    const left = (await store.sessionsOf(cafe.id)).map(({ hash }) => hash);
    expect(left).toEqual([founder?.hash, ...others.map(({ id }) => id), ...own.slice(2)]);
  });
});

describe('a link', () => {
  it('opens what it is for, each time with a session of its own', async () => {
    const { cafe, sessions, link } = await opened();
    await link('of a team', { team: 'team1' });
    const first = await sessions.exchange('of a team', 5);
    const second = await sessions.exchange('of a team', 6);
    for (const granted of [first, second]) {
      expect(granted).toMatchObject({
        session: { cafe: cafe.id, holder: { role: 'team', team: 'team1' } },
        row: { link: hashSecret('of a team') },
      });
    }
    if (first === null || first === 'only joins') throw new Error('nothing opened');
    expect(await sessions.find(first.secret)).toEqual(first.session);
    expect(second).not.toMatchObject({ secret: first.secret });
    await link('of a person', { role: 'participant', person: 'ada' });
    expect(await sessions.exchange('of a person', 7)).toMatchObject({
      session: { holder: person('ada') },
    });
    await link('of the screen', { role: 'screen' });
    expect(await sessions.exchange('of the screen', 8)).toMatchObject({
      session: { holder: { role: 'screen' } },
    });
  });

  it('opens nothing where it is none, is nobody’s yet, or names nobody', async () => {
    const { store, cafe, sessions, link } = await opened();
    const before = await store.sessionsOf(cafe.id);
    await link('to join', { role: 'join' });
    await link('of no team', {});
    await link('of nobody', { role: 'participant' });
    expect(await sessions.exchange('nothing', 5)).toBeNull();
    expect(await sessions.exchange('to join', 5)).toBe('only joins');
    expect(await sessions.exchange('of no team', 5)).toBeNull();
    expect(await sessions.exchange('of nobody', 5)).toBeNull();
    expect(await store.sessionsOf(cafe.id)).toEqual(before);
  });

  it('numbers facilitators in the order they came, and no number twice', async () => {
    const { store, cafe, sessions, hold, link } = await opened();
    await link('to facilitate', { role: 'facilitate' });
    await hold(person('7'));
    const label = async (): Promise<string> => {
      const granted = await sessions.exchange('to facilitate', 200);
      if (granted === null || granted === 'only joins') throw new Error('nothing opened');
      const { holder } = granted.session;
      if (holder.role !== 'facilitator') throw new Error('no facilitator');
      return holder.label;
    };
    const numbers = [await label(), await label(), await label()].map((one) =>
      Number(one.replace('Facilitator ', '')),
    );
    const [first = 0] = numbers;
    expect(numbers).toEqual([first, first + 1, first + 2]);
    const [middle] = (await store.sessionsOf(cafe.id)).filter(
      (one) => one.person === `Facilitator ${String(first + 1)}`,
    );
    await store.commit({ revocations: [{ cafe: cafe.id, sessions: [middle?.hash ?? ''] }] });
    expect(await label()).toBe(`Facilitator ${String(first + 3)}`);
  });
});
