import { defineConfig } from 'vite';

/** One file for Node; what is in package.json's dependencies stays outside, our own TypeScript comes in. */
export default defineConfig({
  ssr: { noExternal: [/^@tablecloth\/shared/u] },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    target: 'node20',
    sourcemap: true,
    minify: false,
  },
});
