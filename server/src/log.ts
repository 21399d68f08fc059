import type { DestinationStream } from 'pino';
import { pino, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/** The log: ids and numbers only. Never log a name, a secret, an address with its query, or note text. */
export function makeLog(level: LogLevel, to?: DestinationStream): Log {
  const options = { level, base: null };
  return to === undefined ? pino(options) : pino(options, to);
}
