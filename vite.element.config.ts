import { defineConfig, mergeConfig } from 'vite';
import site from './vite.config.ts';

/**
 * The element, built beside the site: `vite build` first. It has one stylesheet, which the element takes into its shadow
 * tree; nothing of it reaches the page that it stands on.
 */
export default defineConfig(() => {
  const config = mergeConfig(site, {});
  return {
    ...config,
    build: {
      ...config.build,
      emptyOutDir: false,
      copyPublicDir: false,
      cssCodeSplit: false,
      modulePreload: false as const,
      rollupOptions: {
        ...config.build.rollupOptions,
        input: { 'diffusion-playground': 'src/element/element.ts' },
        preserveEntrySignatures: 'strict' as const,
        output: {
          ...config.build.rollupOptions.output,
          entryFileNames: '[name].js',
          assetFileNames: (asset: { readonly names: readonly string[] }) =>
            asset.names[0]?.endsWith('.css') === true
              ? 'diffusion-playground.css'
              : config.build.rollupOptions.output.assetFileNames(asset),
        },
      },
    },
  };
});
