/**
 * Everything that must hold, in the order of CI: `npm test`, or some steps only: `node test/run-all.mjs lint types`.
 *
 * A failure does not stop the steps after it. Each check that is not a test suite counts as one test. The last line
 * is the total, alone: `N passed, N failed, N skipped`.
 */
import process from 'node:process';
import { secondsSince } from '../apps/cli/bin/set-up/run.mjs';
import { STEPS } from './runner/steps.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${STEPS.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

const begin = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];

for (const { name, what, run } of STEPS.filter((step) => asked.length === 0 || asked.includes(step.name))) {
  console.log(`\n── ${name}: ${what}`);
  const start = performance.now();
  const counts = await run();
  for (const key of Object.keys(total)) total[key] += counts[key];
  const verdict = counts.failed > 0 ? 'FAILED' : counts.passed === 0 ? 'skipped' : 'passed';
  summary.push(`${verdict.padEnd(8)} ${name.padEnd(8)} ${inWords(counts).padEnd(38)} ${secondsSince(start)}`);
}

console.log(`\n${summary.join('\n')}\nin ${secondsSince(begin)}\n`);
console.log(inWords(total));
process.exitCode = total.failed > 0 ? 1 : 0;

function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
