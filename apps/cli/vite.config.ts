import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What runs beside the server: the engine's process and the threads that read files and judge series. As in the server's own build. */
const beside = {
  'engine-child': at('../../libs/engine/src/child/main.ts'),
  'ingest-worker': at('../server/src/ingest/work/ingest-worker.ts'),
  'detect-worker': at('../server/src/detect/detect-worker.ts'),
};

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
      input: { tocsin: at('src/main.ts'), ...beside },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
