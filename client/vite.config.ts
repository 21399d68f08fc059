import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

const page = (name: string) => decodeURIComponent(new URL(name, import.meta.url).pathname);
const server = { target: 'http://localhost:3000', changeOrigin: false };

const phone = { phone: page('./index.html') };
const rooms = { facilitate: page('./facilitate.html'), screen: page('./screen.html') };

/**
 * The phone is built by itself, first: what it shared with the larger pages would carry their parts
 * of Svelte to every phone.
 */
function inputs(mode: string): Record<string, string> {
  if (mode === 'phone') return phone;
  return mode === 'rooms' ? rooms : { ...phone, ...rooms };
}

/**
 * Vite wraps each `import()` in a loader of the styles that belong to it. The phone has one style,
 * so for it the wrapping does nothing.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
};

/**
 * The bundler's own helper of 150 bytes is a file of its own, which with its headers costs a phone
 * three times that. Those who import it have it inside instead.
 */
const runtimeInside: Plugin = {
  name: 'runtime-inside',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
    const runtime = chunks.find(({ name }) => name === 'rolldown-runtime');
    const [, body, given] = /^(.*)export\{(\w+)\};\s*$/su.exec(runtime?.code ?? '') ?? [];
    if (runtime === undefined || body === undefined || given === undefined) return;
    const line = /import\{\w+ as (\w+)\}from"\.\/rolldown-runtime[^"]*";/u;
    for (const user of chunks) {
      user.code = user.code.replace(
        line,
        (_line, name: string) => `var ${name}=(()=>{${body}return ${given}})();`,
      );
      user.imports = user.imports.filter((file) => file !== runtime.fileName);
    }
    Reflect.deleteProperty(bundle, runtime.fileName);
  },
};

/** Each limit as it is written, by its name; what is imported here would have to be JavaScript. */
const limits = new Map(
  [
    ...readFileSync(page('../shared/src/cafe/limits.ts'), 'utf8').matchAll(/^ {2}(\w+): (.+),$/gmu),
  ].map(([, name = '', value = '']) => [name, value]),
);

/** All limits stand in one object. Of the few a phone needs each is put in where it is used. */
const limitsInside: Plugin = {
  name: 'limits-inside',
  transform: (code) =>
    code.replace(/\bLIMITS\.(\w+)/gu, (asked, name: string) => {
      const limit = limits.get(name);
      return limit === undefined ? asked : `(${limit})`;
    }),
};

/** The phone's scripts in the order in which they are loaded. */
const STAGES = ['main', 'inside', 'writing'].map((name) => ({
  name,
  file: page(`./src/phone/${name}.ts`),
}));
/** What only later scripts use of modules that the earlier ones reach. */
const LATER = /UndoManager|isParentOf|markdown/u;
/** Yjs and what needs it comes after the table's number, though earlier scripts reach it by an index. */
const WRITING = /node_modules\/(?:yjs|lib0)\/|no-xml|shared\/src\/notes\/(?!next-step)/u;

interface ModuleGraph {
  getModuleInfo(id: string): { importedIds: string[] } | null;
}

/** Everything a module imports at once, itself too. */
function reached(from: string, graph: ModuleGraph): Set<string> {
  const seen = new Set([from]);
  for (const id of seen)
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) seen.add(next);
  return seen;
}

/**
 * A module is in the first script that needs it, and not in a file of its own because another needs it
 * too: a small file costs its headers and compresses badly.
 */
function stageOf(): (id: string, graph: ModuleGraph) => string | null {
  let stages: { name: string; ids: Set<string> }[] | null = null;
  return (id, graph) => {
    stages ??= STAGES.map(({ name, file }) => ({ name, ids: reached(file, graph) }));
    if (LATER.test(id)) return null;
    if (WRITING.test(id)) return 'writing';
    const stage = stages.find(({ ids }) => ids.has(id))?.name ?? null;
    return stage === 'main' ? null : stage;
  };
}

/**
 * Names that keep a component's styles to itself, half as long as Svelte's: a phone reads them hundreds
 * of times.
 */
function styleScopes(): (style: { hash: (text: string) => string; css: string }) => string {
  const taken = new Map<string, string>();
  return ({ hash, css }) => {
    const scope = `s${hash(css).slice(0, 4)}`;
    if ((taken.get(scope) ?? css) !== css) throw new Error(`Two styles have the scope ${scope}.`);
    taken.set(scope, css);
    return scope;
  };
}

/**
 * Three pages, each with its own script and style. Nothing is inlined, neither scripts nor styles
 * nor data: addresses, so the pages run under `default-src 'self'` (docs/decisions/0002-strict-csp.md).
 */
export default defineConfig(({ mode }) => ({
  plugins: [
    svelte({ configFile: false, compilerOptions: { cssHash: styleScopes() } }),
    ...(mode === 'phone' ? [plainImports, limitsInside, runtimeInside] : []),
  ],
  resolve: {
    alias: [
      { find: 'lib0/logging', replacement: page('./src/lib/plain-logging.ts') },
      {
        find: /^(?:lib0\/environment|\.\/environment\.js)$/u,
        replacement: page('./src/lib/plain-environment.ts'),
      },
      { find: /^.*\/types\/YXml\w+\.js$/u, replacement: page('./src/lib/no-xml.ts') },
      // Its modules instead of one file, so that undo can be loaded by itself (src/lib/undo.ts).
      { find: /^yjs$/u, replacement: 'yjs/src/index.js' },
    ],
  },
  build: {
    target: 'es2022',
    // Phones of 2021 have no light-dark(), so it is rewritten for them.
    cssTarget: ['chrome94', 'safari15.4', 'firefox93'],
    outDir: 'dist',
    emptyOutDir: mode !== 'rooms',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    // One style for the phone: a file for each part would be more, counted with its headers, and
    // would need a loader.
    cssCodeSplit: mode !== 'phone',
    modulePreload: mode === 'phone' ? false : { polyfill: false },
    rolldownOptions: {
      input: inputs(mode),
      ...(mode === 'phone'
        ? {
            output: {
              codeSplitting: {
                includeDependenciesRecursively: false,
                groups: [{ name: stageOf() }],
              },
            },
          }
        : {}),
      // Svelte's custom elements, which define a class when loaded, are not used.
      treeshake: {
        moduleSideEffects: [{ test: /svelte\/.*\/custom-element\.js$/u, sideEffects: false }],
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { ...server, ws: true },
    },
  },
}));
