import { firstName, type Cafe } from '@tablecloth/shared/cafe';
import { roomOf, type Connection } from './connection.ts';

/** Who is writing on which card: told to the page's other readers, volatile, never stored. */
export class Presence {
  writing(connection: Connection, cafe: Cafe, page: string, card: string | null): void {
    const { data } = connection;
    if (data.writingOn !== null && data.writingOn !== page) this.left(connection, cafe);
    data.writingOn = card === null ? null : page;
    this.#tell(connection, cafe, page, card);
  }

  /** The connection is gone or elsewhere: its name leaves the card. */
  left(connection: Connection, cafe: Cafe): void {
    const { writingOn } = connection.data;
    connection.data.writingOn = null;
    if (writingOn !== null) this.#tell(connection, cafe, writingOn, null);
  }

  #tell(connection: Connection, cafe: Cafe, page: string, card: string | null): void {
    const { holder } = connection.data.session;
    const name = holder.role === 'person' ? firstName(cafe.names[holder.person] ?? '') : '';
    // The connection's id only tells two writers of one name apart.
    connection
      .to(roomOf(cafe.id, `page:${page}`))
      .volatile.emit('presence', { page, card, name, replica: connection.id });
  }
}
