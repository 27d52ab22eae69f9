import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { ROOT, runTool, secondsSince } from './run.mjs';

/** What is built, and the folders whose change asks for a new build (every lib counts for each). */
const APPS = [
  { name: 'server', sources: ['apps/server'] },
  { name: 'cli', sources: ['apps/cli', 'apps/server'] },
  { name: 'web', sources: ['apps/web'] },
];

/** Folders that no build reads. */
const SKIPPED = new Set(['dist', 'node_modules', 'bin', 'coverage']);

/** Builds each app whose sources are not those of its last build. */
export function buildWhatChanged() {
  for (const { name, sources } of APPS) {
    const stamp = `${ROOT}apps/${name}/dist/.sources`;
    const now = fingerprint(['libs', ...sources]);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) continue;
    build(name);
    writeFileSync(stamp, now);
  }
}

function build(name) {
  const start = performance.now();
  const cwd = `${ROOT}apps/${name}`;
  if (!runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], { cwd })) {
    throw new Error(`The ${name} could not be built: see the message above.`);
  }
  console.log(`Built the ${name} in ${secondsSince(start)}.`);
}

/** Changes when a file that a build may read is added, removed or written; specs and readmes do not count. */
function fingerprint(folders) {
  const hash = createHash('sha256').update(process.versions.node);
  const lock = statSync(`${ROOT}package-lock.json`);
  hash.update(`lock ${lock.size} ${lock.mtimeMs}\n`);
  for (const folder of folders) addFolder(hash, folder);
  return hash.digest('hex');
}

function addFolder(hash, folder) {
  const entries = readdirSync(ROOT + folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) addFolder(hash, path);
    } else if (!/\.(spec\.ts|md)$/.test(entry.name)) {
      const { size, mtimeMs } = statSync(ROOT + path);
      hash.update(`${path} ${size} ${mtimeMs}\n`);
    }
  }
}
