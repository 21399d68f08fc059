import type { Cafe, CafeId, Person, PersonId } from '@tablecloth/shared/cafe';
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
      const connected = around.connections.people(id);
      for (const person of simulated(id)) connected.add(person);
      const screens = [...around.connections.of(id)].filter(
        ({ data }) => data.session.holder.role === 'screen',
      );
      const here = Object.values(cafe.people).filter((person) => person.here);
      const isConnected = ({ id: person }: Person): boolean => connected.has(person);
      const away = here.filter((person) => !person.withoutPhone && !isConnected(person));
      return {
        connected: here.filter(isConnected).length,
        away: away.length,
        screens: screens.length,
      };
    },
  });
}
