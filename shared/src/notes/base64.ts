const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 61;

const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));
const VALUES = new Uint8Array(128).fill(255);
CODES.forEach((code, value) => (VALUES[code] = value));

/** Long enough to be quick, short enough for the arguments of one call. */
const CHUNK = 8_190;

/** Bytes as standard base64 with padding. Pure, so it needs neither Buffer nor btoa. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += encodeChunk(bytes.subarray(start, start + CHUNK));
  }
  return text;
}

function encodeChunk(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let out = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = (at(bytes, i) << 16) | (at(bytes, i + 1) << 8) | at(bytes, i + 2);
    codes[out++] = at(CODES, triple >> 18);
    codes[out++] = at(CODES, (triple >> 12) & 63);
    codes[out++] = i + 1 < bytes.length ? at(CODES, (triple >> 6) & 63) : PAD;
    codes[out++] = i + 2 < bytes.length ? at(CODES, triple & 63) : PAD;
  }
  return String.fromCharCode(...codes);
}

/**
 * Bytes of standard, padded base64; null for anything else. Strict: there is exactly one text for
 * given bytes, so stray bits behind the last byte are refused too.
 */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const letters = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let out = 0;
  let held = 0;
  let bits = 0;
  for (let i = 0; i < letters; i++) {
    const code = text.charCodeAt(i);
    const value = code < 128 ? at(VALUES, code) : 255;
    if (value === 255) return null;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[out++] = held >> bits;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null;
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
