/**
 * `npm start`: builds what is stale, then becomes the server. The server runs in this very process,
 * so signals reach it and its exit code is the command's.
 */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { freshen } from './fresh.mjs';
import { distOf } from './parts.mjs';

freshen(['client', 'server']);
await import(pathToFileURL(join(distOf('server'), 'main.js')).href);
