import { bucketPlus } from '@tocsin/calendar';
import type { IsoDay } from '@tocsin/contracts';
import { comparedWith } from '@tocsin/detection';
import type { Signal } from '@tocsin/warehouse';
import { rounded } from '../rule-signals.ts';
import type { RateSeries } from './rate-family.ts';
import { PER_YEAR, type RateRule } from './rate-rule.ts';
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
    .filter(({ points }) => mayFire(rule, points, from))
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
            ...{ note: rateSentence(rule, point, verdict, otherOf(rule, points, i)), evaluatedAt: at.toISOString() },
          },
        ];
      }),
    );
}

/** The first day of the bucket that one was compared with; undefined where it was with none. */
const otherOf = ({ detector }: RateRule, points: RateSeries['points'], index: number): IsoDay | undefined =>
  detector.name === 'change' ? comparedWith(points, index, detector.against)?.at : undefined;

/** Whether any bucket from the year before the first judged one on holds so many cases that it might fire: the others need no signals. */
function mayFire({ minCount, grain }: RateRule, points: RateSeries['points'], from: IsoDay): boolean {
  const earliest = bucketPlus(from, -PER_YEAR[grain], grain);
  return points.some(({ at, cases }) => at >= earliest && cases !== null && cases >= Math.max(1, minCount));
}
