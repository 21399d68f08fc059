import type { ExchangeAnswer, JoinAnswer, Role } from '@tablecloth/shared/protocol';
import type { Kept } from './kept.ts';

/** One capability of this device in one café. `session` is secret and goes nowhere but our server. */
export interface Session {
  cafe: string;
  session: string;
  role: Role;
  /** Only with the role 'person'. */
  person: string | null;
  /** Only with the role 'team'. */
  team: string | null;
  /** Only with the role 'table': this device's id, and the number of the table it lies on. */
  device?: { phone: string; table: number };
  /** How this facilitator is called in activity lists. */
  label: string | null;
}

/** The page a role works on. */
export const PAGES: Record<Role, string> = {
  facilitator: '/facilitate',
  screen: '/screen',
  team: '/team',
  person: '/',
  table: '/',
};

export function sessionFromJoin({ session, cafe, person }: JoinAnswer): Session {
  return { session, cafe, role: 'person', person, team: null, label: null };
}

export function sessionFromLink({ session, role, cafe, team, label }: ExchangeAnswer): Session {
  return { session, cafe, role, person: null, team, label };
}

const LIST = 'tablecloth.sessions';

/**
 * The sessions of this device, the one used last first. One device may be a person in one café, a
 * facilitator in it as well, and a person in yesterday's; each page takes the newest of its role.
 */
export class Sessions {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  /** All sessions of a role, the newest first. */
  all(role: Role): Session[] {
    return this.#list().filter((session) => session.role === role);
  }

  newest(role: Role): Session | null {
    return this.all(role)[0] ?? null;
  }

  of(role: Role, cafe: string): Session | null {
    return this.all(role).find((session) => session.cafe === cafe) ?? null;
  }

  /** What opens a day on this device, a person's or a table's, the newest first. */
  days(): Session[] {
    return this.#list().filter(({ role }) => role === 'person' || role === 'table');
  }

  /** Puts a session first. An earlier one of the same café and role gives way, unless somebody else's. */
  keep(session: Session): void {
    const others = this.#list().filter(
      ({ cafe, role, person, device }) =>
        cafe !== session.cafe ||
        role !== session.role ||
        person !== session.person ||
        device?.phone !== session.device?.phone,
    );
    this.#kept.write(LIST, [session, ...others].slice(0, SESSIONS_MAX));
  }

  forget(secret: string): void {
    this.#kept.write(
      LIST,
      this.#list().filter(({ session }) => session !== secret),
    );
  }

  #list(): Session[] {
    const list = this.#kept.read<Session[]>(LIST);
    return Array.isArray(list) ? list : [];
  }
}

const SESSIONS_MAX = 24;

/**
 * The secret in the address's fragment, which then leaves the address bar and the history, so that
 * nobody reads it over a shoulder or sends it on with a copied address. Null where there is none.
 */
export function takeSecret(location: Location, history: History): string | null {
  const secret = secretIn(location.hash);
  if (location.hash !== '') {
    history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  }
  return secret;
}

/** `#…` or `#k=…`; long enough to be a secret, in the letters secrets have. */
export function secretIn(hash: string): string | null {
  const [, secret] = /^#(?:k=)?([\w-]{16,200})$/u.exec(hash) ?? [];
  return secret ?? null;
}
