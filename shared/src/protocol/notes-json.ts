/** Notes as JSON: what an export carries besides the café, and what an import puts back. */
import * as v from 'valibot';
import { LIMITS, isStorable } from '../cafe/index.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.idCharsMax), v.regex(/^[\w-]+$/u));
const round = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.roundsMax + 1));
const cardId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u),
);
/** As somebody typed it: neither trimmed nor refused when empty. */
const typed = (max: number) =>
  v.pipe(v.string(), v.check(isStorable, 'unreadable'), v.maxLength(max));
const text = typed(LIMITS.cardCharsMax);

const card = {
  id: cardId,
  kind: typed(40),
  text,
  order: v.pipe(v.number(), v.finite()),
  removed: v.boolean(),
  buildsOn: v.exactOptional(cardId),
  mergedInto: v.exactOptional(cardId),
  photo: v.exactOptional(typed(200)),
};

const PageBody = v.object({
  table: id,
  round,
  cards: v.pipe(
    v.array(v.object({ ...card, author: v.nullable(id) })),
    v.maxLength(LIMITS.cardsPerPageMax),
  ),
  late: v.pipe(
    v.array(
      v.object({
        person: v.nullable(id),
        cards: v.pipe(v.array(v.object(card)), v.maxLength(LIMITS.cardsPerPageMax)),
        additions: v.pipe(
          v.array(v.object({ card: cardId, text })),
          v.maxLength(LIMITS.cardsPerPageMax),
        ),
      }),
    ),
    v.maxLength(LIMITS.peopleMax),
  ),
});
export type PageBody = v.InferOutput<typeof PageBody>;

/**
 * What the JSON of a whole café has besides `CafeBody`. The rest of it (who was here and sat where,
 * when it was opened and closed) is for readers; a café that is opened from it begins anew.
 */
export const NotesBody = v.object({
  tablecloth: v.literal(1),
  pages: v.pipe(v.array(PageBody), v.maxLength(LIMITS.tablesInFileMax * (LIMITS.roundsMax + 1))),
});
