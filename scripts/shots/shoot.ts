import type { Camera } from './camera.ts';
import type { Room } from './room.ts';
import type { Server } from './server.ts';

/** What a day is shot with. */
export interface Shoot {
  room: Room;
  server: Server;
  camera: Camera;
}
