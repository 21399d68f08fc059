import { LIMITS } from '@tablecloth/shared/cafe';
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Io } from './connection.ts';
import { isOwnOrigin } from './origin.ts';

/** Socket.IO as we use it: text packets, no compression, no recovery behind our backs. */
export function makeIo(server: HttpServer, publicUrl: string | null): Io {
  return new Server(server, {
    serveClient: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: LIMITS.socketMessageBytesMax,
    pingInterval: LIMITS.heartbeatIntervalMs,
    pingTimeout: LIMITS.heartbeatTimeoutMs,
    allowRequest: (request, decide) => {
      decide(null, isOwnOrigin(request, publicUrl));
    },
  });
}
