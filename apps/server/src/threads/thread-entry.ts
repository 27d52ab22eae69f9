import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** A file that threads run. */
export interface ThreadSource {
  /** Of the bundle, `NAME.mjs`, and of the source. */
  readonly name: string;
  /** Where the source lies, from `apps/server/src`; all of the folder counts as part of it. */
  readonly folder: string;
  /** What it is made of besides. */
  readonly libs: readonly string[];
}

/**
 * The file to run: `NAME.mjs` beside the bundled server; from the sources (tests) it is compiled, once per change, to a place
 * beside the installed packages. Vite is loaded by a name the bundler does not see, because a bundled server never comes
 * here.
 */
export async function threadEntry(thread: ThreadSource): Promise<string> {
  const bundled = join(here, `${thread.name}.mjs`);
  if (existsSync(bundled)) return bundled;
  const source = join(here, '..', thread.folder, `${thread.name}.ts`);
  const folder = join(packagesFolder(), '.cache', 'tocsin-server');
  const file = join(folder, `${thread.name}-${hashOfSources(thread)}.mjs`);
  if (existsSync(file)) return file;

  const bundler = 'vite';
  const { build } = (await import(/* @vite-ignore */ bundler)) as typeof import('vite');
  const draft = join(folder, `draft-${thread.name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    envFile: false,
    root: here,
    logLevel: 'error',
    ssr: { target: 'node', noExternal: [/^@tocsin\//] },
    build: {
      ssr: source,
      outDir: draft,
      target: 'node20',
      minify: false,
      sourcemap: 'inline',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', format: 'es' } },
    },
  });
  renameSync(join(draft, 'worker.mjs'), file);
  rmSync(draft, { recursive: true, force: true });
  return file;
}

/** `node_modules` of the workspace: what the compiled file imports is found from there. */
const packagesFolder = (): string => {
  const inside = createRequire(import.meta.url).resolve('piscina');
  return inside.slice(0, inside.lastIndexOf('node_modules') + 'node_modules'.length);
};

/** Changes whenever the thread's code would: its own folder and the libs that it is made of. */
function hashOfSources({ folder, libs }: ThreadSource): string {
  const hash = createHash('sha256');
  for (const place of [join(here, '..', folder), ...libs.map((lib) => join(here, '../../../../libs', lib, 'src'))]) {
    for (const name of readdirSync(place, { recursive: true }).map(String).sort()) {
      if (name.endsWith('.ts') && !name.endsWith('.spec.ts')) hash.update(name).update(readFileSync(join(place, name)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}
