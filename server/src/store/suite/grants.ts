import { beforeEach, describe, expect, test } from 'vitest';
import type { LinkGrant, Store } from '../store.ts';
import { createdAt, session } from './made-up.ts';

/** What every store does with links and sessions. */
export function grantsSuite(opened: () => Store): void {
  describe('capabilities', () => {
    let store: Store;

    beforeEach(() => {
      store = opened();
    });

    const link: LinkGrant = {
      ...{ hash: 'l1', cafe: 'c1', role: 'team', person: null, team: 'team1', createdAt },
    };

    test('links and sessions come back by hash and in order of creation', async () => {
      const later = session({ hash: 'a', createdAt: createdAt + 1, link: 'l1', person: null });
      const report = await store.commit({ links: [link], sessions: [later, session()] });
      expect(report).toMatchObject({ links: ['stored'], sessions: ['stored', 'stored'] });
      expect(await store.link('l1')).toEqual(link);
      expect(await store.session('a')).toEqual(later);
      expect(await store.sessionsOf('c1')).toEqual([session(), later]);
      expect(await store.linksOf('c1')).toEqual([link]);
    });

    test('a revoked link takes the sessions opened with it along, and only those', async () => {
      const byLink = session({ hash: 'by link', link: 'l1' });
      await store.commit({
        links: [link],
        sessions: [byLink, session(), session({ hash: 's2' })],
      });
      await store.commit({ revocations: [{ cafe: 'c1', links: ['l1'], sessions: ['s2'] }] });
      expect(await store.linksOf('c1')).toEqual([]);
      expect(await store.sessionsOf('c1')).toEqual([session()]);
    });

    test('nobody revokes in another café', async () => {
      await store.commit({ links: [link], sessions: [session({ link: 'l1' })] });
      await store.commit({ revocations: [{ cafe: 'c2', links: ['l1'], sessions: ['s1'] }] });
      expect(await store.session('s1')).not.toBeNull();
      expect(await store.link('l1')).not.toBeNull();
    });
  });
}
