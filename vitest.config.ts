import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Rehearsals wait more than they work: on two cores rules are tried beside them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'rules',
          include: ['shared/src/**/*.test.ts'],
          // Properties go through many cases, on machines that do other things besides.
          testTimeout: 30_000,
          // Rules keep nothing between calls, and loading them anew for each file takes half the time.
          isolate: false,
        },
      },
      {
        plugins: [svelte({ configFile: false })],
        // Without it Svelte's server runtime is loaded, in which nothing reacts.
        resolve: { conditions: ['browser'] },
        // Style sheets are read as they are, for the tests of the tokens.
        test: { name: 'client', include: ['client/src/**/*.test.ts'], css: true, isolate: false },
      },
      {
        // Some start the built server or a compiler before they begin.
        test: {
          name: 'server',
          include: ['server/{src,test}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // Some say how late a bell may be heard after a crash: nothing else may want the processor.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Rehearsals are real ones, sped up: they last as long as a café at pace 60.
        test: { name: 'scripts', include: ['scripts/**/*.test.ts'], testTimeout: 240_000 },
      },
      {
        test: {
          name: 'journeys',
          include: ['client/test/**/*.journey.ts'],
          globalSetup: './scripts/browser/setup.mjs',
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // Each drives a browser with many pages and looks at times: one after another on a small
          // machine, and after everything else.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
