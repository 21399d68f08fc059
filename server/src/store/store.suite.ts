import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from './store.ts';
import { deletingSuite } from './suite/deleting.ts';
import { factsSuite } from './suite/facts.ts';
import { grantsSuite } from './suite/grants.ts';
import { opening, row, session } from './suite/made-up.ts';
import { renewalsSuite } from './suite/renewals.ts';
import { rowsSuite } from './suite/rows.ts';

/**
 * What every Store must do. `open` gives an empty store; `reopen`, for stores that outlive a
 * process, gives the same one again after the process died without closing it.
 */
export interface StoreUnderTest {
  open(): Promise<Store>;
  reopen?(): Promise<Store>;
  end(): Promise<void>;
}

export function storeSuite(name: string, prepare: () => StoreUnderTest): void {
  describe(name, () => {
    let under: StoreUnderTest;
    let store: Store;

    beforeEach(async () => {
      under = prepare();
      store = await under.open();
      await store.commit(opening);
    });
    afterEach(() => under.end());

    factsSuite(() => store);
    rowsSuite(() => store);
    renewalsSuite(() => store);
    grantsSuite(() => store);
    deletingSuite(() => store);

    test('commits that overlap are each whole and in order', async () => {
      const commits = Array.from({ length: 20 }, (_, index) =>
        store.commit({ rows: [row({ first: index + 1, last: index + 1 })] }),
      );
      const reports = await Promise.all(commits);
      expect(reports.flatMap(({ rows }) => rows)).toEqual(Array(20).fill('stored'));
    });

    test('what a commit promised is there after the process died', async () => {
      await store.commit({ rows: [row()], sessions: [session()] });
      if (!under.reopen) return;
      const [cafe, page] = [await store.cafe('c1'), await store.page('c1', 't7r1')];
      const again = await under.reopen();
      expect(await again.cafe('c1')).toEqual(cafe);
      expect(await again.page('c1', 't7r1')).toEqual(page);
      expect(await again.session('s1')).toEqual(session());
    });
  });
}
