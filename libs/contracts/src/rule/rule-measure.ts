import type { Dimension } from '../dimension.ts';
import { type CountId, countIds } from '../measure/measures.ts';
import { medianMeasures } from '../sectors.ts';

/** Daily counts that the company hands over beside its complaints, and that often move before them. */
export const leadingIds = [
  'enquiries',
  'claim-reports',
  'surrender-requests',
  'failed-callbacks',
  'media-mentions',
] as const;
export type LeadingId = (typeof leadingIds)[number];

/** Dimensions by which leading series are known. */
export const leadingDimensions = ['region', 'organisation', 'line', 'intake_channel'] as const;

export type LeadingMeasure = `leading:${LeadingId}`;
export const leadingMeasures = leadingIds.map((id) => `leading:${id}` as const) as [
  LeadingMeasure,
  ...LeadingMeasure[],
];

/** What a series rule may watch: numbers of cases, leading counts, and the published rates. */
export const ruleMeasures = [...countIds, ...leadingMeasures, ...medianMeasures] as const;
export type RateId = (typeof medianMeasures)[number];
export type RuleMeasure = CountId | LeadingMeasure | RateId;

/** The leading series behind a measure; undefined for any other measure. */
export const leadingOf = (measure: RuleMeasure): LeadingId | undefined =>
  leadingIds.find((id) => measure === `leading:${id}`);

export const isCount = (measure: RuleMeasure): measure is CountId => countIds.some((id) => id === measure);

export const isRate = (measure: RuleMeasure): measure is RateId => medianMeasures.some((id) => id === measure);

/** What exposure is known by: a rate has parts by these alone. By city where the company hands it over so, see `exposure`. */
export const exposureDimensions = ['region', 'city', 'organisation', 'line'] as const satisfies readonly Dimension[];

/** What divides complaints but not exposure: the same premium stands behind every reason. A rate may be limited to such. */
export const exposureNeutral = [
  'source',
  'intake_channel',
  'link',
  'reason',
  'org_handling',
  'department',
  'complainant_kind',
  'special_group',
  'status',
  'outcome',
  'settlement',
] as const satisfies readonly Dimension[];
