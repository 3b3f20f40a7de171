import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { fasterProduct } from './src/build/faster-product/plugin.ts';
import { canOpenPages } from './src/build/opener.ts';

const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8')) as { version: string }).version;

/** Stock web servers know no .mjs and send it as a download, which browsers refuse to run: scripts are .js. */
const assetFileNames = ({ names }: { names: readonly string[] }) =>
  names[0]?.endsWith('.mjs') === true ? 'assets/[name]-[hash].js' : 'assets/[name]-[hash][extname]';

/** The file that holds a text module of another language. */
function languageFile(id: string): string | null {
  const code = /(\w+)\.ts$/.exec(id)?.[1];
  if (code === undefined) return null;
  return /\/features\/(glossary|lessons|tour)\//.test(id) ? `${code}-learning` : code;
}

export default defineConfig({
  // Relative addresses: the built site works under any sub-path.
  base: './',
  plugins: [svelte({ configFile: false }), fasterProduct()],
  resolve: {
    // Keeps ONNX Runtime's wasm a file of its own instead of base64 inside the JavaScript.
    conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
  },
  // What a bug report names.
  define: {
    __VERSIONS__: JSON.stringify({ playground: versionOf('.'), runtime: versionOf('node_modules/onnxruntime-web') }),
  },
  optimizeDeps: { exclude: ['onnxruntime-web'] },
  worker: { format: 'es', plugins: () => [fasterProduct()], rollupOptions: { output: { assetFileNames } } },
  server: { open: canOpenPages() },
  build: {
    target: 'es2022',
    // The first versions with light-dark(). For older ones it would be turned into the system's preference, and the
    // theme that a visitor chooses would do nothing.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    rollupOptions: {
      input: ['index.html', 'embed.html'],
      // A feature's index.ts only says what there is: whoever takes one thing from it does not get the rest.
      treeshake: { moduleSideEffects: [{ test: /\/features\/[^/]+\/index\.ts$/, sideEffects: false }] },
      // One file for each language beside English: one download, after which no text is missing. What is read by those
      // who ask has one of its own.
      output: {
        assetFileNames,
        codeSplitting: {
          groups: [{ test: /\/texts\/(?!en|index)\w+\.ts$/, debugName: 'languages', name: languageFile }],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          globalSetup: 'tests/browser/setup.ts',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
