import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadAssets } from './assets.ts';
import { pageRoutes } from './pages.ts';

const SCRIPT = 'console.log("hello");\n'.repeat(100);

async function serve() {
  const directory = mkdtempSync(join(tmpdir(), 'tablecloth-client-'));
  mkdirSync(join(directory, 'assets'));
  for (const page of ['index', 'facilitate', 'screen']) {
    writeFileSync(join(directory, `${page}.html`), `<!doctype html><title>${page}</title>`);
  }
  writeFileSync(join(directory, 'assets', 'phone-1a2b.js'), SCRIPT);
  const assets = loadAssets(directory);
  await vi.waitUntil(() => assets.get('/assets/phone-1a2b.js')?.gzip != null);
  const server = createServer(express().use(pageRoutes(assets)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
    rmSync(directory, { recursive: true });
  });
  const { port } = server.address() as AddressInfo;
  return (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${String(port)}${path}`, { headers });
}

test('every address people open shows its page and is asked for anew each time', async () => {
  const get = await serve();
  const titles = [];
  for (const path of ['/', '/c/K7Q01Z', '/team', '/facilitate', '/screen']) {
    const response = await get(path);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    titles.push(/<title>(\w+)/u.exec(await response.text())?.[1]);
  }
  expect(titles).toEqual(['index', 'index', 'index', 'facilitate', 'screen']);
});

test('scripts go over the wire compressed and are kept for good', async () => {
  const get = await serve();
  for (const encoding of ['br', 'gzip']) {
    const response = await get('/assets/phone-1a2b.js', { 'Accept-Encoding': encoding });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toBe(SCRIPT);
  }
  const plain = await get('/assets/phone-1a2b.js', { 'Accept-Encoding': 'identity' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(SCRIPT);
});

test('a page that has not changed is not sent again', async () => {
  const get = await serve();
  const etag = (await get('/')).headers.get('etag') ?? '';
  expect((await get('/', { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' })).status).toBe(
    304,
  );
});

test('nothing outside the built client can be asked for', async () => {
  const get = await serve();
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fetc/passwd']) {
    expect((await get(path)).status).toBe(404);
  }
});
