import { describe, expect, it } from 'vitest';
import { COLOURS, DRAWINGS, SHAPES, tableMark } from './table-mark.ts';

const numbers = Array.from({ length: 400 }, (_, index) => index + 1);

describe('table marks', () => {
  it('give the first 60 tables 60 different pairs of shape and colour', () => {
    const pairs = numbers.slice(0, 60).map((number) => {
      const mark = tableMark(number);
      return `${mark.colour} ${mark.shape}`;
    });
    expect(new Set(pairs).size).toBe(60);
  });

  it('differ from the next table in both shape and colour', () => {
    for (const number of numbers) {
      expect(tableMark(number).shape).not.toBe(tableMark(number + 1).shape);
      expect(tableMark(number).colour).not.toBe(tableMark(number + 1).colour);
    }
  });

  it('name a token that exists for every number, also for nonsense', () => {
    for (const number of [...numbers, 0, -3, 9_999, 2.5]) {
      const mark = tableMark(number);
      expect(COLOURS[mark.token - 1]).toBe(mark.colour);
      expect(SHAPES).toContain(mark.shape);
    }
  });

  it('are drawn with the number inside the box', () => {
    for (const shape of SHAPES) {
      const { x, y, room } = DRAWINGS[shape];
      expect(x - room / 2).toBeGreaterThanOrEqual(0);
      expect(x + room / 2).toBeLessThanOrEqual(100);
      expect(y).toBeGreaterThan(30);
      expect(y).toBeLessThan(75);
    }
  });
});
