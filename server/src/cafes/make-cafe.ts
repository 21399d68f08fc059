import { deadline, found, replay, withNames } from '@tablecloth/shared/cafe';
import type { Cafe, Fact, Founding } from '@tablecloth/shared/cafe';
import { v7 as uuid } from 'uuid';
import { newCode } from '../capabilities/code.ts';
import { linkGrants } from '../capabilities/links.ts';
import { newSecret } from '../capabilities/secret.ts';
import { grant } from '../capabilities/session.ts';
import type { Batch, Store } from '../store/store.ts';
import { openRounds } from './live-cafe.ts';
import { toStored } from './stored-fact.ts';

/** A café that has just been stored, and the session of whoever made it. */
export interface Made {
  cafe: Cafe;
  code: string;
  session: string;
  /** When its first tick is due. */
  due: number | null;
}

/**
 * Stores a new café with its people, links and its maker's session in one commit. `founding` must
 * have passed `checkFounding`.
 * @throws when the store fails.
 */
export async function makeCafe(
  { store, key, now }: { store: Store; key: Uint8Array; now: number },
  founding: Founding,
): Promise<Made> {
  const by = { role: 'facilitator', label: 'Facilitator 1' } as const;
  const id = uuid();
  const { facts: bodies, names } = found(founding);
  const facts = bodies.map((body, index): Fact => ({ number: index + 1, at: now, by, body }));
  const cafe = withNames(replay(id, facts, {}), names);
  const session = newSecret();
  for (;;) {
    const code = newCode();
    const batch: Batch = {
      newCafes: [{ id, code, createdAt: now }],
      appends: [
        {
          cafe: id,
          expect: 0,
          facts: facts.map(toStored),
          due: deadline(cafe),
          openRounds: openRounds(cafe),
          names,
          links: linkGrants(key, cafe, now),
          sessions: [grant(session, id, by, null, now)],
        },
      ],
    };
    const report = await store.commit(batch);
    if (report.newCafes[0] === 'created') return { cafe, code, session, due: deadline(cafe) };
    // The code belongs to another café: draw again.
  }
}
