import { expect, it } from 'vitest';
import { tileSize } from './tile-size.ts';

it.each([1, 3, 8, 19, 20, 57, 150, 400])(
  '%i tiles stand in a wide and in an old field',
  (count) => {
    for (const field of [
      { width: 1766, height: 700 },
      { width: 942, height: 500 },
    ]) {
      const cell = tileSize(count, field) * 1.14;
      const columns = Math.floor(field.width / cell + 1e-9);
      const rows = Math.floor(field.height / cell + 1e-9);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
      // No larger: at a hundredth more they would not.
      const more = cell * 1.01;
      expect(Math.floor(field.width / more) * Math.floor(field.height / more)).toBeLessThan(count);
    }
  },
);
