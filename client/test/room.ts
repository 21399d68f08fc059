import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { Cable } from './cable.ts';
import { skewClock } from './clock-off.ts';
import { TestServer } from './server.ts';

/** A page in the room, with everything it received. */
export interface Device {
  name: string;
  page: Page;
  context: BrowserContext;
  origin: string;
  cable: Cable | null;
  /** Every WebSocket frame received so far, as text. */
  frames: string[];
}

export const SIZES = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1280, height: 800 },
  screen: { width: 1920, height: 1080 },
} as const;

interface Wishes {
  /** How wrong the device's own clock is. */
  clockOffMs?: number;
  /** With a line of its own that can be pulled. */
  wired?: boolean;
}

/** A name that is no loopback address, so that the pages run without a secure context. */
const PLAIN_HOST = 'cafe.test';

/** What Chromium itself says of a refused request or a lost line: no page can help it. */
const OF_THE_NETWORK = /^Failed to load resource|^WebSocket connection to/u;

/** One server and one browser; devices come and go. */
export class Room {
  readonly origin: string;
  readonly server: TestServer;
  /** Page errors, console errors, blocked or foreign requests: there should be none. */
  readonly complaints: string[] = [];
  /** Requests that were refused or lost, as the console has them. */
  readonly networkLines: string[] = [];
  readonly #browser: Browser;
  readonly #host: string;
  readonly #cables: Cable[] = [];

  private constructor(server: TestServer, browser: Browser, host: string) {
    this.server = server;
    this.#browser = browser;
    this.#host = host;
    this.origin = this.#at(server.port);
  }

  static async open(kind: 'loopback' | 'plain http' = 'loopback'): Promise<Room> {
    const { executablePath, args } = inject('chromium');
    const server = await TestServer.start();
    const browser = await chromium.launch({
      executablePath,
      args: [...args, `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`],
    });
    return new Room(server, browser, kind === 'loopback' ? '127.0.0.1' : PLAIN_HOST);
  }

  /** The server is there again so many days later, with everything it has stored. */
  async later(days: number): Promise<void> {
    await this.server.later(days);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    for (const cable of this.#cables) cable.close();
    await this.server.stop();
  }

  /** Without a path the page stays empty. */
  async device(
    name: string,
    size: keyof typeof SIZES,
    path: string,
    { clockOffMs = 0, wired = false }: Wishes = {},
  ): Promise<Device> {
    const context = await this.#browser.newContext({
      viewport: SIZES[size],
      hasTouch: size === 'phone',
      locale: 'en-GB',
    });
    const offMs = clockOffMs + this.server.aheadMs;
    if (offMs !== 0) await context.addInitScript(skewClock, offMs);
    const cable = wired ? await Cable.to(this.server.port) : null;
    if (cable !== null) this.#cables.push(cable);
    const origin = cable === null ? this.origin : this.#at(cable.port);
    return this.#open({ name, context, origin, cable }, path);
  }

  /** One more tab of the same browser. */
  tab(of: Device, path: string): Promise<Device> {
    return this.#open({ ...of, name: `${of.name}, second tab` }, path);
  }

  /** An address given away, as it is reached from here. */
  here(link: string): string {
    const { pathname, hash } = new URL(link);
    return pathname + hash;
  }

  async #open(given: Omit<Device, 'page' | 'frames'>, path: string): Promise<Device> {
    const page = await given.context.newPage();
    const device: Device = { ...given, page, frames: [] };
    this.#watch(device);
    if (path !== '') await page.goto(device.origin + path);
    return device;
  }

  #watch({ name, page, origin, frames }: Device): void {
    const ownHost = new URL(origin).host;
    const asks = (address: string) => {
      const { protocol, host } = new URL(address);
      if (/^(?:http|ws)s?:$/u.test(protocol) && host !== ownHost) {
        this.complaints.push(`${name} asked ${host}`);
      }
    };
    page.on('request', (request) => {
      asks(request.url());
    });
    page.on('websocket', (socket) => {
      asks(socket.url());
      socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
    });
    page.on('pageerror', (error) => this.complaints.push(`${name}: ${error.message}`));
    page.on('console', (message) => {
      // Violations of the content security policy come as errors too.
      if (message.type() !== 'error') return;
      const lines = OF_THE_NETWORK.test(message.text()) ? this.networkLines : this.complaints;
      lines.push(`${name}: ${message.text()}`);
    });
  }

  #at(port: number): string {
    return `http://${this.#host}:${String(port)}`;
  }
}

/** Whether words stand in a frame, in plain text or inside the bytes of notes. */
export function frameHolds(frame: string, words: string): boolean {
  if (frame.includes(words)) return true;
  const encoded = frame.match(/"bytes":"[\w+/=]*"/gu) ?? [];
  return encoded.some((field) =>
    Buffer.from(field.slice('"bytes":"'.length, -1), 'base64').includes(words),
  );
}
