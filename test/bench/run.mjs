/**
 * `npm run bench -- NAME [options]`: bundles test/bench/NAME.bench.ts with the libs it uses and runs it.
 * A bench is a module that does its work when it is loaded; what it is given after NAME is in process.argv.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { build } from 'vite';
import { ROOT } from '../../apps/cli/bin/set-up/run.mjs';

const FOLDER = `${ROOT}test/bench/`;
const BUILT = `${ROOT}node_modules/.cache/tocsin-bench`;
const SUFFIX = '.bench.ts';

const [name, ...options] = process.argv.slice(2);
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith(SUFFIX) ? [file.slice(0, -SUFFIX.length)] : []));

if (name === undefined || !names.includes(name)) {
  console.error(name === undefined ? 'Which bench? Say `npm run bench -- NAME`.' : `There is no bench "${name}".`);
  console.error(names.length > 0 ? `The benches are: ${names.join(', ')}.` : 'There are no benches yet.');
  process.exit(2);
}

await build({
  root: `${ROOT}test`,
  configFile: false,
  logLevel: 'warn',
  ssr: { noExternal: [/^@tocsin\//] },
  build: {
    ssr: `${FOLDER}${name}${SUFFIX}`,
    target: 'node20',
    sourcemap: true,
    outDir: BUILT,
    emptyOutDir: false,
    rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
  },
});

const args = ['--enable-source-maps', '--expose-gc', `${BUILT}/${name}.bench.mjs`, ...options];
process.exitCode = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
