/** How far down the window the head may reach so that what is below it is seen to change. */
const MOST_OF_IT = 0.75;

/** To the top of the page; or to a part of it where that would not be in sight, as with large letters. */
export function toSection(
  part: { getBoundingClientRect: () => Pick<DOMRect, 'top'>; scrollIntoView: () => void },
  window: { innerHeight: number; scrollTo: (to: { top: number }) => void },
): void {
  window.scrollTo({ top: 0 });
  if (part.getBoundingClientRect().top > MOST_OF_IT * window.innerHeight) part.scrollIntoView();
}
