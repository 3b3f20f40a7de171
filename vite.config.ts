import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { fasterProduct } from './src/build/faster-product/plugin.ts';

const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8')) as { version: string }).version;

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
  worker: { format: 'es', plugins: () => [fasterProduct()] },
  build: {
    target: 'es2022',
    rollupOptions: { input: ['index.html', 'embed.html'] },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'] },
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
