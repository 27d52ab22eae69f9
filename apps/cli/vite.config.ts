import { defineConfig } from 'vite';

/** Bundles the command and the workspace libs it uses; packages from the registry stay outside. */
export default defineConfig({
  ssr: { noExternal: [/^@tocsin\//] },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: { input: { tocsin: 'src/main.ts' }, output: { entryFileNames: '[name].mjs' } },
  },
});
