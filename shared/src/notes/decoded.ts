import * as Y from 'yjs';

/**
 * The one place that touches what `Y.decodeUpdate` returns. Everything behind it sees only the few
 * shapes a page is made of; every other struct (GC, Skip, formats, embeds, subdocuments, binary,
 * legacy JSON, ContentDeleted) is `unwelcome`. ContentDeleted too: with `gc: false` Yjs keeps the
 * words of deleted items and never writes it.
 */
export interface Id {
  readonly client: number;
  readonly clock: number;
}

export type Content =
  | { kind: 'map' }
  | { kind: 'text' }
  | { kind: 'string'; text: string }
  | { kind: 'values'; values: readonly unknown[] };

export interface Struct {
  client: number;
  clock: number;
  length: number;
  origin: Id | null;
  rightOrigin: Id | null;
  /** Only given when there is neither origin nor right origin: a root's name or an item's id. */
  parent: string | Id | null;
  key: string | null;
  content: Content;
}

export interface DeleteRange extends Id {
  readonly length: number;
}

export interface Decoded {
  /**
   * The same update, written anew: no duplicate sections, overlong numbers or trailing bytes, which
   * different readers inside Yjs understand differently. These are the bytes to store and relay,
   * because these are the bytes that were checked.
   */
  bytes: Uint8Array;
  structs: Struct[];
  deletes: DeleteRange[];
}

const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** Reads one V1 update. `malformed`: no update at all; `content`: an update with unwelcome structs. */
export function decode(update: Uint8Array): Decoded | 'malformed' | 'content' {
  try {
    // A copy, because lib0 reads strings through the underlying buffer, which of a pooled Buffer is
    // longer than the update and holds other people's bytes.
    const bytes = Y.mergeUpdates([new Uint8Array(update), EMPTY_UPDATE]);
    const { structs, ds } = Y.decodeUpdate(bytes);
    const narrowed: Struct[] = [];
    for (const struct of structs) {
      const known = struct instanceof Y.Item ? narrow(struct) : null;
      if (known === null) return 'content';
      narrowed.push(known);
    }
    const deletes: DeleteRange[] = [];
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) deletes.push({ client, clock, length: len });
    }
    return { bytes, structs: narrowed, deletes };
  } catch {
    return 'malformed';
  }
}

function narrow(item: Y.Item): Struct | null {
  const content = narrowContent(item.content);
  if (content === null) return null;
  return {
    client: item.id.client,
    clock: item.id.clock,
    length: item.length,
    origin: item.origin,
    rightOrigin: item.rightOrigin,
    parent: item.parent as string | Id | null,
    key: item.parentSub,
    content,
  };
}

function narrowContent(content: Y.Item['content']): Content | null {
  if (content instanceof Y.ContentString) return { kind: 'string', text: content.str };
  if (content instanceof Y.ContentAny) return { kind: 'values', values: content.arr };
  if (!(content instanceof Y.ContentType)) return null;
  // By constructor, not instanceof: Y.XmlText is a Y.Text as well.
  const type: unknown = content.type.constructor;
  return type === Y.Map ? { kind: 'map' } : type === Y.Text ? { kind: 'text' } : null;
}
