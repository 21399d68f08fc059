/** The part of a Socket.IO client that is used; it does not reconnect, coming back is ours. */
export interface Socket {
  readonly connected: boolean;
  connect(): unknown;
  disconnect(): unknown;
  on(event: string, listener: (...given: never[]) => void): unknown;
  emit(event: string, ...given: unknown[]): unknown;
}

/** What a socket says each time it connects; it is read then, and may have changed. */
export interface Auth {
  readonly protocol: number;
  readonly session: string;
  /** The tag of the `cafe` view this page has, as long as it is the one it was got with. */
  cafe?: string;
}

export type OpenSocket = (auth: Auth) => Promise<Socket>;
