import type { Command } from 'commander';
import { CommandFailure } from '../command-failure.ts';
import { answerDocument } from '../detect/answer-document.ts';
import { type RunResult, runDetector } from '../detect/run-detector.ts';
import { readSeriesFile, runsOf, type SeriesFile } from '../detect/series-file.ts';
import { printJson, printText, table } from '../print.ts';

interface Options {
  readonly detector?: string;
  readonly input: string;
  readonly options: string;
  readonly json: boolean;
}

/** `tocsin detect`: a detector on a plain series from a file; needs no server and no data. */
export function addDetect(tocsin: Command): void {
  tocsin
    .command('detect')
    .description('run a detector on a series from a file: expected, upper bound, score and alarm for every point')
    .requiredOption('--input <file>', 'JSON with `observed`, and perhaps `algorithm`, `control` or `runs`')
    .option('--detector <name>', "which detector (default: what the file's algorithm says)")
    .option('--options <json>', "the detector's options, over those of the file", '{}')
    .option('--json', 'one JSON document on stdout', false)
    .action((options: Options) => detect(options));
}

async function detect({ input, detector, options, json }: Options): Promise<void> {
  const file = readSeriesFile(input);
  const answered = json && detector === undefined && options === '{}' ? answerDocument(file) : undefined;
  if (answered !== undefined) return printJson(answered);
  const more = parsedOptions(options);
  const runs = runsOf(file).map((run) => runDetector(file, run, detector, more));
  const { name, algorithm } = file;
  if (json) return printJson({ name, ...(algorithm !== undefined && { algorithm }), observed: file.observed, runs });
  for (const run of runs) await printText(`${titleOf(run)}\n${table(rowsOf(file, run))}\n`);
}

function parsedOptions(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // said below
  }
  throw new CommandFailure(`--options takes a JSON object such as {"baseline": 28}, not ${text}`, 2);
}

const titleOf = ({ detector, control }: RunResult) => `${detector} ${JSON.stringify(control)}`;

function rowsOf({ observed, at }: SeriesFile, run: RunResult): string[][] {
  const [first] = run.range1based;
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '–' : value.toFixed(3));
  const lines = run.alarm.map((alarm, index) => [
    at?.[first - 1 + index] ?? String(first + index),
    String(observed[first - 1 + index] ?? '–'),
    number(run.expected[index]),
    number(run.upperbound[index]),
    number(run.score[index]),
    alarm === null ? '–' : alarm === 1 ? 'ALARM' : '',
  ]);
  return [['point', 'observed', 'expected', 'upper', 'score', 'alarm'], ...lines];
}
