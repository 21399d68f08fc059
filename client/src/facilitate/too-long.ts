import type { FacilitateWords } from '../words/facilitate.ts';

/** What is said beside a field that holds more than can be stored; empty while it fits. Nothing is cut off. */
export function tooLong(typed: string, max: number, t: FacilitateWords): string {
  return typed.trim().length > max ? t.tooLong(max) : '';
}
