import { z } from 'zod';
import { readJsonFile } from '../json-file.ts';

/** What to do to the series, under the names that its algorithm gives it; R writes an empty one as []. */
const Control = z.preprocess(
  (value) => (Array.isArray(value) && value.length === 0 ? {} : value),
  z.looseObject({
    method: z.string().optional(),
    baseline: z.number().optional(),
    minSigma: z.number().optional(),
  }),
);
export type Control = z.infer<typeof Control>;

const Range = z.tuple([z.number().int().positive(), z.number().int().positive()]);

/** A plain series with what to do to it: counts, oldest first; an absent count is null. */
const SeriesFile = z.looseObject({
  name: z.string().default(''),
  algorithm: z.string().optional(),
  observed: z.array(z.number().min(0).nullable()).min(1),
  /** First day of each bucket; numbered days where it is absent. */
  at: z.array(z.iso.date()).optional(),
  control: Control.optional(),
  range1based: Range.optional(),
  runs: z.array(z.looseObject({ control: Control, range1based: Range.optional() })).optional(),
  /** Buckets in a year. */
  freq: z.number().positive().optional(),
  /** Whether past years are found by date; `epoch` are the first days of the buckets. */
  epochAsDate: z.boolean().nullish(),
  epoch: z.array(z.iso.date()).nullish(),
  population: z.array(z.number()).nullish(),
  /** Expected means in the range of the runs, with the variance beyond Poisson; else they are fitted on `trainRange`. */
  mu0: z.array(z.number()).nullish(),
  alpha: z.number().nullish(),
  trainRange: Range.nullish(),
});
export type SeriesFile = z.infer<typeof SeriesFile>;

/** One pass of a detector over the file's series, from the first to the last bucket of a range counted from 1. */
export interface Run {
  readonly control: Control;
  readonly range1based: readonly [number, number];
}

export const readSeriesFile = (path: string): SeriesFile => readJsonFile(path, SeriesFile, 'a series');

/** What the file asks for: its runs, or one over the whole series. */
export function runsOf({ runs, control = {}, range1based, observed }: SeriesFile): Run[] {
  const whole = range1based ?? ([1, observed.length] as const);
  return (runs ?? [{ control, range1based: whole }]).map((run) => ({
    control: run.control,
    range1based: run.range1based ?? whole,
  }));
}
