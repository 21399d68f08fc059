/**
 * Small things kept on this device as JSON. Where the browser refuses storage (private windows,
 * full disks, blocked site data) they live in memory, as long as the page does.
 */
export class Kept {
  readonly #storage: Storage | null;
  readonly #memory = new Map<string, string>();

  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  /** What was kept under `key`, or null; the caller must not trust its shape further than its own. */
  read<T>(key: string): T | null {
    const text = this.#memory.get(key) ?? this.#stored(key);
    if (text === null) return null;
    try {
      return JSON.parse(text) as T;
    } catch {
      return null;
    }
  }

  /** False where it will not outlive the page. */
  write(key: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    try {
      if (this.#storage !== null) {
        this.#storage.setItem(key, text);
        this.#memory.delete(key);
        return true;
      }
    } catch {
      // Refused or full: memory has to do.
    }
    this.#memory.set(key, text);
    return false;
  }

  remove(key: string): void {
    this.#memory.delete(key);
    try {
      this.#storage?.removeItem(key);
    } catch {
      // Then it could not be written either.
    }
  }

  #stored(key: string): string | null {
    try {
      return this.#storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }
}

/** The browser's own storage; asking for it throws where site data is blocked. */
export function browserKept(window: Window): Kept {
  try {
    return new Kept(window.localStorage);
  } catch {
    return new Kept(null);
  }
}
