import type { Slice, SliceKind } from '@tablecloth/shared/cafe';

type View<K extends SliceKind> = Extract<Slice, { kind: K }>['view'];
/** The last views as they are kept on the shelf, so that a page opens without a network. */
export type KeptViews = { [K in SliceKind]?: { factNumber: number; view: View<K> } };

/** The newest view of each kind that a line has heard; null where it has heard none. */
export class Views {
  #newest = $state.raw<KeptViews>({});
  #picked = $state.raw<Readonly<Record<string, View<'picked'>>>>({});

  get cafe(): View<'cafe'> | null {
    return this.#newest.cafe?.view ?? null;
  }

  get clock(): View<'clock'> | null {
    return this.#newest.clock?.view ?? null;
  }

  get person(): View<'person'> | null {
    return this.#newest.person?.view ?? null;
  }

  /** On a device that lies on a table. */
  get stay(): View<'stay'> | null {
    return this.#newest.stay?.view ?? null;
  }

  /** Of the table one sits or sat at last; compare its `table` with one's own. */
  get table(): View<'table'> | null {
    return this.#newest.table?.view ?? null;
  }

  get room(): View<'room'> | null {
    return this.#newest.room?.view ?? null;
  }

  get facilitator(): View<'facilitator'> | null {
    return this.#newest.facilitator?.view ?? null;
  }

  /** The question that stands on the big screen. */
  get spotlight(): View<'spotlight'>['question'] {
    return this.#newest.spotlight?.view.question ?? null;
  }

  /** The questions for the panel, for facilitators. */
  get panel(): View<'panel'>['questions'] {
    return this.#newest.panel?.view.questions ?? [];
  }

  /** Which cards of a page are picked, where this line hears the page and any has been. */
  picked(page: string): View<'picked'> | null {
    return this.#picked[page] ?? null;
  }

  /** As they are kept on the shelf. */
  get kept(): KeptViews {
    return this.#newest;
  }

  get chairs(): View<'chairs'> | null {
    return this.#newest.chairs?.view ?? null;
  }

  get subjects(): View<'subjects'>['subjects'] {
    return this.#newest.subjects?.view.subjects ?? [];
  }

  /** Views from the shelf; whatever the server says later is newer. */
  restore(views: KeptViews): void {
    this.#newest = { ...views, ...this.#newest };
  }

  /** A view from the server, unless a newer one has come. */
  take({ factNumber, slice }: { factNumber: number; slice: Slice }): void {
    if (slice.kind === 'picked') {
      // Of as many pages as are heard, and not of the newest alone.
      this.#picked = { ...this.#picked, [slice.view.page]: slice.view };
      return;
    }
    const had = this.#newest[slice.kind];
    if (had !== undefined && had.factNumber > factNumber) return;
    this.#newest = { ...this.#newest, [slice.kind]: { factNumber, view: slice.view } };
  }
}
