import { LIMITS } from '@tablecloth/shared/cafe';
import type { SessionGrant, Store, StoredLink, StoredSession } from '../store/store.ts';
import { hashSecret, newSecret } from './secret.ts';
import { grant, sessionOf, type Holder, type Session } from './session.ts';

/** A session's secret, for the device alone, with what the store is to keep of it. */
export interface Granted {
  secret: string;
  session: Session;
  row: SessionGrant;
}

/** Finds and grants sessions. */
export class Sessions {
  readonly #store: Store;
  /** Called with the ids of sessions that have just been revoked. */
  readonly #ended: (cafe: string, sessions: string[]) => void;

  constructor(store: Store, ended: (cafe: string, sessions: string[]) => void) {
    this.#store = store;
    this.#ended = ended;
  }

  async find(secret: string): Promise<Session | null> {
    const stored = await this.#store.session(hashSecret(secret));
    return stored === null ? null : sessionOf(stored);
  }

  /**
   * A link's secret for a session of one's own; null where the link opens nothing (any more). The join
   * link is nobody's yet: whoever opens it says who they are first.
   */
  async exchange(secret: string, now: number): Promise<Granted | 'only joins' | null> {
    const link = await this.#store.link(hashSecret(secret));
    if (link === null) return null;
    if (link.role === 'join') return 'only joins';
    const holder = await this.#holderOf(link);
    if (holder === null) return null;
    const granted = make(link.cafe, holder, link.hash, now);
    const { sessions } = await this.#store.commit({ sessions: [granted.row] });
    return sessions[0] === 'stored' ? granted : null;
  }

  /**
   * Revokes the oldest sessions of a person who has opened the café on more devices than anybody
   * owns: a session cannot be collected without end.
   */
  async trim(cafe: string, person: string): Promise<void> {
    const all = await this.#store.sessionsOf(cafe);
    const own = all.filter((one) => one.role === 'participant' && one.person === person);
    const sessions = own.slice(0, -LIMITS.sessionsPerPersonMax).map(({ hash }) => hash);
    if (sessions.length === 0) return;
    await this.#store.commit({ revocations: [{ cafe, sessions }] });
    this.#ended(cafe, sessions);
  }

  async #holderOf({ cafe, role, person, team }: StoredLink): Promise<Holder | null> {
    switch (role) {
      case 'facilitate':
        return { role: 'facilitator', label: nextLabel(await this.#store.sessionsOf(cafe)) };
      case 'screen':
        return { role: 'screen' };
      case 'team':
        return team === null ? null : { role: 'team', team };
      case 'participant':
        return person === null ? null : { role: 'person', person };
      case 'join':
        return null;
    }
  }
}

export function make(cafe: string, holder: Holder, link: string | null, now: number): Granted {
  const secret = newSecret();
  const row = grant(secret, cafe, holder, link, now);
  return { secret, session: { id: row.hash, cafe, holder }, row };
}

/** 'Facilitator 1', 'Facilitator 2', … in the order they came; the number of one who left stays theirs. */
function nextLabel(sessions: readonly StoredSession[]): string {
  const numbers = sessions
    .filter(({ role }) => role === 'facilitate')
    .map(({ person }) => Number(/\d+$/u.exec(person ?? '')?.[0] ?? 0));
  return `Facilitator ${String(Math.max(0, ...numbers) + 1)}`;
}
