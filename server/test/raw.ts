import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { TestServer } from './fixture.ts';

/** One HTTP request exactly as given, down to Host and Origin; the status and the body's beginning. */
export function raw(
  server: TestServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string; upgraded: boolean }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}${path}`, { headers, agent: false });
    const answer = (response: IncomingMessage, upgraded: boolean, body: string): void => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body, upgraded });
    };
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      answer(response, true, '');
    });
    asked.on('response', (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        answer(response, false, body);
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** A WebSocket's opening request. */
export const UPGRADE = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};
