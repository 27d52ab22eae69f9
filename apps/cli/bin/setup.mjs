/**
 * Makes a fresh clone runnable: `node apps/cli/bin/setup.mjs [--build] [--browser]`.
 *
 * Always      checks Node's version and installs the packages when the lock file asks for others than are there.
 * --build     builds the server, the command and the web app when their sources are newer than what was built.
 * --browser   finds a Chromium for the browser tests, or installs one where it may; without one it says so.
 *
 * Needs nothing but Node itself, prints nothing when there is nothing to do, and is safe to run before every command.
 */
import process from 'node:process';
import { findOrInstallBrowser } from './set-up/browser.mjs';
import { buildWhatChanged } from './set-up/build.mjs';
import { installPackages } from './set-up/install.mjs';

const OLDEST = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `Tocsin needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}. ` +
      'Install a current LTS version from nodejs.org and run the command again.',
  );
  process.exit(1);
}

try {
  installPackages();
  if (process.argv.includes('--browser')) findOrInstallBrowser();
  if (process.argv.includes('--build')) buildWhatChanged();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
