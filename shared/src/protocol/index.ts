export * from './api.ts';
export * from './messages.ts';
export type { PageBody } from './notes-json.ts';
export * from './read-cafe-json.ts';
export * from './version.ts';
