import type { Camera } from './camera.ts';
import type { Room } from './room.ts';

const STYLE = `
  body { margin: 0; padding: 24px; display: flex; gap: 24px; align-items: center; background: #d9cfba; }
  img { display: block; border-radius: 10px; box-shadow: 0 4px 18px #23262d40; }
  .screen { width: 660px; }
  .phone { height: 420px; }
`;

/** The picture of the README: screen and two phones at one moment, put side by side. */
export async function together(room: Room, camera: Camera): Promise<void> {
  const picture = (name: string, kind: 'screen' | 'phone') =>
    `<img class="${kind}" alt="" src="data:image/png;base64,${camera.read(name)}">`;
  const page = await room.laptop('about:blank');
  await page.setViewportSize({ width: 1170, height: 468 });
  await page.setContent(
    `<style>${STYLE}</style>` +
      picture('screen-04-move-light', 'screen') +
      picture('phone-07-move-light', 'phone') +
      picture('phone-08-move-host-light', 'phone'),
  );
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  await camera.show(page, 'together.png');
}
