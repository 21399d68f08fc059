import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'rules', include: ['shared/src/**/*.test.ts', 'client/src/**/*.test.ts'] },
      },
      {
        test: { name: 'server', include: ['server/{src,test}/**/*.test.ts'], testTimeout: 30_000 },
      },
    ],
  },
});
