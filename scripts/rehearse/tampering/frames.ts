/**
 * WebSocket frames (RFC 6455) as far as a server that does not compress sends them: whole, unmasked.
 * Text frames can be rewritten; everything else is passed on as it is.
 */
const TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

export class Frames {
  #rest = Buffer.alloc(0);

  /** Adds bytes as they came; gives back whole frames, rewritten. `rewrite` may return several texts or none. */
  take(bytes: Buffer, rewrite: (text: string) => readonly string[]): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const out: Buffer[] = [];
    for (;;) {
      const frame = this.#next();
      if (frame === null) return out;
      const { whole, payload } = frame;
      if (whole[0] !== TEXT) out.push(whole);
      else out.push(...rewrite(payload.toString('utf8')).map(textFrame));
    }
  }

  #next(): { whole: Buffer; payload: Buffer } | null {
    const bytes = this.#rest;
    if (bytes.length < 2) return null;
    let length = bytes.readUInt8(1) & 0x7f;
    let begins = 2;
    if (length === LENGTH_16) {
      if (bytes.length < 4) return null;
      length = bytes.readUInt16BE(2);
      begins = 4;
    } else if (length === LENGTH_64) {
      if (bytes.length < 10) return null;
      length = Number(bytes.readBigUInt64BE(2));
      begins = 10;
    }
    const ends = begins + length;
    if (bytes.length < ends) return null;
    this.#rest = bytes.subarray(ends);
    return { whole: bytes.subarray(0, ends), payload: bytes.subarray(begins, ends) };
  }
}

function textFrame(text: string): Buffer {
  const payload = Buffer.from(text, 'utf8');
  const { length } = payload;
  if (length < LENGTH_16) return Buffer.concat([Buffer.from([TEXT, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head.writeUInt8(TEXT, 0);
  head.writeUInt8(length < 65_536 ? LENGTH_16 : LENGTH_64, 1);
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
