import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ROOT, runNpm } from './run.mjs';

const LOCK = `${ROOT}package-lock.json`;
/** npm's own record of what it put into node_modules. */
const INSTALLED = `${ROOT}node_modules/.package-lock.json`;
const STAMP = `${ROOT}node_modules/.tocsin-setup`;

/** Installs the packages of the lock file unless exactly they are there already. */
export function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;

  if (!matchesInstalled()) {
    console.log('Installing packages (about a minute, once) …');
    if (!runNpm(['ci', '--no-audit', '--no-fund'])) {
      throw new Error('The packages could not be installed: see the message of npm above, then run the command again.');
    }
  }
  writeFileSync(STAMP, wanted);
}

/** True when every package that the lock demands here is installed in its very version, as after `npm install`. */
function matchesInstalled() {
  if (!existsSync(INSTALLED)) return false;
  const installed = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  return Object.entries(locked).every(
    ([place, entry]) =>
      !place.includes('node_modules/') || entry.optional || installed[place]?.version === entry.version,
  );
}
