import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { IncomingMessage } from 'node:http';
import { PACK_STYLE_HASH } from '../packs/style.ts';

/**
 * Security headers. Everything comes from this server, nothing is inline but a pack's own style, and no script can be made
 * from text. https is only insisted on where the public address has it: on a router of one's own a
 * browser that was told to upgrade could never come back.
 */
export function securityHeaders(publicUrl: string | null): RequestHandler {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // A phone opens a fetched pack from memory, where it stands under this page's policy.
        styleSrc: ["'self'", PACK_STYLE_HASH],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        // Older Safari does not count a WebSocket to the same host as 'self'.
        connectSrc: ["'self'", ownSocket],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['svelte-trusted-html'],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
    // These three mean something on https only, and browsers complain about them elsewhere.
    crossOriginOpenerPolicy: isSecure ? { policy: 'same-origin' } : false,
    originAgentCluster: isSecure,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    // For browsers and plug-ins that are long gone; a phone would load them with every answer. Nobody may
    // frame a page: the policy's frame-ancestors says so to all others.
    xFrameOptions: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });

  function ownSocket({ headers }: IncomingMessage): string {
    const scheme = isSecure ? 'wss' : 'ws';
    // What a client says its host is goes into a header, so it must look like one.
    const { host = '' } = headers;
    return /^[\w.:[\]-]{1,255}$/u.test(host) ? `${scheme}://${host}` : "'self'";
  }
}

/** What these say concerns documents; on each script, style and JSON they would be half a kilobyte. */
const OF_DOCUMENTS = ['Content-Security-Policy', 'Referrer-Policy', 'X-DNS-Prefetch-Control'];

/** For an answer that is no document; that it is none, `nosniff` makes sure of. */
export function dropDocumentHeaders(response: Response): void {
  for (const name of OF_DOCUMENTS) response.removeHeader(name);
  // HTTP/1.1 keeps a connection without being told to.
  response.removeHeader('Connection');
}
