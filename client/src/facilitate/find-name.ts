import { fold } from '@tablecloth/shared/cafe';

/** Whether every word that is sought begins a word of the text, or stands within it from 3 letters on. */
export function matches(text: string, sought: string): boolean {
  const words = fold(text).split(' ');
  return fold(sought)
    .split(' ')
    .every((part) =>
      words.some((word) => word.startsWith(part) || (part.length >= 3 && word.includes(part))),
    );
}
