import { Inject, Injectable } from '@nestjs/common';
import {
  type ComplaintFilter,
  type GetIndicatorsReply,
  type Indicator,
  type MeasureId,
  measureIds,
} from '@tocsin/contracts';
import { type Period, type Scope, type Warehouse, bucketSums, rates, timeliness, totals } from '@tocsin/warehouse';
import { WAREHOUSE } from '../../tokens.ts';
import { comparable } from '../figures/comparable.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { Today } from '../figures/period.ts';
import { fromSums, needsExposure, whyMissing } from './ratio-of-sums.ts';
import { naturalGrain, sparkBuckets } from './spark-buckets.ts';

const rateIds = measureIds.filter(needsExposure);
/** Where each compared period stands in the questions below. */
const [NOW, YEAR_BEFORE, PERIOD_BEFORE, FIRST_SPARK] = [0, 1, 2, 3];

/** The overview's cards: every measure with its comparisons and spark line, from a handful of queries. */
@Injectable()
export class IndicatorsService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly figures: FiguresService,
    private readonly today: Today,
  ) {}

  async read(filter: ComplaintFilter, scope: Scope): Promise<GetIndicatorsReply> {
    const queries = this.#queries(filter, scope);
    const provenance = this.figures.provenanceOf(queries.sums, queries.sparks, ...queries.rates, queries.timeliness);
    const [sums, sparks, perExposure, due] = await Promise.all([
      this.warehouse.rows(queries.sums),
      this.warehouse.rows(queries.sparks),
      Promise.all(queries.rates.map((query) => this.warehouse.rows(query))),
      this.warehouse.one(queries.timeliness),
    ]);
    const sumsOf = (period: number | undefined) => sums.find((row) => row.period === period);
    const sparkOf = ({ from }: Period) => sparks.find((row) => row.at === from);

    const summed = (measure: MeasureId): Indicator => {
      const value = fromSums(measure, sumsOf(NOW));
      return {
        measure,
        value,
        yearBefore: fromSums(measure, sumsOf(YEAR_BEFORE)),
        periodBefore: fromSums(measure, sumsOf(PERIOD_BEFORE)),
        spark: queries.buckets.map((bucket) => fromSums(measure, sparkOf(bucket))),
        missing: whyMissing(measure, value, sumsOf(NOW)),
        denominatorUntil: null,
      };
    };
    const rated = (measure: MeasureId): Indicator => {
      const rows = perExposure[rateIds.indexOf(measure)] ?? [];
      const at = (period: number | undefined) => rows.find((row) => row.period === period);
      const value = at(NOW)?.value ?? null;
      return {
        measure,
        value,
        yearBefore: at(YEAR_BEFORE)?.value ?? null,
        periodBefore: at(PERIOD_BEFORE)?.value ?? null,
        spark: queries.buckets.map((_, index) => at((FIRST_SPARK ?? 0) + index)?.value ?? null),
        missing: whyMissing(measure, value, sumsOf(NOW)),
        denominatorUntil: at(NOW)?.denominatorUntil ?? null,
      };
    };
    return {
      indicators: measureIds.map((measure) => (needsExposure(measure) ? rated(measure) : summed(measure))),
      timeliness: { asOf: this.today.day, ...due },
      provenance: await provenance,
    };
  }

  #queries({ from, until, ...filter }: ComplaintFilter, scope: Scope) {
    const { elapsed, yearBefore, periodBefore } = comparable({ from, until }, this.today.day);
    const grain = naturalGrain({ from, until });
    const buckets = sparkBuckets(elapsed.until, grain);
    const periods = [elapsed, yearBefore, periodBefore];
    const sparkPeriod = { from: buckets[0]?.from ?? from, until: elapsed.until };
    // denominators come by month: a rate per day or week would only show the calendar
    const ratePeriods = grain === 'month' || grain === 'quarter' ? [...periods, ...buckets] : periods;
    return {
      buckets,
      sums: totals({ filter, scope, periods }),
      sparks: bucketSums({ filter: { ...filter, ...sparkPeriod }, scope, by: grain }),
      rates: rateIds.map((measure) => rates({ measure, filter, scope, periods: ratePeriods })),
      timeliness: timeliness({ filter, scope, asOf: this.today.day }),
    };
  }
}
