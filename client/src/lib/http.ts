import type {
  DoorView,
  ExchangeAnswer,
  FirstView,
  JoinAnswer,
  JoinRequest,
  KeptReceipt,
  WireRefusal,
} from '@tablecloth/shared/protocol';

/** No answer came. Not the server's word, so it has no refusal code; the sentence is the page's. */
export interface Unheard {
  code: 'no network';
}

/** What became of a request: the server's answer, its refusal with a sentence, or silence. */
export type Reply<T> = ({ ok: true } & T) | { ok: false; refusal: WireRefusal | Unheard };

export const UNHEARD: { ok: false; refusal: Unheard } = {
  ok: false,
  refusal: { code: 'no network' },
};

/** The sentence of a refusal; `noNetwork` is what the page says where nobody answered. */
export function sentenceOf(refusal: WireRefusal | Unheard, noNetwork: string): string {
  return 'sentence' in refusal ? refusal.sentence : noNetwork;
}

/** A code that is typed, not the secret of a link: that is longer than any code. */
export function isCode(door: string): boolean {
  return door.length < 16;
}

interface Request {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  session?: string;
}

const PATIENCE_MS = 15_000;

/** The HTTP API. Nothing here throws. */
export class Http {
  readonly #fetch: typeof fetch;

  constructor(fetcher: typeof fetch) {
    this.#fetch = fetcher;
  }

  door(door: string): Promise<Reply<{ body: DoorView }>> {
    const path = isCode(door) ? 'codes' : 'doors';
    return this.json<DoorView>(`/api/${path}/${encodeURIComponent(door)}`);
  }

  join(request: JoinRequest): Promise<Reply<{ body: JoinAnswer }>> {
    return this.json<JoinAnswer>('/api/join', { method: 'POST', body: request });
  }

  /** The café as everybody in it sees it. */
  view(session: string): Promise<Reply<{ body: FirstView }>> {
    return this.json<FirstView>('/api/cafe/view', { session });
  }

  exchange(secret: string): Promise<Reply<{ body: ExchangeAnswer }>> {
    return this.json<ExchangeAnswer>('/api/exchange', { method: 'POST', body: { secret } });
  }

  /** Of the café that a link or a session was for, where it is deleted; null where it is not known to be. */
  async receipt(secret: string): Promise<KeptReceipt | null> {
    const reply = await this.json<{ receipt: KeptReceipt | null }>('/api/receipt', {
      session: secret,
    });
    return reply.ok ? reply.body.receipt : null;
  }

  async json<T>(path: string, request: Request = {}): Promise<Reply<{ body: T }>> {
    const response = await this.#send(path, request);
    if (response === null) return UNHEARD;
    try {
      const body: unknown = await response.json();
      if (response.ok) return { ok: true, body: body as T };
      const refusal = refusalIn(body);
      return refusal === null ? UNHEARD : { ok: false, refusal };
    } catch {
      // A proxy's page, or the connection broke in the middle: not our server's answer.
      return UNHEARD;
    }
  }

  /** A document as text, for showing or saving. */
  text(path: string, session: string): Promise<Reply<{ body: string }>> {
    return this.#body(path, session, (response) => response.text());
  }

  /** A file of any kind, for saving. */
  file(path: string, session: string): Promise<Reply<{ body: Blob }>> {
    return this.#body(path, session, (response) => response.blob());
  }

  async #body<T>(
    path: string,
    session: string,
    read: (response: Response) => Promise<T>,
  ): Promise<Reply<{ body: T }>> {
    const response = await this.#send(path, { session });
    if (response === null) return UNHEARD;
    try {
      if (response.ok) return { ok: true, body: await read(response) };
      const refusal = refusalIn(await response.json());
      return refusal === null ? UNHEARD : { ok: false, refusal };
    } catch {
      return UNHEARD;
    }
  }

  async #send(path: string, { method = 'GET', body, session }: Request): Promise<Response | null> {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (session !== undefined) headers['authorization'] = `Bearer ${session}`;
    const giveUp = new AbortController();
    const timer = setTimeout(() => {
      giveUp.abort();
    }, PATIENCE_MS);
    try {
      return await this.#fetch(path, {
        method,
        headers,
        signal: giveUp.signal,
        cache: 'no-store',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The server answers a no with `{ ok: false, refusal }` or the refusal itself. */
function refusalIn(body: unknown): WireRefusal | null {
  if (typeof body !== 'object' || body === null) return null;
  const refusal = 'refusal' in body ? body.refusal : body;
  if (typeof refusal !== 'object' || refusal === null) return null;
  const isOne = 'code' in refusal && 'sentence' in refusal && typeof refusal.sentence === 'string';
  return isOne ? (refusal as WireRefusal) : null;
}
