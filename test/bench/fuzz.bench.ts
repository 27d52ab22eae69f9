/**
 * Mutated files of every format and packing through the reader of files: none may crash it, hang it, or lose a row.
 * `--files N` (6,600), `--seed S` (1), `--each` says every file before it is opened. Every failure is told with its seed; the exit code says whether there was one.
 */
import { parseArgs } from 'node:util';
import { fuzz } from '@tocsin/files/testing';
import { say } from './measure/timing.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '6600' },
    seed: { type: 'string', default: '1' },
    each: { type: 'boolean', default: false },
  },
});
const begin = performance.now();
const report = await fuzz(Number(values.seed), Number(values.files), (index, kind) => {
  if (index % 100 === 0 || values.each) say(`${index} ${kind}`);
});
const seconds = Number(((performance.now() - begin) / 1000).toFixed(1));
console.log(JSON.stringify({ bench: 'fuzz', ...report, seconds }, null, 2));
process.exitCode = report.failures.length > 0 ? 1 : 0;
