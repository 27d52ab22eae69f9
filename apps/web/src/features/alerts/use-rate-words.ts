import { exposureWords, type RateEvidence, type RateId, rates } from '@tocsin/contracts';
import { DASH, formatExact, formatRate } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';

type Part = RateEvidence['parts'][number];

/** A rate and what it is made of, in the reader's language. */
export function useRateWords() {
  const { label } = useFormat();
  const below = (measure: RateId) => exposureWords[rates[measure].denominator];
  /** In the size of its unit: 25.5 of 亿元. */
  const exposure = (measure: RateId, { exposure: amount }: Pick<Part, 'exposure'>): number | null =>
    amount === null ? null : amount / rates[measure].scale;
  return {
    unit: (measure: RateId): string => label(rates[measure].unit),
    exposure,
    /** What stands below the line, with its unit: 保费（亿元）. */
    exposureName: (measure: RateId): string => `${label(below(measure).label)} (${label(below(measure).unit)})`,
    /** "30 ÷ 2.00 亿元"; a dash for what is not known. */
    madeOf: (measure: RateId, part: Part | undefined): string => {
      const amount = part === undefined ? null : exposure(measure, part);
      const cases = part === undefined || part.cases === null ? DASH : formatExact(part.cases);
      return `${cases} ÷ ${label(below(measure).label)} ${formatRate(amount)} ${label(below(measure).unit)}`;
    },
  };
}
