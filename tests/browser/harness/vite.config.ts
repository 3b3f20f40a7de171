import { join } from 'node:path';
import { defineConfig } from 'vite';
import site from '../../../vite.config.ts';
import { root } from '../../tools/spawn.mjs';

/** Builds the same client, worker and runtime as the site's into a module that a test can call. Not part of the site. */
export default defineConfig({
  ...site,
  publicDir: false,
  build: {
    ...site.build,
    outDir: join(root, 'tests/output/harness'),
    emptyOutDir: true,
    rollupOptions: {
      input: join(root, 'tests/browser/harness/harness.ts'),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'harness.js' },
    },
  },
});
