import { mkdirSync, rmSync } from 'node:fs';
import process from 'node:process';
import { findBrowser } from '../../apps/cli/bin/set-up/browser.mjs';
import { buildWhatChanged } from '../../apps/cli/bin/set-up/build.mjs';
import { ROOT, runTool } from '../../apps/cli/bin/set-up/run.mjs';
import { playwrightCounts, vitestCounts } from './counts.mjs';

const REPORTS = `${ROOT}node_modules/.cache/tocsin-test`;
const SKIPPED = { passed: 0, failed: 0, skipped: 1 };

const check = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

function format() {
  return check(runTool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']));
}

/** Before lint: without the graph the boundary rule passes everything. */
function graph() {
  return check(runTool('nx/dist/bin/nx.js', ['show', 'projects'], { stdio: ['ignore', 'ignore', 'inherit'] }));
}

function lint() {
  return check(runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']));
}

function types() {
  const code = runTool('typescript/bin/tsc', ['-p', 'tsconfig.json']);
  const tests = runTool('typescript/bin/tsc', ['-p', 'test/tsconfig.json']);
  const web = runTool('vue-tsc/bin/vue-tsc.js', ['-p', 'apps/web/tsconfig.json', '--noEmit']);
  return check(code && tests && web);
}

/** One run of Vitest over some of its projects: `pipeline`, or with `!pipeline` all but that. */
function vitest(project, file) {
  const report = emptyReport(file);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = runTool('vitest/vitest.mjs', ['run', '--project', project, ...reporters]);
  return vitestCounts(report, ok);
}

function build() {
  try {
    buildWhatChanged();
    return check(true);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return check(false);
  }
}

function browser() {
  const chromium = findBrowser();
  if (chromium === undefined) {
    console.log('Skipped: no Chromium here and none could be installed. Install one, or name it in TOCSIN_CHROMIUM.');
    return SKIPPED;
  }
  const report = emptyReport('playwright.json');
  const env = { ...process.env, TOCSIN_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json'];
  const ok = runTool('@playwright/test/cli.js', args, { env });
  return playwrightCounts(report, ok);
}

/** A place for a report, with none of an earlier run in it. */
function emptyReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  rmSync(`${REPORTS}/${name}`, { force: true });
  return `${REPORTS}/${name}`;
}

export const STEPS = [
  { name: 'format', what: 'Prettier changes nothing', run: format },
  { name: 'graph', what: 'Nx knows the projects', run: graph },
  { name: 'lint', what: 'ESLint, with the boundaries', run: lint },
  { name: 'types', what: 'TypeScript, and the templates of the web app', run: types },
  {
    name: 'unit',
    what: 'libs and apps on their own, the engine, the architecture',
    run: () => vitest('!pipeline', 'unit.json'),
  },
  { name: 'build', what: 'server, command and web app', run: build },
  { name: 'pipeline', what: 'the whole flow on the engine', run: () => vitest('pipeline', 'pipeline.json') },
  { name: 'e2e', what: 'the product in a browser', run: browser },
];
