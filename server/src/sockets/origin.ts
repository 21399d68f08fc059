import type { IncomingMessage } from 'node:http';

/**
 * Whether a browser page of this origin may open a connection. CORS does not stop a foreign page's
 * WebSocket, so this is asked before anything is answered. An Origin that is present must be the
 * request's own host or the public address; 'null' (a sandboxed frame, a file) is foreign; none at
 * all is what same-origin polling and programs send.
 */
export function isOwnOrigin({ headers }: IncomingMessage, publicUrl: string | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (origin === publicUrl) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return (protocol === 'http:' || protocol === 'https:') && from === host?.toLowerCase();
}
