import type { Command } from 'commander';
import type { Cluster, ScanResult } from '@tocsin/detection';
import { CommandFailure } from '../command-failure.ts';
import { printJson, printText, table } from '../print.ts';
import { answerMap, answerStrata, scanMap } from '../scan/answer-scan.ts';
import { type MapFile, isStrata, readScanFile } from '../scan/scan-file.ts';

interface Options {
  readonly input: string;
  readonly seed: string;
  readonly simulations?: string;
  readonly maxShare?: string;
  readonly json: boolean;
}

/** `tocsin scan`: clusters on a map of cases from a file; needs no server and no data. */
export function addScan(tocsin: Command): void {
  tocsin
    .command('scan')
    .description('find clusters of cases on a map from a file: which places, how many cases, expected, and how likely')
    .requiredOption(
      '--input <file>',
      'JSON with `ids`, `x`, `y`, `cases`, `population` and perhaps `expected`; or strata',
    )
    .option('--seed <n>', 'the same seed gives the same p', '1')
    .option('--simulations <n>', 'simulated maps (default: what the file says, else 999)')
    .option('--max-share <x>', 'largest share of the population in a cluster (default: what the file says, else 0.5)')
    .option('--json', 'one JSON document on stdout: the file with `mlc`, or with `expected` for strata', false)
    .action((options: Options) => scan(options));
}

async function scan({ input, json, ...options }: Options): Promise<void> {
  const file = readScanFile(input);
  if (isStrata(file)) return printJson(answerStrata(file));
  const result = scanMap(file, {
    seed: numberOf(options.seed, '--seed', Number.isInteger) ?? 1,
    simulations: numberOf(options.simulations, '--simulations', (n) => Number.isInteger(n) && n >= 2),
    maxShare: numberOf(options.maxShare, '--max-share', (share) => share > 0 && share <= 1),
  });
  if (json) return printJson(answerMap(file, result));
  await printText(textOf(file, result));
}

function numberOf(text: string | undefined, option: string, fits: (value: number) => boolean): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== '' && fits(value)) return value;
  throw new CommandFailure(`${option} cannot be ${text}.`, 2);
}

function textOf(file: MapFile, { mostLikely, secondary }: ScanResult): string {
  if (mostLikely === undefined) return 'No place has more cases than expected.\n';
  const row = ({ locations, cases, expected, score, pValue }: Cluster) => [
    locations.map((location) => file.ids[location] ?? '').join(' '),
    String(cases),
    expected.toFixed(2),
    score.toFixed(6),
    String(pValue),
  ];
  return table([['places', 'cases', 'expected', 'LLR', 'p'], ...[mostLikely, ...secondary].map(row)]);
}
