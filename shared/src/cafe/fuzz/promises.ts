/** What holds in any morning whatever happens. Each promise looks at one act: before it, and after. */
import type { Cafe } from '../cafe.ts';
import type { Rehearsal } from '../fixture.ts';
import type { Act } from './acts.ts';

export interface Happened {
  /** Just after the act. */
  room: Rehearsal;
  before: Cafe;
  step: Act;
}

export type Promised = (happened: Happened) => void;
