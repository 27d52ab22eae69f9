import type { Verdict } from '@tocsin/contracts';
import { type DetectorEntry, type Point, detectors, earsDefaultsInR, findDetector } from '@tocsin/detection';
import { CommandFailure } from '../command-failure.ts';
import type { Control, Run, SeriesFile } from './series-file.ts';

/** What a detector says about each bucket of a run, under the names that reference files use. */
export interface RunResult {
  readonly detector: string;
  readonly control: Control;
  readonly range1based: readonly [number, number];
  readonly expected: readonly (number | null)[];
  readonly upperbound: readonly (number | null)[];
  readonly score: readonly (number | null)[];
  readonly alarm: readonly (0 | 1 | null)[];
}

const EARS = { C1: 'ears-c1', C2: 'ears-c2', C3: 'ears-c3' } as const;

/**
 * Runs the named detector, or the one that the file's `algorithm` means, over the file's series. A file that names R's
 * algorithm gets R's defaults for what it leaves open; a detector named by us gets ours.
 */
export function runDetector(file: SeriesFile, run: Run, name: string | undefined, options: object): RunResult {
  const { entry, defaults } = name === undefined ? meantBy(file, run.control) : { entry: named(name), defaults: {} };
  const { method: _, ...control } = run.control;
  const verdicts = entry.run(pointsOf(file), { ...defaults, ...control, ...options });
  const [first, last] = run.range1based;
  const inRange = verdicts.slice(first - 1, last);
  return {
    detector: entry.name,
    control: run.control,
    range1based: run.range1based,
    expected: inRange.map(({ expected }) => expected),
    upperbound: inRange.map(({ upper }) => upper),
    score: inRange.map(({ score }) => score),
    alarm: inRange.map(alarmOf),
  };
}

function named(name: string): DetectorEntry {
  const entry = findDetector(name);
  if (entry !== undefined) return entry;
  throw new CommandFailure(`There is no detector "${name}". There are: ${Object.keys(detectors).join(', ')}.`, 2);
}

function meantBy({ algorithm }: SeriesFile, { method = 'C1' }: Control): { entry: DetectorEntry; defaults: object } {
  if (algorithm === undefined) throw new CommandFailure('The file names no algorithm: say --detector NAME.', 2);
  if (algorithm === 'earsC' && method in EARS) {
    const which = method as keyof typeof EARS;
    return { entry: named(EARS[which]), defaults: earsDefaultsInR[which] };
  }
  const entry = findDetector(algorithm);
  if (entry !== undefined) return { entry, defaults: {} };
  const known = ['earsC', ...Object.keys(detectors)].join(', ');
  throw new CommandFailure(`The algorithm "${algorithm}" of the file is not known here. Known are: ${known}.`, 2);
}

function pointsOf({ observed, at }: SeriesFile): Point[] {
  return observed.map((count, index) => ({ at: at?.[index] ?? numberedDay(index), count, complete: true }));
}

/** Buckets without dates are called after the days since the start of 2000. */
const numberedDay = (index: number) => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);

const alarmOf = ({ verdict }: Verdict) => (verdict === 'excess' ? 1 : verdict === 'normal' ? 0 : null);
