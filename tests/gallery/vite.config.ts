import { join } from 'node:path';
import { defineConfig } from 'vite';
import { canOpenPages } from '../../src/build/opener.ts';
import site from '../../vite.config.ts';
import { root } from '../tools/spawn.mjs';

/** The kit and the features in all their states: `npm run gallery` shows them, tests look at them. Not part of the site. */
export default defineConfig({
  ...site,
  publicDir: false,
  server: { open: canOpenPages() && '/tests/gallery/gallery.html' },
  build: {
    ...site.build,
    outDir: join(root, 'tests/output/gallery'),
    emptyOutDir: true,
    rollupOptions: { input: join(root, 'tests/gallery/gallery.html') },
  },
});
