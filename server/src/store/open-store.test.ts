import { openScratchStore } from '../../test/scratch-store.ts';
import { MemoryStore } from '../../test/memory-store.ts';
import { storeSuite } from './store.suite.ts';

storeSuite('the embedded store', openScratchStore);

storeSuite('the store in memory', () => ({
  open: () => Promise.resolve(new MemoryStore()),
  end: () => Promise.resolve(),
}));
