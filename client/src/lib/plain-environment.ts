/**
 * Stands in for `lib0/environment` in the built pages (vite.config.ts), which reads the command line,
 * the page's address and the storage for settings that these pages do not have. Yjs asks it two things.
 */
export const isBrowser = true;

export const getVariable = (): null => null;
