import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compiles the child from its sources, for tests and scripts that run from the repository.
 *
 * The result is kept beside the installed packages (so that it finds chDB) under a name made of the sources, and is
 * made once per change: 0.3 s. A production build passes its own `childEntry` and never comes here, which is why Vite
 * is loaded by a name the bundler does not see.
 */
export async function buildChild(): Promise<string> {
  const sources = join(dirname(fileURLToPath(import.meta.url)), 'child');
  const folder = join(dirname(createRequire(import.meta.url).resolve('chdb')), '..', '.cache', 'tocsin-engine');
  const file = join(folder, `child-${hashOf(sources)}.mjs`);
  if (existsSync(file)) return file;

  const bundler = 'vite';
  const { build } = (await import(/* @vite-ignore */ bundler)) as typeof import('vite');
  const draft = join(folder, `draft-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    envFile: false,
    root: sources,
    logLevel: 'error',
    ssr: { target: 'node' },
    build: {
      ssr: join(sources, 'main.ts'),
      outDir: draft,
      target: 'node20',
      minify: false,
      sourcemap: 'inline',
      rolldownOptions: { external: [/^node:/, 'chdb'], output: { entryFileNames: 'child.mjs', format: 'es' } },
    },
  });
  renameSync(join(draft, 'child.mjs'), file);
  rmSync(draft, { recursive: true, force: true });
  return file;
}

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.ts') && !name.endsWith('.spec.ts')) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
