/** A preview in the browser and the plan on the server must be one and the same, byte for byte. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Room } from './room.ts';
import { names, seats } from './rotation/rooms.ts';

let room: Room;

beforeAll(async () => {
  room = await Room.open();
});
afterAll(() => room.close());

/** The planner as one script for a browser. */
async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('rotation/rooms.ts', import.meta.url)),
        formats: ['iife'],
        name: 'rooms',
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const code = outputs.flatMap((one) => ('output' in one ? one.output : []))[0];
  if (code?.type !== 'chunk') throw new Error('the planner was not built');
  return code.code;
}

test('Chromium plans the same seats as Node', async () => {
  const { page } = await room.device('planner', 'laptop', '');
  // A string in the page's own world: the page itself is empty and has no policy to break.
  const inBrowser = await page.evaluate<Record<string, string>>(
    `(() => { ${await script()}; return rooms.seats(); })()`,
  );
  const here = seats();
  for (const name of names) expect(inBrowser[name], name).toBe(here[name]);
  expect(here['six tables']).toContain('"p30"');
});
