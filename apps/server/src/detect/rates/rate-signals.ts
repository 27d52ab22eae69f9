import type { IsoDay } from '@tocsin/contracts';
import type { Signal } from '@tocsin/warehouse';
import { rounded } from '../rule-signals.ts';
import type { RateSeries } from './rate-family.ts';
import type { RateRule } from './rate-rule.ts';
import { rateSentence } from './rate-sentence.ts';
import { rateVerdicts } from './rate-verdicts.ts';

/**
 * The signals of a rate rule from a bucket on: a verdict on each bucket of each series that may matter, in excess at the
 * detector's level. There is no chance in it, so nothing is corrected for the number of series.
 */
export function rateSignals(
  rule: RateRule,
  family: readonly RateSeries[],
  { from, at, medians }: { readonly from: IsoDay; readonly at: Date; readonly medians: ReadonlyMap<IsoDay, number> },
): Signal[] {
  return family
    .filter(({ points }) => mayFire(rule, points))
    .flatMap(({ key, slice, points }) =>
      rateVerdicts(rule, points, medians).flatMap((verdict, i): Signal[] => {
        const point = points[i];
        if (point === undefined || verdict.at < from) return [];
        return [
          {
            ...{ ruleId: rule.id, ruleVersion: rule.version, seriesKey: key, slice, grain: rule.grain },
            ...{ bucket: verdict.at, observed: rounded(verdict.observed), expected: rounded(verdict.expected) },
            ...{ upper: rounded(verdict.upper), pValue: null, score: rounded(verdict.score) },
            ...{ verdict: verdict.verdict, level: verdict.verdict === 'excess' ? rule.detector.level : '' },
            ...{ note: rateSentence(rule, point, verdict), evaluatedAt: at.toISOString() },
          },
        ];
      }),
    );
}

/** Whether any bucket holds so many cases that it might fire: the others need no signals. */
const mayFire = ({ minCount }: RateRule, points: RateSeries['points']) =>
  points.some(({ cases }) => cases !== null && cases >= Math.max(1, minCount));
