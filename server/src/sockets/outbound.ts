import { base64 } from '../notes/base64.ts';
import type { Outbound } from '../notes/outbound.ts';
import { roomOf, sessionRoom, type Io } from './connection.ts';
import { wireRefusal } from './receive.ts';

/** Notes' messages over Socket.IO. */
export function socketOutbound(io: Io): Outbound {
  return {
    saved: (_, session, message) => io.to(sessionRoom(session)).emit('saved', message),
    sendFrom: (_, session, message) => io.to(sessionRoom(session)).emit('send from', message),
    refused: (_, session, message, refusal) =>
      io
        .to(sessionRoom(session))
        .emit('entry refused', { ...message, refusal: wireRefusal(refusal) }),
    entries: (cafe, { bytes, ...news }) =>
      io.to(roomOf(cafe, `page:${news.page}`)).emit('entries', { ...news, bytes: base64(bytes) }),
  };
}
