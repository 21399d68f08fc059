/** The sample at its own pace, stepped through by presses: every step of the day on every page. */
import { arrival } from './arrival.ts';
import { firstRound } from './first-round.ts';
import { restOfTheDay } from './rest-of-the-day.ts';
import type { Shoot } from './shoot.ts';
import { together } from './together.ts';

export async function morning(shoot: Shoot): Promise<void> {
  const cast = await arrival(shoot);
  const visitor = await firstRound(shoot, cast);
  await restOfTheDay(shoot, cast, visitor);
  await together(shoot.room, shoot.camera);
}
