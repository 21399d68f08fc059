import { holdsId, sameId, spanAt, type Client, type List, type Span } from './known.ts';
import type { Id, Struct } from './decoded.ts';
import type { Trial } from './trial.ts';

/**
 * Puts a struct into its list exactly where Yjs puts it (the conflict rule of YATA, as in
 * `Item.integrate` of yjs 13), after checking that its two neighbours can have been neighbours.
 *
 * They can when, in the order known now, nothing stands between them that the author must have
 * seen: the left one's own right neighbour, the right one's own left neighbour, or something by the
 * author. Then there is a state an honest author could have had, and every order of arrival leads
 * to the same list.
 *
 * All ids named must be stored, and in `list`. `crossed`: no such state. `work`: too many spans
 * between the two to be worth walking over; phones would walk over them too.
 */
export function weave(
  trial: Trial,
  client: Client,
  struct: Struct,
  list: List,
): 'crossed' | 'work' | null {
  const left = struct.origin && trial.endingAt(struct.origin);
  if (left && struct.rightOrigin && holdsId(left, struct.rightOrigin)) return 'crossed';
  const right = struct.rightOrigin && trial.startingAt(struct.rightOrigin);
  const crossed = checkNeighbours(trial, struct, list, left, right);
  if (crossed !== null) return crossed;
  const place = settle(trial, struct, list, left, right);
  if (place === 'work') return 'work';
  insert(trial, client, struct, list, place.after);
  return null;
}

function checkNeighbours(
  trial: Trial,
  struct: Struct,
  list: List,
  left: Span | null,
  right: Span | null,
): 'crossed' | 'work' | null {
  const leftsRight = left?.rightOrigin ?? null;
  const rightsLeft = right?.origin ?? null;
  for (let between = left ? left.next : list.first; between !== right; between = between.next) {
    if (between === null) return 'crossed';
    if (!trial.step()) return 'work';
    if (between.client === struct.client) return 'crossed';
    if (leftsRight && holdsId(between, leftsRight)) return 'crossed';
    if (rightsLeft && holdsId(between, rightsLeft)) return 'crossed';
  }
  return null;
}

function settle(
  trial: Trial,
  struct: Struct,
  list: List,
  left: Span | null,
  right: Span | null,
): { after: Span | null } | 'work' {
  let after = left;
  const conflicting = new Set<Span>();
  const beforeOrigin = new Set<Span>();
  for (let other = left ? left.next : list.first; other && other !== right; other = other.next) {
    if (!trial.step()) return 'work';
    beforeOrigin.add(other);
    conflicting.add(other);
    if (sameId(struct.origin, other.origin)) {
      if (other.client < struct.client) {
        after = other;
        conflicting.clear();
      } else if (sameId(struct.rightOrigin, other.rightOrigin)) {
        break;
      }
    } else {
      const origin: Span | null = other.origin && spanAt(trial.known, other.origin);
      if (origin === null || !beforeOrigin.has(origin)) break;
      if (!conflicting.has(origin)) {
        after = other;
        conflicting.clear();
      }
    }
  }
  return { after };
}

function insert(
  trial: Trial,
  client: Client,
  struct: Struct,
  list: List,
  after: Span | null,
): void {
  const { length } = struct;
  if (after !== null && after === client.spans.at(-1) && continues(after, struct)) {
    trial.change(
      () => {
        after.length += length;
        client.end += length;
        list.live += length;
      },
      () => {
        after.length -= length;
        client.end -= length;
        list.live -= length;
      },
    );
    return;
  }
  const next = after ? after.next : list.first;
  const span: Span = {
    client: struct.client,
    clock: struct.clock,
    length,
    origin: struct.origin,
    rightOrigin: struct.rightOrigin,
    list,
    holds: null,
    prev: after,
    next,
    deleted: false,
  };
  trial.change(
    () => {
      link(list, after, span);
      if (next) next.prev = span;
      append(client, span);
      list.live += length;
    },
    () => {
      link(list, after, next);
      if (next) next.prev = after;
      client.spans.pop();
      client.end -= length;
      list.live -= length;
    },
  );
}

function continues(span: Span, struct: Struct): boolean {
  const last: Id = { client: span.client, clock: span.clock + span.length - 1 };
  return (
    !span.deleted && sameId(struct.origin, last) && sameId(struct.rightOrigin, span.rightOrigin)
  );
}

function link(list: List, after: Span | null, span: Span | null): void {
  if (after) after.next = span;
  else list.first = span;
}

/** Adds a span at a client's end. */
export function append(client: Client, span: Span): void {
  client.spans.push(span);
  client.end += span.length;
}
