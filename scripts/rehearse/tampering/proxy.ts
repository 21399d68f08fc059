/** A server with one fault: a proxy in front of a real one that rewrites what phones are sent. */
import { connect, createServer, type AddressInfo } from 'node:net';
import { Frames } from './frames.ts';

/** A message on its way to one connection: an event's name and body, or an answer's body. */
export interface Message {
  /** Null for an answer. */
  name: string | null;
  body: unknown;
  /** Which connection, counted from 0. */
  connection: number;
}

/** What is sent instead: bodies of the same kind, in order. */
export type Fault = (message: Message) => readonly unknown[];

export interface Proxy {
  url: string;
  close(): void;
}

/** @param target the port of the real server on this machine. */
export async function tamper(target: number, fault: Fault): Promise<Proxy> {
  let connections = 0;
  const server = createServer((phone) => {
    const real = connect(target, '127.0.0.1');
    const connection = connections++;
    const frames = new Frames();
    let upgraded = false;
    phone.pipe(real);
    real.on('data', (bytes: Buffer) => {
      if (upgraded) {
        for (const frame of frames.take(bytes, (text) => rewrite(text, connection, fault))) {
          phone.write(frame);
        }
        return;
      }
      const end = bytes.indexOf('\r\n\r\n');
      upgraded = bytes.toString('latin1', 0, 12) === 'HTTP/1.1 101' && end >= 0;
      if (!upgraded) {
        phone.write(bytes);
        return;
      }
      phone.write(bytes.subarray(0, end + 4));
      const rest = bytes.subarray(end + 4);
      for (const frame of frames.take(rest, (text) => rewrite(text, connection, fault))) {
        phone.write(frame);
      }
    });
    const end = () => {
      phone.destroy();
      real.destroy();
    };
    for (const side of [phone, real]) side.on('close', end).on('error', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${String(port)}`, close: () => void server.close() };
}

/** Socket.IO in text: `42["name",body]` is an event, `43<id>[body]` an answer. */
function rewrite(text: string, connection: number, fault: Fault): readonly string[] {
  const [, head, json] = /^(42|43\d+)(\[.*)$/su.exec(text) ?? [];
  if (head === undefined || json === undefined) return [text];
  const parts = JSON.parse(json) as unknown[];
  const name = head === '42' ? String(parts[0]) : null;
  const bodies = fault({ name, body: name === null ? parts[0] : parts[1], connection });
  return bodies.map((body) => head + JSON.stringify(name === null ? [body] : [name, body]));
}
