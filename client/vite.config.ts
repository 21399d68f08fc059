import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const page = (name: string) => decodeURIComponent(new URL(name, import.meta.url).pathname);
const server = { target: 'http://localhost:3000', changeOrigin: false };

/**
 * Three pages, each with its own script and style. Nothing is inlined, neither scripts nor styles
 * nor data: addresses, so the pages run under `default-src 'self'` (docs/decisions/0002-strict-csp.md).
 */
export default defineConfig({
  plugins: [svelte({ configFile: false })],
  resolve: { alias: { 'lib0/logging': page('./src/lib/plain-logging.ts') } },
  build: {
    target: 'es2022',
    // Phones of 2021 have no light-dark(), so it is rewritten for them.
    cssTarget: ['chrome94', 'safari15.4', 'firefox93'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        phone: page('./index.html'),
        facilitate: page('./facilitate.html'),
        screen: page('./screen.html'),
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { ...server, ws: true },
    },
  },
});
