/** Grows when an older page could no longer work with the server; then it is asked to reload. */
export const PROTOCOL_VERSION = 1;
