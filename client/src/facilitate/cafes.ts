import type { MadeCafe } from '@tablecloth/shared/protocol';
import type { Kept } from '../lib/kept.ts';
import type { Session, Sessions } from '../lib/session.ts';

/** A café that can be facilitated from this device. */
export interface KnownCafe {
  session: Session;
  /** Empty until the café was open here once. */
  title: string;
  /** When it was opened here last, epoch ms of this device; null where that is not known. */
  openedAt: number | null;
}

type Titles = Record<string, { title: string; openedAt: number }>;

const TITLES = 'tablecloth.facilitated';

/** The cafés of this device's facilitator sessions, the one opened last first. */
export class Cafes {
  readonly sessions: Sessions;
  readonly kept: Kept;

  constructor(sessions: Sessions, kept: Kept) {
    this.sessions = sessions;
    this.kept = kept;
  }

  all(): KnownCafe[] {
    const titles = this.#titles();
    return this.sessions.all('facilitator').map((session) => {
      const known = titles[session.cafe];
      return { session, title: known?.title ?? '', openedAt: known?.openedAt ?? null };
    });
  }

  of(cafe: string): Session | null {
    return this.sessions.of('facilitator', cafe);
  }

  /** Keeps the maker's own session. */
  made({ cafe, session }: MadeCafe): Session {
    const own: Session = {
      cafe,
      session,
      role: 'facilitator',
      person: null,
      team: null,
      label: null,
    };
    this.sessions.keep(own);
    return own;
  }

  /** Remembers what a café is called, for the list on the start page. */
  opened(cafe: string, title: string, openedAt: number): void {
    this.kept.write(TITLES, { ...this.#titles(), [cafe]: { title, openedAt } });
  }

  forget(session: Session): void {
    this.sessions.forget(session.session);
    const { [session.cafe]: _gone, ...others } = this.#titles();
    this.kept.write(TITLES, others);
  }

  #titles(): Titles {
    return this.kept.read<Titles>(TITLES) ?? {};
  }
}
