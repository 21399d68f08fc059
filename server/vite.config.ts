import { defineConfig } from 'vite';

/** For Node: the server and its planner's thread. What is in package.json's dependencies stays outside, our own TypeScript comes in. */
export default defineConfig({
  ssr: { noExternal: [/^@tablecloth\/shared/u] },
  build: {
    ssr: true,
    rolldownOptions: {
      input: { main: 'src/main.ts', 'plan-thread': 'src/planner/plan-thread.ts' },
    },
    outDir: 'dist',
    target: 'node20',
    sourcemap: true,
    minify: false,
  },
});
