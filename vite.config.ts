/**
 * One build for every runtime of the product: the windows' pages (Chrome 130), the programs of the main process
 * (Node 20.18, as Electron 33 embeds it) and the preload script (one CommonJS file, as a sandboxed window wants it).
 */

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Native or supplied by the runtime, so they are loaded and not bundled. A packaged till needs them beside it. */
const loaded = ['electron', 'node-hid', '@serialport/bindings-cpp', '@photostructure/sqlite'];

/** One CommonJS file that needs nothing beside it. */
function script(from: string, into: string, name: string): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: ['electron'] },
    build: {
      outDir: here(into),
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { [name]: here(from) },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  };
}

export default defineConfig({
  root: here('renderer'),
  base: './',
  cacheDir: here('.build/vite'),
  logLevel: 'warn',
  plugins: [react()],
  builder: {
    async buildApp(builder) {
      await Promise.all(Object.values(builder.environments).map((environment) => builder.build(environment)));
    },
  },
  environments: {
    client: {
      build: {
        outDir: here('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome130',
        // A picture inlined as `data:` would need a wider content security policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        // All pages in one file: it is read from this machine, and no page can fail to come later.
        chunkSizeWarningLimit: 800,
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: loaded },
      build: {
        outDir: here('dist/main'),
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node20',
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: {
            desktop: here('main/desktop/index.ts'),
            headless: here('main/headless/index.ts'),
            launch: here('main/launch.ts'),
            training: here('main/training/serve.ts'),
          },
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
        },
      },
    },
    preload: script('main/desktop/preload/index.ts', 'dist/preload', 'index'),
    // Loaded by `electron -r`, see main/desktop/first.ts.
    first: script('main/desktop/firstAlone.ts', 'dist/first', 'first'),
  },
});
