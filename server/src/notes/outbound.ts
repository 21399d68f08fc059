import type { CafeId, Refusal } from '@tablecloth/shared/cafe';
import type { SavedMessage } from '@tablecloth/shared/protocol';

/** What was written on a page since it was last told, and by how many people it is written on. */
export interface PageNews {
  page: string;
  generation: number;
  writers: number;
  bytes: Uint8Array;
}

/** What notes tell people, whatever carries it. Sessions are named by their id. */
export interface Outbound {
  saved(cafe: CafeId, session: string, message: SavedMessage): void;
  sendFrom(cafe: CafeId, session: string, message: SavedMessage): void;
  refused(cafe: CafeId, session: string, message: SavedMessage, refusal: Refusal): void;
  /** To everybody who follows the page. */
  entries(cafe: CafeId, news: PageNews): void;
}
