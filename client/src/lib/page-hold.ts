/**
 * Keeps a page while something on it would be lost. Whoever goes back in the browser finds the page's
 * entry put back on top, and is asked; the entry below it is where they wanted to go. A reload and
 * closing the page are asked about by the browser itself.
 */
export class PageHold {
  readonly #page: Window;
  #held: { state: unknown; address: string; onback: () => void } | null = null;

  /** Made before all others listen to the browser's history: none is to follow where nobody goes yet. */
  constructor(page: Window) {
    this.#page = page;
    page.addEventListener('popstate', (event) => {
      if (this.#held === null) return;
      event.stopImmediatePropagation();
      const { state, address, onback } = this.#held;
      page.history.pushState(state, '', address);
      onback();
    });
  }

  /** From now on, until what it returns is called. */
  hold(onback: () => void): () => void {
    const page = this.#page;
    const asks = (event: Event) => {
      event.preventDefault();
    };
    this.#held = { state: page.history.state, address: page.location.href, onback };
    page.addEventListener('beforeunload', asks);
    return () => {
      this.#held = null;
      page.removeEventListener('beforeunload', asks);
    };
  }
}
