import { Inject, Injectable } from '@nestjs/common';
import {
  type ComplaintFilter,
  type GetIndicatorsReply,
  type Indicator,
  type IsoDay,
  type MeasureId,
  measures,
} from '@tocsin/contracts';
import {
  type FiguresOfPeriod,
  type Period,
  type Scope,
  type Totals,
  type Warehouse,
  askedTogether,
  figuresByPeriod,
  isExposureKnown,
  timeliness,
  totals,
} from '@tocsin/warehouse';
import { WAREHOUSE } from '../../tokens.ts';
import { DaysOfData } from '../days-of-data.ts';
import { comparable } from '../figures/comparable.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { Today } from '../figures/period.ts';
import { Trees } from '../../reference/trees.ts';
import { fromSums, isOfSums, sumsOf, whyMissing } from './ratio-of-sums.ts';
import { naturalGrain, sparkBuckets } from './spark-buckets.ts';

/** A measure for each of the periods of `periodsOf`. */
interface Figures {
  readonly values: readonly (number | null)[];
  readonly denominatorUntil: IsoDay | null;
}

/** The overview's cards: every measure with its comparisons and spark line, from a handful of questions. */
@Injectable()
export class IndicatorsService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly figures: FiguresService,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly deliveries: Deliveries,
    private readonly days: DaysOfData,
  ) {}

  async read(ids: readonly MeasureId[], filter: ComplaintFilter, scope: Scope): Promise<GetIndicatorsReply> {
    const [translation, { delivered, missingIn }, covered] = await Promise.all([
      this.trees.of(filter),
      this.deliveries.now(),
      this.days.now(),
    ]);
    const today = this.today.day;
    const periods = periodsOf(filter, today);
    const asked = { filter, scope, today, translation, delivered, periods };
    const needed = sumsOf(ids);
    // the first is read in any case: it says how far the data reach
    const ofSums = totals({ ...asked, covered, sums: needed.length === 0 ? ['complaints'] : needed });
    const hasRates = isExposureKnown({ filter, splits: [] });
    const groups = askedTogether(ids.filter((id) => !isOfSums(id) && (hasRates || measures[id].kind !== 'rate')));
    const ofGroups = groups.map((group) => figuresByPeriod({ ...asked, measures: group }));
    const provenance = await this.figures.provenanceOf(ofSums, ...ofGroups);
    const [sums, answers, due] = await Promise.all([
      this.warehouse.rows(ofSums),
      Promise.all(ofGroups.map((question) => this.warehouse.rows(question))),
      this.warehouse.one(timeliness({ ...asked, asOf: today })),
    ]);
    const known = knownIn(sums);
    const apart = new Map(
      groups.flatMap((group, at) => group.map((id, place) => [id, figuresOf(answers[at] ?? [], place)])),
    );
    const isMonthly = isByMonths(filter);
    const indicators = ids.map((id): Indicator => {
      const own = apart.get(id) ?? { values: known.map((row) => fromSums(id, row)), denominatorUntil: null };
      // works are entered apart from complaints, and known where those are not
      const values = own.values.map((figure, at) =>
        measures[id].kind === 'works' || known[at]?.covered === true ? figure : null,
      );
      const [value = null, yearBefore = null, periodBefore = null, ...buckets] = values;
      const spark = measures[id].kind === 'rate' && !isMonthly ? buckets.map(() => null) : buckets;
      const missing = whyMissing(id, value, known[0]);
      return { measure: id, value, yearBefore, periodBefore, spark, denominatorUntil: own.denominatorUntil, missing };
    });
    return { indicators, timeliness: { asOf: today, ...due }, missing: missingIn(filter), provenance };
  }
}

/** What is compared, then the buckets of the spark line, oldest first. */
function periodsOf(filter: ComplaintFilter, today: IsoDay): Period[] {
  const { elapsed, yearBefore, periodBefore } = comparable(filter, today);
  return [elapsed, yearBefore, periodBefore, ...sparkBuckets(elapsed.until, naturalGrain(filter))];
}
const COMPARED = 3;

/** Sums of the periods: one that is compared is covered wholly or not at all, a bucket where data reach any of its days. */
const knownIn = (sums: readonly Totals[]): Totals[] =>
  sums.map((row, at) => (at < COMPARED ? row : { ...row, covered: row.reached }));

/** The figures of one measure of a group. */
const figuresOf = (answer: readonly FiguresOfPeriod[], place: number): Figures => ({
  values: answer.map(({ values }) => values[place] ?? null),
  denominatorUntil: answer[0]?.denominatorsUntil[place] ?? null,
});

/** Denominators come by month: a rate per day or week would only show the calendar. */
const isByMonths = (filter: ComplaintFilter): boolean => !['day', 'week'].includes(naturalGrain(filter));
