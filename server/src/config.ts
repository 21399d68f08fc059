import { resolve } from 'node:path';

/** What the process was told by its environment. */
export interface Config {
  port: number;
  host: string;
  /** Absolute path. */
  dataDir: string;
  /** The address phones use, without a path or trailing slash; null: it is guessed from the network. */
  publicUrl: string | null;
  logLevel: LogLevel;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Reads the settings; every mistake is one sentence and all of them are reported together. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { config: Config } | { mistakes: string[] } {
  const mistakes: string[] = [];
  const port = readPort(env['PORT'], mistakes);
  const publicUrl = readPublicUrl(env['PUBLIC_URL'], mistakes);
  const logLevel = readLogLevel(env['LOG_LEVEL'], mistakes);
  const host = given(env['HOST']) ?? '0.0.0.0';
  const dataDir = resolve(given(env['DATA_DIR']) ?? './data');
  if (mistakes.length > 0) return { mistakes };
  return { config: { port, host, dataDir, publicUrl, logLevel } };
}

// An empty variable is how container tools spell "not set".
function given(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function readPort(text: string | undefined, mistakes: string[]): number {
  const port = given(text) ?? '3000';
  if (/^\d{1,5}$/u.test(port) && Number(port) <= 65_535) return Number(port);
  mistakes.push(`PORT must be a whole number from 0 to 65535, but it is "${port}".`);
  return 0;
}

function readPublicUrl(text: string | undefined, mistakes: string[]): string | null {
  const address = given(text);
  if (address === null) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isOrigin =
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.pathname === '/' &&
    url.search + url.hash + url.username === '';
  if (isOrigin) return url.origin;
  mistakes.push(
    `PUBLIC_URL must be an address like https://cafe.example.org without a path, but it is "${address}".`,
  );
  return null;
}

function readLogLevel(text: string | undefined, mistakes: string[]): LogLevel {
  const level = given(text) ?? 'info';
  const known = LOG_LEVELS.find((one) => one === level);
  if (known !== undefined) return known;
  mistakes.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, but it is "${level}".`);
  return 'info';
}
