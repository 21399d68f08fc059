/** What is said where a café is deleted; loaded only once a phone's session opens nothing any more. */
import type { Http } from '../lib/http.ts';
import { deletedVocabulary } from '../words/deleted.ts';
import { pickLanguage } from '../words/words.ts';

/** Empty where the café is not known to be deleted. */
export async function deletedOn(http: Pick<Http, 'receipt'>, cafe: string): Promise<string> {
  const receipt = await http.receipt(cafe);
  if (receipt === null) return '';
  const words = await deletedVocabulary[pickLanguage([document.documentElement.lang])]();
  const date = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'long' });
  return words.on(date.format(receipt.deletedAt));
}
