import { join } from 'node:path';
import { build } from 'vite';

/** Bundles a module of this library as an application's build does, and answers with the file. */
export async function bundleOf(module: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: module,
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { external: [/^node:/, 'chdb', 'vite'], output: { entryFileNames: 'bundled.mjs' } },
    },
  });
  return join(outDir, 'bundled.mjs');
}
