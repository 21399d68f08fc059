import type { Cafe, CafeId, PersonId } from '@tablecloth/shared/cafe';
import type { Log } from '../log.ts';
import type { Time } from '../time.ts';
import type { Connections, Io } from './connection.ts';
import { Figure } from './figure.ts';

/**
 * How many people's phones are connected, for facilitators and the screen.
 *
 * @param simulated people whose phone is the server itself.
 */
export function phonesOf(
  around: { io: Io; time: Time; log: Log; connections: Connections },
  cafeOf: (id: CafeId) => Cafe | null,
  simulated: (id: CafeId) => Iterable<PersonId>,
): Figure<'phones'> {
  return new Figure(around, {
    event: 'phones',
    to: ['facilitators', 'screen'],
    everyMs: 1_000,
    count: (id) => {
      const cafe = cafeOf(id);
      if (cafe === null) return null;
      const connected = new Set<PersonId>(simulated(id));
      let screens = 0;
      for (const { data } of around.connections.of(id)) {
        const { holder } = data.session;
        if (holder.role === 'person') connected.add(holder.person);
        if (holder.role === 'screen') screens += 1;
      }
      const away = Object.values(cafe.people).filter(
        (person) => person.here && !person.withoutPhone && !connected.has(person.id),
      );
      return { connected: connected.size, away: away.length, screens };
    },
  });
}
