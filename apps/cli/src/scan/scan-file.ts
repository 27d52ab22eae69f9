import { z } from 'zod';
import { readJsonFile } from '../json-file.ts';

const Numbers = z.array(z.number().min(0)).min(1);

/** R writes a list that is not there as {}, [] or null. */
const absent = (value: unknown) =>
  value === null || (typeof value === 'object' && Object.keys(value as object).length === 0) ? undefined : value;

/** Cases at places on a plane: `expected` where it was standardised, else cases are held against the population. */
const MapFile = z
  .looseObject({
    ids: z.array(z.string()),
    x: z.array(z.number()),
    y: z.array(z.number()),
    cases: Numbers,
    population: Numbers,
    expected: z.preprocess(absent, Numbers.optional()),
    /** How a reference was computed: its bound, simulations and level are ours as well. */
    call: z.string().default(''),
  })
  .refine(
    ({ ids, x, y, cases, population, expected }) =>
      [ids, x, y, population, expected ?? cases].every(({ length }) => length === cases.length),
    'ids, x, y, cases, population and expected must be equally long',
  );
export type MapFile = z.infer<typeof MapFile>;

/** Cases and people by county and stratum, one row each; every other column of text is part of the stratum. */
const StrataFile = z.looseObject({ county: z.array(z.string()).min(1), cases: Numbers, population: Numbers });
export type StrataFile = z.infer<typeof StrataFile>;

export const isStrata = (file: MapFile | StrataFile): file is StrataFile => 'county' in file;

export const readScanFile = (path: string): MapFile | StrataFile =>
  readJsonFile(
    path,
    z.union([MapFile, StrataFile]),
    'a map of cases (ids, x, y, cases, population) nor a list of strata',
  );
