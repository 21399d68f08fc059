import { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import type { Asset } from './assets.ts';
import { dropDocumentHeaders } from './headers.ts';

/** Addresses people open, and the file of the client that answers. */
const PAGES: [path: string, file: string][] = [
  ['/', '/index.html'],
  ['/c/:code', '/index.html'],
  ['/t/:table', '/index.html'],
  ['/team', '/index.html'],
  ['/facilitate', '/facilitate.html'],
  ['/screen', '/screen.html'],
];

const NOTHING = 'There is nothing at this address.';

/** An address that does not decode, such as /c/%E0%A4%A, is opened by people too. */
const answerUnreadable: ErrorRequestHandler = (error: unknown, _, response, next) => {
  if (error instanceof URIError && !response.headersSent) say(response, 404, NOTHING);
  else next(error);
};

/** The client's pages and their files. */
export function pageRoutes(assets: ReadonlyMap<string, Asset>): Router {
  const router = Router();
  for (const [path, file] of PAGES) {
    router.get(path, (request, response) => {
      const asset = assets.get(file);
      if (asset !== undefined) send(request, response, asset);
      else say(response, 503, 'The pages are not built yet. Run “npm run build” and start again.');
    });
  }
  router.use((request, response, next) => {
    const asset = assets.get(request.path);
    if (asset === undefined || !['GET', 'HEAD'].includes(request.method)) next();
    else send(request, response, asset);
  });
  router.use((_, response) => {
    say(response, 404, NOTHING);
  });
  router.use(answerUnreadable);
  return router;
}

function send(request: Request, response: Response, asset: Asset): void {
  if (!asset.type.startsWith('text/html')) dropDocumentHeaders(response);
  // Code that is the same in every café is nobody's secret.
  if (asset.isHashed) response.removeHeader('Cross-Origin-Resource-Policy');
  response.set({
    'Content-Type': asset.type,
    'Cache-Control': asset.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    // What never changes is never asked for again.
    ...(asset.isHashed ? {} : { ETag: asset.etag }),
    Vary: 'Accept-Encoding',
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  // Whoever takes both is sent the smaller: their own order is only how they happen to list them.
  const accepted = (['br', 'gzip'] as const).find(
    (encoding) => asset[encoding] !== null && request.acceptsEncodings(encoding) !== false,
  );
  if (accepted !== undefined) response.set('Content-Encoding', accepted);
  response.end((accepted === undefined ? null : asset[accepted]) ?? asset.plain);
}

/** A small page without script or style, for people who followed a wrong link. */
function say(response: Response, status: number, sentence: string): void {
  response.status(status).type('html').set('Cache-Control', 'no-store').send(`<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>Tablecloth</title>
  <h1>${sentence}</h1>
  <p><a href="/">Enter a code or start from the first page</a></p>
</html>
`);
}
