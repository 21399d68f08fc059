import type { TestServer } from '../../client/test/server.ts';
import type { Camera } from './camera.ts';
import type { Room } from './room.ts';

/** What a day is shot with. */
export interface Shoot {
  room: Room;
  server: TestServer;
  camera: Camera;
}
