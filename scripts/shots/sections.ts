import type { Camera } from './camera.ts';
import type { Desk } from './desk.ts';

/** Each part of the facilitator's page. */
export async function sections(desk: Desk, camera: Camera, name: string): Promise<void> {
  for (const section of ['Now', 'People', 'Tables', 'Notes', 'Panel', 'Links'] as const) {
    await desk.show(section);
    await camera.take(desk.page, `${name}-${section.toLowerCase()}`);
  }
  await desk.show('Now');
}
