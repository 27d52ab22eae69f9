import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { entries } from '../server/vite.config.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the command with the server and the workspace libs; packages from the registry stay outside. All files lie
 * side by side in dist/, so that each finds its worker or child next to itself.
 */
export default defineConfig({
  ssr: { noExternal: [/^@tocsin\//] },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: { tocsin: at('src/main.ts'), ...entries },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
