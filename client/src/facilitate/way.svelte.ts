import { whereOf, type Fill, type Where } from './where.ts';

/**
 * The way through a café's page. It is kept in the browser's history, so that its Back leads where one was
 * and not out of the café.
 */
export class Way {
  readonly #history: Pick<History, 'state' | 'pushState' | 'back'>;
  #where: Where;
  /** What was pressed to fill the page, by its words: what stood there before is made anew. */
  #opener = '';
  #isOnWayBack = false;

  constructor(history: Pick<History, 'state' | 'pushState' | 'back'>) {
    this.#history = history;
    this.#where = $state.raw(whereOf(history.state));
  }

  get where(): Where {
    return this.#where;
  }

  go(to: Where): void {
    if (to.section === this.#where.section && to.fill === this.#where.fill) return;
    this.#history.pushState(to, '');
    this.#where = to;
  }

  /** `opener`: the words on what was pressed. */
  fill(fill: Fill, opener: string): void {
    this.#opener = opener;
    this.go({ ...this.#where, fill });
  }

  /**
   * Once, however often it is pressed: the browser goes back a moment later. Nothing else can be pressed
   * on what fills the page, so nothing overtakes the browser.
   */
  comeBack(): void {
    // The browser's Back may have been first, while something pressed was still on its way.
    if (this.#where.fill === null || this.#isOnWayBack) return;
    this.#isOnWayBack = true;
    this.#history.back();
  }

  /** The browser went. The words on what led to where one comes back from; null where nothing filled the page. */
  went(): string | null {
    this.#isOnWayBack = false;
    const left = this.#where;
    this.#where = whereOf(this.#history.state);
    const isBack = left.fill !== null && this.#where.section === left.section;
    return isBack ? this.#opener : null;
  }
}
