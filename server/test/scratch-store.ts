import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';

/** The embedded store in a temporary directory of its own, removed at the end. */
export interface ScratchStore {
  open(): Promise<Store>;
  /**
   * The store as the next process would find it had this one been killed now: opened from a copy
   * of its files, log and all, while the first is still open. The first is closed afterwards.
   */
  reopen(): Promise<Store>;
  /** Where the files of the store that is open now are. */
  directory(): string;
  end(): Promise<void>;
}

export function openScratchStore(): ScratchStore {
  const directories: string[] = [];
  let store: Store | undefined;
  const directory = () => directories.at(-1) ?? '';
  const open = async () => {
    directories.push(mkdtempSync(join(tmpdir(), 'tablecloth-store-')));
    store = await openStore(directory());
    return store;
  };
  return {
    open,
    directory,
    reopen: async () => {
      const from = directory();
      const to = mkdtempSync(join(tmpdir(), 'tablecloth-store-'));
      directories.push(to);
      for (const file of ['tablecloth.db', 'tablecloth.db-wal']) {
        if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file));
      }
      await store?.close();
      store = await openStore(to);
      return store;
    },
    end: async () => {
      await store?.close();
      for (const path of directories) rmSync(path, { recursive: true, force: true });
    },
  };
}
