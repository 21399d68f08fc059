/** What may have the focus in place of something that stood in it. */
const PLACES = 'section, main, nav, [role="group"]';

/**
 * Where what has the focus is taken away (a line that was undone, a form that was sent), the nearest
 * part of the page around it has it instead: whoever goes on by keys goes on from there, not from the
 * beginning. An attachment, for the element in which this holds.
 */
export function keepFocus(root: HTMLElement): () => void {
  const document = root.ownerDocument;
  /** What had the focus last and what it stood in, innermost first: removed, it no longer tells. */
  let path: HTMLElement[] = [];

  function onFocus({ target }: FocusEvent) {
    path = [];
    for (let at = target; at instanceof HTMLElement && root.contains(at); at = at.parentElement) {
      path.push(at);
    }
  }

  const observer = new MutationObserver(() => {
    const [focused, ...around] = path;
    if (focused === undefined || focused.isConnected) return;
    if (document.activeElement !== document.body) return;
    const place = around.find(
      (one) => one.isConnected && one.matches(PLACES) && one.checkVisibility(),
    );
    if (place === undefined) return;
    place.tabIndex = -1;
    place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true });
    place.focus({ preventScroll: true });
  });

  root.addEventListener('focusin', onFocus);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', onFocus);
  };
}
