import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * The line between one device and the server. Pulled, nothing passes in either direction and neither
 * side is told, as when a phone walks out of a network's reach; what was open then never comes back.
 */
export class Cable {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets: Set<Socket>;
  readonly #state: { pulled: boolean };

  private constructor(server: Server, sockets: Set<Socket>, state: { pulled: boolean }) {
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
    this.#sockets = sockets;
    this.#state = state;
  }

  static async to(serverPort: number): Promise<Cable> {
    const sockets = new Set<Socket>();
    const state = { pulled: false };
    const server = createServer((near) => {
      if (state.pulled) {
        near.destroy();
        return;
      }
      const far = connect(serverPort, '127.0.0.1');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          sockets.delete(from);
          to.destroy();
        });
        from.pipe(to);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Cable(server, sockets, state);
  }

  pull(): void {
    this.#state.pulled = true;
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  plug(): void {
    this.#state.pulled = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
