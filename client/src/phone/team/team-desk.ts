import type { TeamDay } from '@tablecloth/shared/cafe';
import type { Correction, NotesToCorrect } from '@tablecloth/shared/protocol';
import type { Http, Reply } from '../../lib/http.ts';

/** Who may correct the notes of a table, and how it is asked. */
export interface Corrector {
  notes(): Promise<Reply<{ body: NotesToCorrect }>>;
  /** `id` is the same for the same words sent again. */
  correct(correction: Correction): Promise<Reply<{ body: object }>>;
  newId(): string;
}

/** What a team asks the server, over HTTP: its page works without a socket too. */
export class TeamDesk implements Corrector {
  readonly #http: Http;
  readonly #session: string;
  readonly #newId: () => string;

  constructor(http: Http, session: string, newId: () => string) {
    this.#http = http;
    this.#session = session;
    this.#newId = newId;
  }

  day(): Promise<Reply<{ body: TeamDay }>> {
    return this.#http.json('/api/team', { session: this.#session });
  }

  notes(): Promise<Reply<{ body: NotesToCorrect }>> {
    return this.#http.json('/api/team/notes', { session: this.#session });
  }

  correct(correction: Correction): Promise<Reply<{ body: object }>> {
    const session = this.#session;
    return this.#http.json('/api/team/notes', { method: 'POST', body: correction, session });
  }

  newId(): string {
    return this.#newId();
  }

  command(command: object): Promise<Reply<{ body: { factNumber: number } }>> {
    const body = { id: this.#newId(), command };
    return this.#http.json('/api/cafe/commands', { method: 'POST', body, session: this.#session });
  }
}
