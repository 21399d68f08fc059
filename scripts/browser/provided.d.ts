import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** How playwright-core launches the machine's own Chromium. */
    chromium: { executablePath: string; args: string[] };
  }
}
