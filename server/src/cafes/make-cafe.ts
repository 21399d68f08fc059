import { MAKER, apply, deadline, found, replay, withNames } from '@tablecloth/shared/cafe';
import type { Cafe, Fact, Founding } from '@tablecloth/shared/cafe';
import { setImmediate } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { newCode } from '../capabilities/code.ts';
import { linkGrants } from '../capabilities/links.ts';
import { newSecret } from '../capabilities/secret.ts';
import { grant } from '../capabilities/session.ts';
import type { Append, Store } from '../store/store.ts';
import { openRounds } from './live-cafe.ts';
import { toStored } from './stored-fact.ts';

const FACTS_A_TURN = 50;

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
 * have passed `checkFounding`. What `before` puts into the store goes before all that: until then
 * the café has no fact, is nobody's, and is deleted by whoever starts the server next.
 * @throws when the store or `before` fails; nothing of the café is left then.
 */
export async function makeCafe(
  { store, key, now }: { store: Store; key: Uint8Array; now: number },
  founding: Founding,
  before?: (cafe: Pick<Cafe, 'id' | 'factNumber'>) => Promise<void>,
): Promise<Made> {
  const id = uuid();
  const { facts: bodies, names } = found(founding);
  const facts = bodies.map((body, index): Fact => ({
    number: index + 1,
    at: now,
    by: MAKER,
    body,
  }));
  let cafe = withNames(replay(id, [], {}), names);
  for (const fact of facts) {
    cafe = apply(cafe, fact);
    // Thousands of people take most of a second: others have their turn in between.
    if (fact.number % FACTS_A_TURN === 0) await setImmediate();
  }
  const session = newSecret();
  const whole: Append = {
    cafe: id,
    expect: 0,
    facts: facts.map(toStored),
    due: deadline(cafe),
    openRounds: openRounds(cafe),
    names,
    links: linkGrants(key, cafe, now),
    sessions: [grant(session, id, MAKER, null, now)],
  };
  for (;;) {
    const code = newCode();
    const newCafes = [{ id, code, createdAt: now }];
    const first = before === undefined ? { newCafes, appends: [whole] } : { newCafes };
    const report = await store.commit(first);
    // The code belongs to another café: draw again.
    if (report.newCafes[0] !== 'created') continue;
    if (before !== undefined) {
      try {
        await before({ id, factNumber: 0 });
        await store.commit({ appends: [whole] });
      } catch (error) {
        await store.deleteCafe(id, now);
        throw error;
      }
    }
    return { cafe, code, session, due: deadline(cafe) };
  }
}
