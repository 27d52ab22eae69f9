import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What runs beside the server: the engine's process and the threads that read files and judge series. Found next to the bundle. */
const beside = {
  'engine-child': at('../../libs/engine/src/child/main.ts'),
  'ingest-worker': at('src/ingest/work/ingest-worker.ts'),
  'detect-worker': at('src/detect/detect-worker.ts'),
};

/**
 * Bundles the server and the workspace libs it uses; packages from the registry stay outside.
 * Each entry becomes dist/NAME.mjs.
 */
export default defineConfig({
  ssr: { noExternal: [/^@tocsin\//] },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: { main: at('src/main.ts'), ...beside },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
