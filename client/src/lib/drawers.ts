/**
 * Where the shelf keeps its things: rows under keys, in order of their keys. Each call is one
 * awaited transaction; a row is kept when the promise resolves, and not before.
 */
export interface Drawers {
  put(drawer: Drawer, key: Key, row: unknown): Promise<void>;
  /** All rows whose key begins with `prefix`, in order. */
  all(drawer: Drawer, prefix: Key): Promise<unknown[]>;
  /** Removes the rows from `first` to `last`, both included. */
  remove(drawer: Drawer, first: Key, last: Key): Promise<void>;
}

export type Drawer = 'outbox' | 'pages' | 'day';
export type Key = readonly (string | number)[];

const DRAWERS: readonly Drawer[] = ['outbox', 'pages', 'day'];

/** For a browser that refuses storage, and for tests: as long as the page lives. */
export class MemoryDrawers implements Drawers {
  readonly #rows = new Map<Drawer, Map<string, { key: Key; row: unknown }>>(
    DRAWERS.map((drawer) => [drawer, new Map()]),
  );

  put(drawer: Drawer, key: Key, row: unknown): Promise<void> {
    this.#of(drawer).set(JSON.stringify(key), { key, row: structuredClone(row) });
    return Promise.resolve();
  }

  all(drawer: Drawer, prefix: Key): Promise<unknown[]> {
    const rows = [...this.#of(drawer).values()]
      .filter(({ key }) => prefix.every((part, i) => key[i] === part))
      .sort((a, b) => compare(a.key, b.key));
    return Promise.resolve(rows.map(({ row }) => structuredClone(row)));
  }

  remove(drawer: Drawer, first: Key, last: Key): Promise<void> {
    const rows = this.#of(drawer);
    for (const [name, { key }] of rows) {
      if (compare(key, first) >= 0 && compare(key, last) <= 0) rows.delete(name);
    }
    return Promise.resolve();
  }

  #of(drawer: Drawer): Map<string, { key: Key; row: unknown }> {
    const rows = this.#rows.get(drawer);
    if (rows === undefined) throw new Error(`no drawer ${drawer}`);
    return rows;
  }
}

function compare(a: Key, b: Key): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

const NAME = 'tablecloth';
const VERSION = 1;
/** Some Safaris never say whether a database was opened; nobody waits longer than this for it. */
const OPEN_MS = 3_000;

/**
 * IndexedDB. Browsers close a connection when they please (storage cleared, a newer tab upgrading, a
 * phone short of memory), so each transaction that finds it closed opens it once more.
 */
export class IndexedDrawers implements Drawers {
  readonly #indexed: IDBFactory;
  #open: Promise<IDBDatabase> | null = null;

  constructor(indexed: IDBFactory) {
    this.#indexed = indexed;
  }

  async put(drawer: Drawer, key: Key, row: unknown): Promise<void> {
    await this.#transact(drawer, 'readwrite', (store) => store.put(row, [...key]));
  }

  async all(drawer: Drawer, prefix: Key): Promise<unknown[]> {
    // An array is greater than every string and number, so it ends the prefix's range.
    const range = IDBKeyRange.bound([...prefix], [...prefix, []]);
    return this.#transact<unknown[]>(drawer, 'readonly', (store) => store.getAll(range));
  }

  async remove(drawer: Drawer, first: Key, last: Key): Promise<void> {
    const range = IDBKeyRange.bound([...first], [...last]);
    await this.#transact(drawer, 'readwrite', (store) => store.delete(range));
  }

  async #transact<T>(
    drawer: Drawer,
    mode: IDBTransactionMode,
    run: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    let transaction: IDBTransaction;
    try {
      transaction = (await this.#database()).transaction(drawer, mode);
    } catch (problem) {
      if (!(problem instanceof DOMException) || problem.name !== 'InvalidStateError') throw problem;
      this.#open = null;
      transaction = (await this.#database()).transaction(drawer, mode);
    }
    return new Promise((resolve, reject) => {
      const request = run(transaction.objectStore(drawer));
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('the transaction was aborted'));
      };
      // Not left to the browser, which waits for the request: a page that goes meanwhile aborts it.
      transaction.commit();
    });
  }

  #database(): Promise<IDBDatabase> {
    this.#open ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = this.#indexed.open(NAME, VERSION);
      const patience = setTimeout(() => {
        reject(new Error('the database does not open'));
      }, OPEN_MS);
      request.onupgradeneeded = () => {
        for (const drawer of DRAWERS) request.result.createObjectStore(drawer);
      };
      request.onsuccess = () => {
        clearTimeout(patience);
        const database = request.result;
        database.onclose = () => {
          this.#open = null;
        };
        database.onversionchange = () => {
          this.#open = null;
          database.close();
        };
        resolve(database);
      };
      request.onerror = () => {
        clearTimeout(patience);
        this.#open = null;
        reject(request.error ?? new Error('the database cannot be opened'));
      };
    });
    return this.#open;
  }
}
