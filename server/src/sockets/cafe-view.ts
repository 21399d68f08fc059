import { slice, type Cafe, type Slice } from '@tablecloth/shared/cafe';
import { createHash } from 'node:crypto';

type CafeSlice = Extract<Slice, { kind: 'cafe' }>;

/** What names a `cafe` view's content: who has this very view need not be sent it again. */
export function tagOf(view: CafeSlice['view']): string {
  return createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 12);
}

/** The view of the café that everybody may see. */
export function cafeView(cafe: Cafe): CafeSlice['view'] {
  const found = slice(cafe, 'everyone').find((one): one is CafeSlice => one.kind === 'cafe');
  if (found === undefined) throw new Error('everybody sees the café');
  return found.view;
}
