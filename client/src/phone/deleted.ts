/** What is said where a café is deleted; loaded only once a phone's session opens nothing any more. */
import type { Http } from '../lib/http.ts';
import { dateOf } from '../words/date.ts';
import { deletedVocabulary } from '../words/deleted.ts';
import { pickLanguage } from '../words/words.ts';

/** Nothing where the café is not known to be deleted. */
export async function deletedOn(
  http: Pick<Http, 'receipt'>,
  cafe: string,
): Promise<{ title: string; sentence: string; leave: string } | null> {
  const receipt = await http.receipt(cafe);
  if (receipt === null) return null;
  const words = await deletedVocabulary[pickLanguage([document.documentElement.lang])]();
  return { title: words.title, sentence: words.on(dateOf(receipt.deletedAt)), leave: words.leave };
}
