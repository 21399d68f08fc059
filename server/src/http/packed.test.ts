import express from 'express';
import { get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { sendPacked } from './packed.ts';

const body = { teams: Array.from({ length: 20 }, (_, i) => ({ name: `Team ${String(i)}` })) };

/** What somebody receives who unpacks these. */
async function answerTo(
  accepted: string,
): Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }> {
  const server = express()
    .get('/', (request, response) => sendPacked(request, response, body))
    .listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': accepted };
    get({ port, host: '127.0.0.1', headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ headers: response.headers, bytes: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['identity', undefined, (bytes: Buffer) => bytes],
])('whoever accepts “%s” receives the same JSON', async (accepted, encoding, unpack) => {
  const { headers, bytes } = await answerTo(accepted);
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['content-type']).toMatch(/^application\/json/u);
  expect(headers.vary).toBe('Accept-Encoding');
  expect(JSON.parse(String(unpack(bytes)))).toEqual(body);
});
