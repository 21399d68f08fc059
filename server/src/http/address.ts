import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';

/** The address links begin with: one that phones can reach, not only the browser that asks. */
export type BaseOf = (request: IncomingMessage) => string;

/**
 * PUBLIC_URL where it is set. Else the address of the request itself; but a facilitator on this very
 * machine asks as localhost, which no phone can reach, so then it is this machine's in the network.
 */
export function baseAddress(publicUrl: string | null, listensTo: string): BaseOf {
  return ({ headers, socket }) => {
    if (publicUrl !== null) return publicUrl;
    const { localPort } = socket;
    const asked = `http://${headers.host ?? ''}`;
    const own = URL.canParse(asked) ? new URL(asked) : null;
    const isLocal = own === null || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(own.hostname);
    const lan = isLocal && listensTo === '0.0.0.0' ? lanAddress() : null;
    if (lan !== null) return `http://${lan}:${String(localPort)}`;
    return own?.origin ?? `http://localhost:${String(localPort)}`;
  };
}

/** This machine's first IPv4 address in a network, or null without one. */
export function lanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const { family, internal, address } of addresses ?? []) {
      if (family === 'IPv4' && !internal) return address;
    }
  }
  return null;
}
