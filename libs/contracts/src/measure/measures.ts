import { amounts } from './amounts.ts';
import { counts } from './counts.ts';
import { handling } from './handling.ts';
import type { Measure } from './measure.ts';
import { rates } from './rates.ts';
import { shares } from './shares.ts';
import { workCounts } from './works.ts';

const catalogue = { ...counts, ...rates, ...shares, ...handling, ...amounts, ...workCounts };

export type MeasureId = keyof typeof catalogue;

/** Every figure that pages, rules, reports and the API may ask for, in the order in which they are listed. */
export const measures: Readonly<Record<MeasureId, Measure>> = catalogue;
export const measureIds = Object.keys(catalogue) as [MeasureId, ...MeasureId[]];

/** Numbers of cases: what can be watched for rises, and attributed to slices. */
export type CountId = keyof typeof counts;
export const countIds = Object.keys(counts) as [CountId, ...CountId[]];
