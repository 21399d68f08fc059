import { LIMITS } from '@tablecloth/shared/cafe';
import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Router,
} from 'express';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { dropDocumentHeaders, securityHeaders } from './headers.ts';
import { Refused, refused } from './refused.ts';

/** Everything over HTTP: `api` are the routes beneath /api, `pages` what people open. */
export function makeHttp(around: {
  store: Store;
  log: Log;
  publicUrl: string | null;
  api: Router[];
  pages: Router;
}): Express {
  const { store, log, publicUrl, api, pages } = around;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(securityHeaders(publicUrl));

  app.get('/health', (_, response) => {
    response.json({ up: true });
  });
  app.get('/ready', async (_, response) => {
    const isReady = await store.pragmas().then(
      () => true,
      () => false,
    );
    response.status(isReady ? 200 : 503).json({ ready: isReady });
  });

  app.use(
    '/api',
    (_, response, next) => {
      response.set('Cache-Control', 'no-store');
      dropDocumentHeaders(response);
      next();
    },
    readJson,
    ...api,
    () => {
      throw refused({ code: 'no address' });
    },
  );
  app.use(pages);
  app.use(answerRefused(log));
  return app;
}

const readSmall = express.json({ limit: LIMITS.httpJsonBytesMax });
const readCafe = express.json({ limit: LIMITS.cafeJsonBytesMax });

/** A café's file may be larger than everything else that is sent. */
const readJson: RequestHandler = (request, response, next) => {
  const isCafe = request.method === 'POST' && request.path === '/cafes';
  (isCafe ? readCafe : readSmall)(request, response, next);
};

/** Every failure is answered as JSON with a code and a sentence; what went wrong inside is only logged. */
function answerRefused(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, refusal } = refusedBy(error);
    if (status === 500) log.error({ method: request.method, err: error }, 'a request failed');
    response.status(status).json({ refusal });
  };
}

/** What the body reader finds wrong has a status of 4xx; everything else is ours. */
function refusedBy(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof URIError) return refused({ code: 'not understood' });
  const type = error instanceof Error && 'type' in error ? error.type : null;
  if (type === 'entity.too.large') return refused({ code: 'too large' });
  if (isTheirs(error)) return refused({ code: 'not understood' });
  return refused({ code: 'went wrong' });
}

function isTheirs(error: unknown): boolean {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500;
}
