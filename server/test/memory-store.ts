import type { KeptReceipt } from '@tablecloth/shared/protocol';
import { hashSecret } from '../src/capabilities/secret.ts';
import type {
  Append,
  AppendOutcome,
  Batch,
  NewCafeOutcome,
  NewGeneration,
  NewGenerationOutcome,
  NewRow,
  Revocation,
  RowOutcome,
} from '../src/store/batch.ts';
import type {
  LinkGrant,
  Receipt,
  ReplicaName,
  SessionGrant,
  Store,
  StoredAnswer,
  StoredCafe,
  StoredClient,
  StoredPage,
  StoredRow,
} from '../src/store/store.ts';

interface Outbox {
  readonly page: string;
  readonly replica: string;
  readonly person: string | null;
  last: number;
}

interface Page {
  readonly page: string;
  readonly round: number;
  generation: number;
  seq: number;
  rows: StoredRow[];
  clients: StoredClient[];
}

interface Cafe {
  head: Omit<StoredCafe, 'facts' | 'names'>;
  facts: StoredCafe['facts'][number][];
  answers: Map<string, StoredAnswer>;
  names: Map<string, string>;
  pages: Map<string, Page>;
  outboxes: Outbox[];
  sessions: SessionGrant[];
  links: LinkGrant[];
}

/**
 * The Store written the plain way, with nothing to crash and nothing to lock: the model other
 * implementations are compared with, and a quick store for tests of what lies above. It holds one
 * process's memory and promises no durability.
 */
export class MemoryStore implements Store {
  readonly #cafes = new Map<string, Cafe>();
  readonly #receipts = new Map<string, KeptReceipt>();

  commit(batch: Batch) {
    return attempt(() => ({
      newCafes: (batch.newCafes ?? []).map(({ id, code, createdAt }): NewCafeOutcome => {
        if (this.#cafes.has(id) || this.#byCode(code)) return 'taken';
        const head = { id, code, createdAt, number: 0, due: null, openRounds: [] };
        this.#cafes.set(id, {
          ...{ head, facts: [], answers: new Map(), names: new Map(), pages: new Map() },
          ...{ outboxes: [], sessions: [], links: [] },
        });
        return 'created';
      }),
      appends: (batch.appends ?? []).map((append) => this.#append(append)),
      links: (batch.links ?? []).map((link) => this.#grant(link.cafe, 'links', link)),
      sessions: (batch.sessions ?? []).map((it) => this.#grant(it.cafe, 'sessions', it)),
      newGenerations: this.#revokeAll(batch.revocations ?? [], () =>
        (batch.newGenerations ?? []).map((renewal) => this.#renew(renewal)),
      ),
      rows: this.#writeRows(batch.rows ?? []),
    }));
  }

  cafe(id: string) {
    return attempt(() => {
      const cafe = this.#cafes.get(id);
      if (!cafe) return null;
      return { ...cafe.head, facts: [...cafe.facts], names: Object.fromEntries(cafe.names) };
    });
  }

  cafeIdByCode(code: string) {
    return attempt(() => this.#byCode(code)?.head.id ?? null);
  }

  factsAfter(cafe: string, after: number) {
    return attempt(() => (this.#cafes.get(cafe)?.facts ?? []).filter((it) => it.number > after));
  }

  answer(cafe: string, commandId: string) {
    return attempt(() => this.#cafes.get(cafe)?.answers.get(commandId) ?? null);
  }

  dueCafes() {
    return attempt(() =>
      [...this.#cafes.values()]
        .map(({ head: { id, due, number } }) => ({ id, due, number }))
        .sort(by('id')),
    );
  }

  quietCafes(before: number) {
    return attempt(() =>
      [...this.#cafes]
        .filter(([, { facts }]) => facts.length > 0 && facts.every(({ at }) => at < before))
        .map(([id]) => id)
        .sort(),
    );
  }

  page(cafe: string, page: string) {
    return attempt((): StoredPage => {
      const found = this.#cafes.get(cafe)?.pages.get(page);
      if (!found) return { generation: 1, seq: 0, rows: [], leaves: [], clients: [] };
      return {
        generation: found.generation,
        seq: found.seq,
        rows: found.rows.filter(({ leaf }) => leaf === null),
        leaves: found.rows.filter(({ leaf }) => leaf !== null),
        clients: [...found.clients].sort(by('clientId')),
      };
    });
  }

  pages(cafe: string) {
    return attempt(() =>
      [...(this.#cafes.get(cafe)?.pages.values() ?? [])]
        .map(({ page, round, generation, seq }) => ({ page, round, generation, seq }))
        .sort(by('page')),
    );
  }

  lastSaved(cafe: string, replicas: readonly ReplicaName[]) {
    return attempt(() =>
      replicas.map(({ page, replica }) => ({
        page,
        replica,
        n: this.#outbox({ cafe, page, replica })?.last ?? 0,
      })),
    );
  }

  session(hash: string) {
    return attempt(() => this.#all('sessions').find((it) => it.hash === hash) ?? null);
  }

  link(hash: string) {
    return attempt(() => this.#all('links').find((it) => it.hash === hash) ?? null);
  }

  sessionsOf(cafe: string) {
    return attempt(() => inOrder(this.#cafes.get(cafe)?.sessions ?? []));
  }

  linksOf(cafe: string) {
    return attempt(() => inOrder(this.#cafes.get(cafe)?.links ?? []));
  }

  deleteCafe(id: string, at: number) {
    return attempt((): Receipt => {
      const cafe = this.#cafes.get(id);
      this.#cafes.delete(id);
      const deleted = countsOf(cafe ? [cafe] : []);
      const rows = Object.values(deleted).reduce((sum, count) => sum + count, 0);
      const devices = cafe?.sessions.filter(({ role }) => role === 'facilitate' || role === 'team');
      const itself = cafe === undefined ? [] : [{ hash: hashSecret(id) }];
      for (const { hash } of [...(cafe?.links ?? []), ...(devices ?? []), ...itself]) {
        this.#receipts.set(hash, { deletedAt: at, rows });
      }
      return { deletedAt: at, deleted, left: countsOf([]) };
    });
  }

  receipt(hash: string) {
    return attempt(() => this.#receipts.get(hash) ?? null);
  }

  forgetReceipts(before: number) {
    return attempt(() => {
      for (const [hash, { deletedAt }] of this.#receipts) {
        if (deletedAt < before) this.#receipts.delete(hash);
      }
    });
  }

  counts() {
    return attempt(() => countsOf([...this.#cafes.values()]));
  }

  pragmas() {
    return Promise.resolve({ journal_mode: 'memory', synchronous: 0, secure_delete: 0 });
  }

  close() {
    return Promise.resolve();
  }

  #append(append: Append): AppendOutcome {
    const cafe = this.#cafes.get(append.cafe);
    if (append.command && cafe?.answers.has(append.command.id)) return 'answered';
    if (cafe?.head.number !== append.expect) return 'stale';
    const number = append.expect + append.facts.length;
    const openRounds = [...append.openRounds].sort((a, b) => a - b);
    cafe.head = { ...cafe.head, number, due: append.due, openRounds };
    cafe.facts.push(...append.facts.map((fact) => ({ ...fact, body: asJson(fact.body) })));
    if (append.command) {
      const { id, answer } = append.command;
      cafe.answers.set(id, { commandId: id, answer: asJson(answer), number });
    }
    for (const { person, name } of append.names ?? []) {
      if (name === null) cafe.names.delete(person);
      else cafe.names.set(person, name);
    }
    for (const link of append.links ?? []) this.#grant(link.cafe, 'links', link);
    for (const session of append.sessions ?? []) this.#grant(session.cafe, 'sessions', session);
    return this.#revokeAll(append.revocations ?? [], () => 'appended');
  }

  #grant<K extends 'links' | 'sessions'>(cafe: string, kind: K, grant: Cafe[K][number]) {
    const list = this.#cafes.get(cafe)?.[kind] as Cafe[K][number][] | undefined;
    list?.push({ ...grant });
    return list ? ('stored' as const) : ('gone' as const);
  }

  #revokeAll<T>(revocations: readonly Revocation[], then: () => T): T {
    for (const { cafe: id, sessions = [], links = [] } of revocations) {
      const cafe = this.#cafes.get(id);
      if (!cafe) continue;
      cafe.links = cafe.links.filter(({ hash }) => !links.includes(hash));
      cafe.sessions = cafe.sessions.filter(
        ({ hash, link }) => !sessions.includes(hash) && !(link !== null && links.includes(link)),
      );
    }
    return then();
  }

  #renew({ cafe, page, expect, rows, at }: NewGeneration): NewGenerationOutcome {
    const found = this.#cafes.get(cafe)?.pages.get(page);
    if (found?.generation !== expect.generation || found.seq !== expect.seq) return 'stale';
    const server = { replica: null, first: 0, last: 0, at };
    found.rows = rows.map((row, index) => ({
      ...{ ...server, ...row, bytes: row.bytes.slice() },
      seq: expect.seq + 1 + index,
    }));
    found.clients = [];
    found.generation += 1;
    found.seq += found.rows.length;
    return 'renewed';
  }

  /** What a lock can refuse before what it cannot, as every store numbers rows. */
  #writeRows(rows: readonly NewRow[]): RowOutcome[] {
    const outcomes = new Map<number, RowOutcome>();
    for (const isFree of [false, true]) {
      rows.forEach((row, index) => {
        const { leaf, isCorrection = false } = row;
        if ((leaf !== null || isCorrection) === isFree) outcomes.set(index, this.#writeRow(row));
      });
    }
    return rows.map((_, index) => outcomes.get(index) ?? 'gone');
  }

  #writeRow(row: NewRow): RowOutcome {
    const cafe = this.#cafes.get(row.cafe);
    if (!cafe) return 'gone';
    const { page: id, round, person, replica, first, last, leaf, at } = row;
    const page = cafe.pages.get(id) ?? {
      ...{ page: id, round, generation: 1, seq: 0, rows: [], clients: [] },
    };
    const outbox = this.#outbox(row);
    const owner = (clientId: number) => page.clients.find((it) => it.clientId === clientId);
    const isForeign = (who: { person: string | null; replica: string } | undefined) =>
      who !== undefined && (who.person !== person || who.replica !== replica);
    if (isForeign(outbox) || row.clientIds.some((it) => isForeign(owner(it)))) {
      return 'foreign client';
    }
    if (last <= (outbox?.last ?? 0)) return 'duplicate';
    if (row.generation !== page.generation) return 'old generation';
    if (first > (outbox?.last ?? 0) + 1) return 'gap';
    if (leaf === null && row.isCorrection !== true && !cafe.head.openRounds.includes(round)) {
      return 'locked';
    }

    cafe.pages.set(id, page);
    page.seq += 1;
    const bytes = row.bytes.slice();
    page.rows.push({ seq: page.seq, leaf, person, replica, first, last, bytes, at });
    for (const clientId of row.clientIds) {
      if (!owner(clientId)) page.clients.push({ clientId, person, replica });
    }
    if (outbox) outbox.last = last;
    else cafe.outboxes.push({ page: id, replica, person, last });
    return 'stored';
  }

  #outbox({ cafe, page, replica }: ReplicaName & { cafe: string }): Outbox | undefined {
    const outboxes = this.#cafes.get(cafe)?.outboxes ?? [];
    return outboxes.find((it) => it.page === page && it.replica === replica);
  }

  #byCode(code: string): Cafe | undefined {
    return [...this.#cafes.values()].find(({ head }) => head.code === code);
  }

  #all<K extends 'links' | 'sessions'>(kind: K): Cafe[K][number][] {
    return [...this.#cafes.values()].flatMap((cafe): Cafe[K][number][] => cafe[kind]);
  }
}

/** As a Promise, so that a bug in a batch rejects as it does with a database. */
async function attempt<T>(what: () => T): Promise<T> {
  await Promise.resolve();
  return what();
}

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function by<K extends string>(key: K) {
  return (a: Record<K, string | number>, b: Record<K, string | number>) =>
    a[key] < b[key] ? -1 : 1;
}

function inOrder<T extends { createdAt: number; hash: string }>(grants: readonly T[]): T[] {
  return [...grants].sort((a, b) => a.createdAt - b.createdAt || by('hash')(a, b));
}

function countsOf(cafes: readonly Cafe[]): Record<string, number> {
  const sum = (size: (cafe: Cafe) => number) => cafes.reduce((n, cafe) => n + size(cafe), 0);
  const sumPages = (size: (page: Page) => number) =>
    sum((cafe) => [...cafe.pages.values()].reduce((n, page) => n + size(page), 0));
  return {
    cafes: cafes.length,
    facts: sum(({ facts }) => facts.length),
    commands: sum(({ answers }) => answers.size),
    names: sum(({ names }) => names.size),
    open_rounds: sum(({ head }) => head.openRounds.length),
    page_rows: sumPages(({ rows }) => rows.length),
    replicas: sum(({ outboxes }) => outboxes.length),
    clients: sumPages(({ clients }) => clients.length),
    pages: sum(({ pages }) => pages.size),
    sessions: sum(({ sessions }) => sessions.length),
    links: sum(({ links }) => links.length),
  };
}
