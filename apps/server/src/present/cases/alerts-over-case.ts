import {
  type Alert,
  type AnyRule,
  type Dimension,
  cityOf,
  dimensions,
  isRate,
  keptAndExcluded,
  treeDimensions,
} from '@tocsin/contracts';
import { bucketPlus } from '@tocsin/calendar';
import type { WholeCase } from '@tocsin/warehouse';
import { alertFilter } from '../alerts/alert-filter.ts';

/** What decides whether a warning counted a complaint: the region is the one where it reports. */
export type CountedCase = Pick<WholeCase, 'source' | 'region' | 'receivedOn' | 'fields'>;

/** The warnings that counted this complaint: received on one of their days, of what the rule watches, in the slice. */
export function alertsOverCase(alerts: readonly Alert[], rules: readonly AnyRule[], one: CountedCase): Alert[] {
  return alerts.filter((alert) => {
    const period = { from: alert.firstBucket, until: bucketPlus(alert.lastBucket, 1, alert.grain) };
    const rule = rules.find(({ id }) => id === alert.ruleId);
    if (rule === undefined || rule.kind === 'missing-feed') return false;
    if (one.receivedOn < period.from || one.receivedOn >= period.until) return false;
    const filter = alertFilter(rule, alert.slice, period);
    const ofRegulator = filter.basis === 'regulator' || (rule.kind === 'series' && isRate(rule.measure));
    if (ofRegulator && one.source !== 'regulator') return false;
    return dimensions.every((dimension) => isKept(dimension, codesOf(one, dimension), filter[dimension]));
  });
}

function isKept(dimension: Dimension, codes: readonly string[], values: readonly string[]): boolean {
  const { kept, excluded } = keptAndExcluded(values);
  const isTree = treeDimensions.includes(dimension);
  const isUnder = (asked: string) =>
    codes.some((code) => code === asked || (isTree && asked !== '' && code.startsWith(`${asked}.`)));
  return (kept.length === 0 || kept.some(isUnder)) && !excluded.some(isUnder);
}

function codesOf({ region, fields }: CountedCase, dimension: Dimension): string[] {
  switch (dimension) {
    case 'region':
      return [region];
    case 'city':
      return [cityOf(fields['region'] ?? '')];
    case 'special_group':
      return (fields['special_groups'] ?? '').split('|');
    case 'sale_month':
      return [(fields['sale_day'] ?? '').slice(0, 7)];
    default:
      return [fields[dimension] ?? ''];
  }
}
