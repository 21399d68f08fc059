/** The second round, and everything up to the close. */
import type { Cast } from './arrival.ts';
import type { Guest } from './guest.ts';
import { sections } from './sections.ts';
import type { Shoot } from './shoot.ts';

export async function restOfTheDay(
  { camera }: Shoot,
  { desk, screen }: Cast,
  visitor: Guest,
): Promise<void> {
  await desk.press('Start Round 2 now');
  await visitor.reads(/^Listen to|^Tell your story/u);
  await camera.take(visitor.page, 'phone-20-round-2', { whole: true });
  await desk.press('Ring the bell now');
  await desk.press('Send everyone to Round 3');
  await desk.press('Start Round 3 now');
  await desk.press('Ring the bell now');
  await desk.press('Begin Coffee');
  await visitor.reads('Coffee');
  await camera.take(visitor.page, 'phone-21-break', { whole: true });
  await screen.getByText(/^Coffee until/u).waitFor();
  await camera.take(screen, 'screen-08-break');
  await camera.take(desk.page, 'desk-12-break');
  await desk.press('Start the home round');
  await visitor.reads('Back to your own table');
  await visitor.page.getByText('Ask the day centre').waitFor();
  await camera.take(visitor.page, 'phone-22-home-round', { whole: true });
  await screen.getByText('Back to your own table').waitFor();
  await camera.take(screen, 'screen-09-home-round');
  await desk.press('Ring the bell now');
  await visitor.reads(/^Panel/u);
  await camera.take(visitor.page, 'phone-23-panel');
  await screen.getByText('What is the one thing you would ask').waitFor();
  await camera.take(screen, 'screen-10-panel');
  await camera.take(desk.page, 'desk-13-panel');
  await desk.press('Begin Feedback');
  await visitor.reads(/^Feedback/u);
  await camera.take(visitor.page, 'phone-24-feedback');
  await screen.getByText('Feedback and thanks').waitFor();
  await camera.take(screen, 'screen-11-feedback');
  await desk.press('Close the café');
  await desk.page.getByRole('dialog').waitFor();
  await camera.take(desk.page, 'desk-14-close-question');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Close the café' }).click();
  await visitor.reads(/^Thank you/u);
  await screen.getByText('Thank you.').waitFor();
  await camera.take(screen, 'screen-12-closed');
  await sections(desk, camera, 'desk-15-closed');
}
