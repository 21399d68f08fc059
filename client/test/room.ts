import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { startServer, type TestServer } from './server.ts';

/** A page in the room, with everything it received and everything it complained of. */
export interface Device {
  name: string;
  page: Page;
  context: BrowserContext;
  /** Every WebSocket frame received so far, as text. */
  frames: string[];
}

export const SIZES = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1280, height: 800 },
  screen: { width: 1920, height: 1080 },
} as const;

/** A name that is no loopback address, so that the pages run without a secure context. */
const PLAIN_HOST = 'cafe.test';

/** One server and one browser; devices come and go. */
export class Room {
  readonly origin: string;
  readonly server: TestServer;
  /** Page errors, console errors, blocked or foreign requests: there should be none. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;

  private constructor(server: TestServer, browser: Browser, host: string) {
    this.server = server;
    this.#browser = browser;
    this.origin = `http://${host}:${String(server.port)}`;
  }

  static async open(kind: 'loopback' | 'plain http'): Promise<Room> {
    const { executablePath, args } = inject('chromium');
    const server = await startServer();
    const browser = await chromium.launch({
      executablePath,
      args: [...args, `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`],
    });
    return new Room(server, browser, kind === 'loopback' ? '127.0.0.1' : PLAIN_HOST);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.stop();
  }

  /** `clockOffMs`: how wrong the device's own clock is. */
  async device(
    name: string,
    size: keyof typeof SIZES,
    path: string,
    { clockOffMs = 0 }: { clockOffMs?: number } = {},
  ): Promise<Device> {
    const context = await this.#browser.newContext({
      viewport: SIZES[size],
      hasTouch: size === 'phone',
      locale: 'en-GB',
    });
    if (clockOffMs !== 0) await context.addInitScript(skewClock, clockOffMs);
    const page = await context.newPage();
    const device: Device = { name, page, context, frames: [] };
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => device.frames.push(String(payload)));
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.host !== new URL(this.origin).host) {
        this.complaints.push(`${name} asked ${url.host}`);
      }
    });
    page.on('pageerror', (error) => this.complaints.push(`${name}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${name}: ${message.text()}`);
    });
    await page.goto(this.origin + path);
    return device;
  }

  /** An address given away, as it is reached from here. */
  here(link: string): string {
    const { pathname, hash } = new URL(link);
    return pathname + hash;
  }
}

function skewClock(offMs: number): void {
  const RealDate = Date;
  const skewed = new Proxy(RealDate, {
    construct: (target, given: []) =>
      new target(
        ...(Array.from(given).length === 0 ? ([target.now() + offMs] as unknown as []) : given),
      ),
    get: (target, key) =>
      key === 'now' ? () => target.now() + offMs : (Reflect.get(target, key) as unknown),
  });
  globalThis.Date = skewed;
}

/** Whether words stand in a frame, in plain text or inside the bytes of notes. */
export function frameHolds(frame: string, words: string): boolean {
  if (frame.includes(words)) return true;
  const encoded = frame.match(/"bytes":"[\w+/=]*"/gu) ?? [];
  return encoded.some((field) =>
    Buffer.from(field.slice('"bytes":"'.length, -1), 'base64').includes(words),
  );
}
