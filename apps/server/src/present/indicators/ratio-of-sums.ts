import { type MeasureId, type Sentence, type SumId, measures } from '@tocsin/contracts';

type Told = Exclude<SumId, 'chased' | 'illicit'>;
type Sums = Partial<Record<Told, number>> & { readonly covered: boolean };

const isTold = (id: SumId): id is Told => id !== 'chased' && id !== 'illicit';

/** Whether the sums that come by the handful are enough: not for rates, quantiles, works, or what no cube holds. */
export function isOfSums(id: MeasureId): boolean {
  const measure = measures[id];
  return (measure.kind === 'sum' || measure.kind === 'ratio') && isTold(measure.numerator);
}

/** The sums that measures are made of; those that are no sums, or quotients of sums, need none. */
export function sumsOf(ids: readonly MeasureId[]): readonly Told[] {
  const needed = ids.filter(isOfSums).flatMap((id): readonly SumId[] => {
    const measure = measures[id];
    if (measure.kind === 'sum') return [measure.numerator];
    return measure.kind === 'ratio' ? [measure.numerator, measure.denominator] : [];
  });
  return [...new Set(needed)].filter(isTold);
}

/** A sum, or a quotient of two sums; null where no data reach or there is nothing to divide by. */
export function fromSums(id: MeasureId, sums: Sums | undefined): number | null {
  const measure = measures[id];
  if (sums === undefined || !sums.covered) return null;
  const [above, below] = sumsOf([id]).map((sum) => sums[sum]);
  if (above === undefined) return null;
  if (measure.kind === 'sum') return above * (measure.scale ?? 1);
  return measure.kind !== 'ratio' || below === undefined || below === 0 ? null : (above / below) * measure.scale;
}

const reasons: Readonly<Record<string, Sentence>> = {
  premium: { zh: '该时期没有保费数据', en: 'No premium is known for this period' },
  policies: { zh: '该时期没有保单数据', en: 'No number of policies is known for this period' },
  person_times: { zh: '该时期没有人次数据', en: 'No number of insured person-times is known for this period' },
  due: { zh: '该时期没有到期的投诉', en: 'No complaint fell due in this period' },
  closed: { zh: '该时期没有办结的投诉', en: 'No complaint was closed in this period' },
  complaints: { zh: '该时期没有投诉', en: 'No complaint was received in this period' },
  mediations: { zh: '该时期没有以调解方式处理的投诉', en: 'No complaint of this period was handled by mediation' },
  rated: { zh: '该时期办结的投诉没有评分', en: 'No complaint closed in this period was rated' },
  compensated: { zh: '该时期办结的投诉没有补偿', en: 'No complaint closed in this period was compensated' },
  goodwill: { zh: '该时期没有通融', en: 'Nothing was paid as goodwill in this period' },
  handling: { zh: '该时期没有办结的投诉', en: 'No complaint was closed in this period' },
  works: {
    zh: '该时期未登记这项工作，或不能这样细分',
    en: 'This work is not entered for the period, or is not known by this slice',
  },
  first_chaser: { zh: '该时期的投诉没有被催办', en: 'No complaint of this period was chased' },
};
const uncovered: Sentence = { zh: '数据未覆盖该时期', en: 'No data cover this period' };

/** Why a figure is missing; null when it is there. */
export function whyMissing(id: MeasureId, value: number | null, sums: Sums | undefined): Sentence | null {
  if (value !== null) return null;
  if (measures[id].kind !== 'works' && (sums === undefined || !sums.covered)) return uncovered;
  return reasons[dividedBy(id)] ?? uncovered;
}

function dividedBy(id: MeasureId): string {
  const measure = measures[id];
  if (measure.kind === 'works') return measure.kind;
  if (measure.kind === 'quantile') return measure.span;
  return measure.kind === 'sum' ? '' : measure.denominator;
}
