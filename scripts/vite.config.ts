import { defineConfig } from 'vite';

const script = (name: string) => decodeURIComponent(new URL(name, import.meta.url).pathname);

/** Each script that is written in TypeScript becomes one file that node runs as it is. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        plan: script('./plan/main.ts'),
        'plan-try': script('./plan/try.ts'),
        rehearse: script('./rehearse/main.ts'),
        shots: script('./shots/main.ts'),
        'bench-rotation': script('../bench/rotation/main.ts'),
        'bench-exact': script('../bench/exact/main.ts'),
        'bench-repairs': script('../bench/repairs/main.ts'),
      },
    },
  },
  ssr: { noExternal: [/^@tablecloth\//u] },
});
