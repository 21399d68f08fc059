import type { Batch, CommitReport } from '../src/store/batch.ts';
import type { Store } from '../src/store/store.ts';

/** A store whose commits wait at a gate, to show what the server does before they are durable. */
export interface HeldStore extends Store {
  /** From now on commits wait, in order. */
  hold(): void;
  /** Lets the waiting commits through and all later ones; resolves when the waiting are done. */
  release(): Promise<void>;
  /** Waiting commits fail as on a full disk, storing nothing; later ones go through. */
  fail(reason: Error): void;
  /** Resolves once `count` commits wait at the gate. */
  waiting(count: number): Promise<void>;
  /** The batches at the gate, oldest first. */
  readonly held: readonly Batch[];
}

interface Waiting {
  readonly batch: Batch;
  /** Resolves or rejects the caller's commit. */
  letThrough(): Promise<void>;
  refuse(reason: Error): void;
}

/** Wraps a store; everything but `commit` is passed straight on. */
export function holdStore(store: Store): HeldStore {
  let isHolding = false;
  let queue: Waiting[] = [];
  let watchers: { count: number; tell: () => void }[] = [];

  const commit = (batch: Batch): Promise<CommitReport> => {
    if (!isHolding) return store.commit(batch);
    return new Promise((resolve, reject) => {
      queue.push({
        batch,
        letThrough: () => store.commit(batch).then(resolve, reject),
        refuse: reject,
      });
      watchers = watchers.filter(({ count, tell }) => {
        if (queue.length < count) return true;
        tell();
        return false;
      });
    });
  };

  const open = (): Waiting[] => {
    const waiting = queue;
    queue = [];
    isHolding = false;
    return waiting;
  };

  return {
    commit,
    hold: () => {
      isHolding = true;
    },
    release: async () => {
      // All at once: the store's own order is theirs, and a later commit cannot overtake.
      await Promise.all(open().map((waiting) => waiting.letThrough()));
    },
    fail: (reason) => {
      for (const waiting of open()) waiting.refuse(reason);
    },
    waiting: (count) =>
      new Promise((resolve) => {
        if (queue.length >= count) resolve();
        else watchers.push({ count, tell: resolve });
      }),
    get held() {
      return queue.map(({ batch }) => batch);
    },
    cafe: (id) => store.cafe(id),
    cafeIdByCode: (code) => store.cafeIdByCode(code),
    factsAfter: (cafe, after) => store.factsAfter(cafe, after),
    answer: (cafe, commandId) => store.answer(cafe, commandId),
    dueCafes: () => store.dueCafes(),
    quietCafes: (before) => store.quietCafes(before),
    page: (cafe, page) => store.page(cafe, page),
    pages: (cafe) => store.pages(cafe),
    lastSaved: (cafe, replicas) => store.lastSaved(cafe, replicas),
    session: (hash) => store.session(hash),
    link: (hash) => store.link(hash),
    sessionsOf: (cafe) => store.sessionsOf(cafe),
    linksOf: (cafe) => store.linksOf(cafe),
    deleteCafe: (id, at) => store.deleteCafe(id, at),
    receipt: (hash) => store.receipt(hash),
    forgetReceipts: (before) => store.forgetReceipts(before),
    counts: () => store.counts(),
    pragmas: () => store.pragmas(),
    close: () => store.close(),
  };
}
