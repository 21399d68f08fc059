import type { Desk } from './desk.ts';
import type { Guest } from './guest.ts';

/** Those who play it. */
export interface SmallCast {
  desk: Desk;
  screen: Guest;
  guests: Guest[];
}
