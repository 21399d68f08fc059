import { fitsField, isCardField, isCardId, isPlainText, isStroke } from './field.ts';
import {
  isStored,
  newList,
  spanAt,
  type Client,
  type KnownCard,
  type List,
  type Span,
} from './known.ts';
import { append, weave } from './weave.ts';
import type { Struct } from './decoded.ts';
import type { Trial } from './trial.ts';

/** Why a struct may not enter; see `AdmitCode` for the meanings. */
export type PlaceCode =
  'missing' | 'layout' | 'content' | 'card-again' | 'cards' | 'crossed' | 'work';

/**
 * Enters one struct, whose clock is its client's end, into what is known, if the layout of a page
 * (page.ts) has a place for it. `missing` changes nothing: the struct may be tried again later.
 */
export function place(
  trial: Trial,
  client: Client,
  struct: Struct,
  cardsMax: number,
): PlaceCode | null {
  const { origin, rightOrigin } = struct;
  for (const id of [origin, rightOrigin]) {
    if (id && !isStored(trial.known, id)) return 'missing';
  }
  if (origin === null && rightOrigin === null) return placeFirst(trial, client, struct, cardsMax);
  const list = spanAt(trial.known, origin ?? rightOrigin!).list;
  if (list === null) return 'card-again';
  if (rightOrigin && spanAt(trial.known, rightOrigin).list !== list) return 'layout';
  return placeInList(trial, client, struct, list);
}

/** A struct without neighbours names its parent: a root or a stored container. */
function placeFirst(
  trial: Trial,
  client: Client,
  struct: Struct,
  cardsMax: number,
): PlaceCode | null {
  const { parent, key } = struct;
  if (parent === null) return 'layout';
  if (typeof parent === 'string') {
    if (parent === 'cards') return placeCard(trial, client, struct, cardsMax);
    if (parent !== 'strokes' || key !== null) return 'layout';
    return placeInList(trial, client, struct, trial.known.strokes);
  }
  if (!isStored(trial.known, parent)) return 'missing';
  const { holds } = spanAt(trial.known, parent);
  if (holds === null) return 'layout';
  if (isList(holds)) {
    return key === null ? placeInList(trial, client, struct, holds) : 'layout';
  }
  if (key === 'text') return placeText(trial, client, struct, holds);
  if (key === null || !isCardField(key)) return 'layout';
  let list = holds.fields.get(key);
  if (list === undefined) {
    const fresh = newList(key, holds.id);
    list = fresh;
    trial.change(
      () => holds.fields.set(key, fresh),
      () => holds.fields.delete(key),
    );
  }
  return placeInList(trial, client, struct, list);
}

function placeCard(
  trial: Trial,
  client: Client,
  struct: Struct,
  cardsMax: number,
): PlaceCode | null {
  const { cards } = trial.known;
  const id = struct.key;
  if (id === null || !isCardId(id) || struct.content.kind !== 'map') return 'layout';
  if (cards.has(id)) return 'card-again';
  if (cards.size >= cardsMax) return 'cards';
  const card: KnownCard = { id, client: struct.client, text: null, fields: new Map() };
  trial.change(
    () => cards.set(id, card),
    () => cards.delete(id),
  );
  placeContainer(trial, client, struct, card);
  trial.cards.add(id);
  return null;
}

function placeText(
  trial: Trial,
  client: Client,
  struct: Struct,
  card: KnownCard,
): PlaceCode | null {
  if (card.text !== null) return 'card-again';
  if (struct.content.kind !== 'text' || card.client !== struct.client) return 'layout';
  const list = newList('text', card.id);
  trial.change(
    () => (card.text = list),
    () => (card.text = null),
  );
  placeContainer(trial, client, struct, list);
  return null;
}

function placeContainer(
  trial: Trial,
  client: Client,
  struct: Struct,
  holds: KnownCard | List,
): void {
  const { clock } = struct;
  const span: Span = {
    client: struct.client,
    clock,
    length: 1,
    origin: null,
    rightOrigin: null,
    list: null,
    holds,
    prev: null,
    next: null,
    deleted: false,
  };
  trial.change(
    () => {
      append(client, span);
      client.containers.push(clock);
    },
    () => {
      client.spans.pop();
      client.end -= 1;
      client.containers.pop();
    },
  );
}

function placeInList(trial: Trial, client: Client, struct: Struct, list: List): PlaceCode | null {
  const isField = list.kind !== 'text' && list.kind !== 'strokes';
  // A field is set after its last value and never before one.
  if (isField && struct.rightOrigin !== null) return 'crossed';
  if (!fits(struct, list)) return 'content';
  if (list.card !== null) trial.cards.add(list.card);
  trial.grown.add(list);
  return weave(trial, client, struct, list);
}

function fits({ content, length }: Struct, list: List): boolean {
  if (length === 0) return false;
  if (list.kind === 'text') return content.kind === 'string' && isPlainText(content.text);
  if (content.kind !== 'values') return false;
  if (list.kind === 'strokes') return content.values.every((value) => isStroke(value));
  return length === 1 && fitsField(list.kind, content.values[0]);
}

function isList(holds: KnownCard | List): holds is List {
  return 'live' in holds;
}
