import type { IsoDay, Sentence, Verdict } from '@tocsin/contracts';
import { type RatePoint, aboveMedian, rateChange, rateThreshold } from '@tocsin/detection';
import type { RateRule } from './rate-rule.ts';
import { sectorNames } from './sector-medians.ts';

/** The verdict on each bucket of a series, by the rule's detector; `medians` by the first day of their quarter. */
export function rateVerdicts(
  { detector, minCount: fewest }: RateRule,
  points: readonly RatePoint[],
  medians: ReadonlyMap<IsoDay, number>,
): Verdict[] {
  switch (detector.name) {
    case 'threshold':
      return rateThreshold(points, { atLeast: detector.atLeast, fewest });
    case 'change':
      return rateChange(points, { ...detector, fewest });
    case 'peer-median': {
      const unpublished = notPublished(sectorNames[detector.sector] ?? { zh: '', en: '' });
      return aboveMedian(points, { factor: detector.factor, medians, unpublished, fewest });
    }
  }
}

const notPublished = (sector: Sentence): Sentence => ({
  zh: `尚无${sector.zh}该季度公布的中位数, 未作判断`,
  en: `no median of this quarter has been published for ${sector.en}: not judged`,
});
