/** When a café was deleted, as people of this browser's language write day and time: "3 March 2026 at 9:05". */
export function momentOf(epochMs: number): string {
  return new Intl.DateTimeFormat(navigator.language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(epochMs);
}
