import type { Request } from 'express';
import { isGone } from '../capabilities/is-gone.ts';
import type { LiveCafe } from '../cafes/live-cafe.ts';
import type { Cafes } from '../cafes/cafes.ts';
import type { Session } from '../capabilities/session.ts';
import type { Sessions } from '../capabilities/sessions.ts';
import { refused } from './refused.ts';

/** Who asks, by `Authorization: Bearer <session>`, and their café. */
export interface Asking {
  session: Session;
  live: LiveCafe;
}

export type Ask = (request: Request) => Promise<Asking>;

/** What a request brings to say who asks; null where that is nothing one could hold. */
export function secretOf(request: Request): string | null {
  const authorization = request.headers.authorization ?? '';
  return /^Bearer ([\w-]{16,200})$/u.exec(authorization)?.[1] ?? null;
}

/** @throws Refused when there is no such session (any more). */
export function askedBy({ sessions, cafes }: { sessions: Sessions; cafes: Cafes }): Ask {
  return async (request) => {
    const secret = secretOf(request);
    const session = secret === null ? null : await sessions.find(secret);
    const live = session === null ? null : await cafes.get(session.cafe);
    if (session === null || live === null || isGone(live.cafe, session))
      throw refused({ code: 'no session' });
    return { session, live };
  };
}

/** As `ask`, for facilitators only. */
export async function facilitator(ask: Ask, request: Request): Promise<Asking> {
  const asking = await ask(request);
  if (asking.session.holder.role !== 'facilitator') throw refused({ code: 'not allowed' });
  return asking;
}
