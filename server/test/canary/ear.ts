/** Somebody connected whose raw frames are kept, as Engine.IO handed them up, until they are judged. */
import type { Phone } from '../phone.ts';
import type { Reader, Way } from './table.ts';

export interface Frame {
  way: Way;
  /** The fact number it says it is as of; null where it says none. */
  factNumber: number | null;
  raw: string;
}

export class Ear {
  readonly phone: Phone;
  readonly me: Reader;
  /** The same set as `me.opened`. */
  readonly opened: Set<string>;
  #frames: Frame[] = [];

  constructor(phone: Phone, who: Omit<Reader, 'opened'>) {
    this.phone = phone;
    this.opened = new Set();
    this.me = { ...who, opened: this.opened } as Reader;
    // The engine is there as soon as the socket is; it has not spoken yet.
    phone.socket.io.engine.on('packet', ({ type, data }: { type: string; data?: unknown }) => {
      if (type === 'message') this.#frames.push(frameOf(String(data)));
    });
  }

  /** What came since it was last asked, in order. */
  drain(): Frame[] {
    const frames = this.#frames;
    this.#frames = [];
    return frames;
  }
}

/** A Socket.IO packet: `2` is a message, `3` an answer, everything else is the server's own word. */
export function frameOf(raw: string): Frame {
  const number = /^2\["slice",\{"factNumber":(\d+)/u.exec(raw)?.[1];
  return {
    way: raw.startsWith('3') ? 'asked' : 'told',
    factNumber: number === undefined ? null : Number(number),
    raw,
  };
}
