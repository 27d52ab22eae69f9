import { type MeasureId, type Sentence, type SumId, measures, sumIds } from '@tocsin/contracts';

type Sums = Record<SumId, number> & { readonly covered: boolean };

const isSum = (id: string): id is SumId => sumIds.some((sum) => sum === id);

/** Whether the measure needs figures that the company hands over by month. */
export function needsExposure(id: MeasureId): boolean {
  const { denominator } = measures[id];
  return denominator !== undefined && !isSum(denominator);
}

/** A sum, or a quotient of two sums; null where no data reach or there is nothing to divide by. */
export function fromSums(id: MeasureId, sums: Sums | undefined): number | null {
  const { numerator, denominator, scale = 1 } = measures[id];
  if (sums === undefined || !sums.covered) return null;
  if (denominator === undefined) return sums[numerator];
  if (!isSum(denominator) || sums[denominator] === 0) return null;
  return (sums[numerator] / sums[denominator]) * scale;
}

const reasons: Readonly<Record<string, Sentence>> = {
  premium: { zh: '该时期没有保费数据', en: 'No premium is known for this period' },
  policies: { zh: '该时期没有保单数据', en: 'No number of policies is known for this period' },
  person_times: { zh: '该时期没有人次数据', en: 'No number of insured person-times is known for this period' },
  due: { zh: '该时期没有到期的投诉', en: 'No complaint fell due in this period' },
  closed: { zh: '该时期没有办结的投诉', en: 'No complaint of this period is closed' },
};
const uncovered: Sentence = { zh: '数据未覆盖该时期', en: 'No data cover this period' };

/** Why a figure is missing; null when it is there. */
export function whyMissing(id: MeasureId, value: number | null, sums: Sums | undefined): Sentence | null {
  if (value !== null) return null;
  if (sums === undefined || !sums.covered) return uncovered;
  return reasons[measures[id].denominator ?? ''] ?? uncovered;
}
