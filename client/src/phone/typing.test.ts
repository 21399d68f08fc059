import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Seat } from './day.svelte.ts';
import { after, isTyping, NOTHING_TYPED, shownAt, type Deed } from './typing.ts';

const MINUTE = 60_000;
/** Nobody keeps a box for longer than this without a key. */
const KEPT_MS = 30_000;

function seat(number: number, round: number, hosting = false): Seat {
  const table = { id: `t${String(number)}`, number, place: '', chairs: 6 };
  return { round, table, hosting, page: `${table.id}.${String(round)}` };
}

const HERE = seat(3, 1);
const NEXT = seat(7, 2);

/** A phone at a table: what happens at its box, the bell, and a clock that is moved by hand. */
class Phone {
  now = 0;
  open: Seat | null = HERE;
  atHome = false;
  typed = NOTHING_TYPED;

  get shown(): Seat | null {
    return shownAt(this.typed, this.now, this.open);
  }

  /** The seat whose box is shown only to who types there still. */
  get held(): Seat | null {
    return this.shown === this.open ? null : this.shown;
  }

  get typing(): boolean {
    return isTyping(this.typed, this.now);
  }

  does(...deeds: Deed[]): this {
    for (const deed of deeds) {
      const { now, shown, held, atHome } = this;
      this.typed = after(this.typed, deed, { now, shown, past: held !== null, atHome });
    }
    return this;
  }

  bell(open: Seat | null = null): this {
    this.open = open;
    return this;
  }

  waits(ms: number): this {
    this.now += ms;
    return this;
  }
}

describe('the bell', () => {
  it('takes the box from nobody who types, for half a minute after the last key', () => {
    const phone = new Phone().does('words').bell();
    expect(phone.held).toBe(HERE);
    expect(phone.waits(KEPT_MS - 1).held).toBe(HERE);
    expect(phone.does('words').waits(KEPT_MS - 1).held).toBe(HERE);
    expect(phone.waits(1).held).toBe(null);
  });

  it('leaves the box where the next round has begun meanwhile', () => {
    const phone = new Phone().does('words').bell().bell(NEXT);
    expect(phone.shown).toBe(HERE);
    expect(phone.does('done').shown).toBe(NEXT);
    expect(phone.typed.seat).toBe(HERE);
  });

  it('takes the box from who is done or has left it, before the bell or after', () => {
    for (const deed of ['done', 'left'] as const) {
      expect(new Phone().does('words', deed).bell().held).toBe(null);
      expect(new Phone().does('words').bell().does(deed).held).toBe(null);
    }
  });

  it('takes the box from who has gone on to press something, until it is in the box again', () => {
    expect(new Phone().does('words', 'beneath').bell().held).toBe(null);
    expect(new Phone().does('words', 'beneath', 'words').bell().held).toBe(HERE);
  });

  it('holds nobody by words that only stand in a box that was left', () => {
    expect(new Phone().does('words').waits(MINUTE).bell().held).toBe(null);
  });
});

describe('an empty box', () => {
  it('holds nobody, whatever was typed before it', () => {
    expect(new Phone().does('empty').bell().held).toBe(null);
    expect(new Phone().does('words', 'empty').bell().held).toBe(null);
  });

  it('is gone on to after the bell, and the step at home before it too', () => {
    expect(new Phone().does('words').bell().does('empty').held).toBe(HERE);
    const phone = new Phone();
    phone.atHome = true;
    expect(phone.does('words', 'empty').bell().held).toBe(HERE);
    expect(phone.waits(KEPT_MS).held).toBe(null);
    expect(new Phone().does('empty').bell().held).toBe(null);
  });
});

describe('what stands beneath the box', () => {
  it('is pressed before the box goes, whether or not it takes the focus', () => {
    const tapped: Deed[] = ['pressed', 'left'];
    const focused: Deed[] = ['pressed', 'beneath'];
    const byKeys: Deed[] = ['beneath'];
    for (const way of [tapped, focused, byKeys]) {
      const phone = new Phone()
        .does('words')
        .bell()
        .does(...way);
      expect(phone.held).toBe(HERE);
      expect(phone.waits(KEPT_MS).held).toBe(null);
    }
  });

  it('is pressed though the bell rings under the finger', () => {
    expect(new Phone().does('words', 'pressed').bell().does('left').held).toBe(HERE);
  });

  it('keeps the box only until one has the focus again', () => {
    for (const box of ['words', 'empty'] as const) {
      const phone = new Phone().does('words').bell().does('pressed', 'left', box);
      expect(phone.held).toBe(HERE);
      expect(phone.does('left').held).toBe(null);
    }
  });

  it('takes the box from nobody by being touched on the way', () => {
    expect(new Phone().does('words', 'pressed').bell().held).toBe(HERE);
  });
});

it('who types as a visitor and is handed the table goes on with the host’s view', () => {
  const phone = new Phone().does('words');
  phone.open = seat(3, 1, true);
  expect(phone.typing).toBe(true);
  expect(phone.shown?.hosting).toBe(true);
  expect(phone.does('words').bell().held?.hosting).toBe(true);
});

const deed = fc.constantFrom<Deed>('words', 'empty', 'pressed', 'beneath', 'left', 'done');
const bell = fc.constantFrom(HERE, NEXT, null).map((open) => ({ open }));
const wait = fc.integer({ min: 0, max: KEPT_MS / 2 });
const happening = fc.oneof(deed, bell, wait);

function happens(phone: Phone, one: Deed | { open: Seat | null } | number): void {
  if (typeof one === 'number') phone.waits(one);
  else if (typeof one === 'string') phone.does(one);
  else phone.bell(one.open);
}

it('nobody is held longer than half a minute past the last key, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(happening), fc.boolean(), (all, atHome) => {
      const phone = new Phone();
      phone.atHome = atHome;
      let keyAt = -Infinity;
      for (const one of all) {
        happens(phone, one);
        if (one === 'words') keyAt = phone.now;
        if (phone.now - keyAt >= KEPT_MS) expect(phone.held).toBe(null);
      }
    }),
  );
});

it('nobody who types is taken from the words by a bell, before half a minute or their own doing', () => {
  const near = fc.constantFrom<Deed>('words', 'empty', 'pressed', 'beneath');
  fc.assert(
    fc.property(fc.array(fc.oneof(near, bell, wait)), (all) => {
      const phone = new Phone().does('words').bell();
      let keyAt = 0;
      for (const one of all) {
        // Where the bell is undone the page is open as before, and what was left is left.
        if (typeof one === 'object' && one.open === HERE) continue;
        if (typeof one === 'number' && phone.now + one - keyAt >= KEPT_MS) continue;
        happens(phone, one);
        if (one === 'words') keyAt = phone.now;
        expect(phone.shown).toBe(HERE);
      }
    }),
  );
});
