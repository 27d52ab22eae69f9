import { defineConfig } from 'vite';

/**
 * Bundles the server and the workspace libs it uses; packages from the registry stay outside.
 * Each entry becomes dist/NAME.mjs: the server itself, and one per worker thread or child process.
 */
export default defineConfig({
  ssr: { noExternal: [/^@tocsin\//] },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: { input: { main: 'src/main.ts' }, output: { entryFileNames: '[name].mjs' } },
  },
});
