/**
 * Stands in for `lib0/logging` in the built pages (vite.config.ts). Yjs only says a few warnings
 * with it, but its coloured printing brings a schema language and a DOM library along: 3 kB of
 * the 80 that a phone loads.
 */
/* eslint no-console: off -- saying things to the console is what this file is for */
export const BOLD = '';
export const UNBOLD = '';
export const RED = '';
export const ORANGE = '';

export function print(...words: unknown[]): void {
  console.info(...words);
}

export function warn(...words: unknown[]): void {
  console.warn(...words);
}
