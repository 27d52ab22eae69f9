import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getuid, platform } from 'node:process';
import { ROOT, run, runTool } from './run.mjs';

/** Where the systems' own packages put Chromium or Chrome. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
/** Another installation may be under way; seconds. */
const WAIT = '-oDPkg::Lock::Timeout=300';
const CHINESE_FONTS = '/usr/share/fonts/opentype/noto';

/** The browser for the tests: TOCSIN_CHROMIUM, an installed one, or Playwright's own; undefined when there is none. */
export function findBrowser() {
  const named = process.env.TOCSIN_CHROMIUM;
  return [named, ...PLACES, ofPlaywright()].find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** Sees to a browser where that is possible. Never fails: the browser tests are skipped, with the reason, without one. */
export function findOrInstallBrowser() {
  const isDebianRoot = platform === 'linux' && getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianRoot && (findBrowser() === undefined || !existsSync(CHINESE_FONTS))) installFromDebian();
  if (findBrowser() !== undefined) return;

  console.log('Fetching a browser for the tests …');
  runTool('@playwright/test/cli.js', ['install', 'chromium'], { stdio: 'ignore' });
  if (findBrowser() === undefined) {
    console.log('No browser: the browser tests will be skipped. Install Chromium, or name one in TOCSIN_CHROMIUM.');
  }
}

function installFromDebian() {
  console.log('Installing Chromium and Chinese fonts for the browser tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quietly = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  const packages = ['chromium', 'fonts-noto-cjk'];
  const done =
    run('apt-get', ['update', '-q'], quietly) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', WAIT, ...packages], quietly);
  if (!done) console.log('The packages could not be installed; see the messages above.');
}

function ofPlaywright() {
  try {
    return createRequire(`${ROOT}test/package.json`)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined; // Playwright is not installed, or knows no browser for this system
  }
}
