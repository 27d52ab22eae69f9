import { Inject, Injectable } from '@nestjs/common';
import {
  type ComplaintFilter,
  type GetIndicatorsReply,
  type Indicator,
  type IsoDay,
  type MeasureId,
  type SumId,
  type Translation,
  measures,
} from '@tocsin/contracts';
import {
  type DeliveredDays,
  type Scope,
  type Warehouse,
  bucketSums,
  figuresByPeriod,
  series,
  timeliness,
  totals,
} from '@tocsin/warehouse';
import { WAREHOUSE } from '../../tokens.ts';
import { comparable } from '../figures/comparable.ts';
import { Deliveries } from '../figures/deliveries.ts';
import { FiguresService } from '../figures/figures.service.ts';
import { Today } from '../figures/period.ts';
import { Trees } from '../../reference/trees.ts';
import { fromSums, isOfSums, sumsOf, whyMissing } from './ratio-of-sums.ts';
import { naturalGrain, sparkBuckets } from './spark-buckets.ts';

/** Where each compared period stands in the questions below. */
const periodNumbers = { now: 0, yearBefore: 1, periodBefore: 2 } as const;
type Compared = keyof typeof periodNumbers;

/** The slice, what the caller may see, and how codes are told. */
interface Asked {
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly today: IsoDay;
  readonly translation: Translation;
  /** How far the feeds have delivered. */
  readonly delivered: DeliveredDays | undefined;
}

/** The overview's cards: every measure with its comparisons and spark line, from a handful of queries. */
@Injectable()
export class IndicatorsService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly figures: FiguresService,
    private readonly today: Today,
    private readonly trees: Trees,
    private readonly deliveries: Deliveries,
  ) {}

  async read(ids: readonly MeasureId[], filter: ComplaintFilter, scope: Scope): Promise<GetIndicatorsReply> {
    const [translation, { delivered, missingIn }] = await Promise.all([this.trees.of(filter), this.deliveries.now()]);
    const asked: Asked = { filter, scope, today: this.today.day, translation, delivered };
    const needed = sumsOf(ids);
    // the first is read in any case: it says how far the data reach
    const sumIds = needed.length === 0 ? (['complaints'] as const) : needed;
    const provenance = await this.figures.provenanceOf(totals({ ...asked, sums: sumIds, periods: [filter] }));
    const [sums, apart, due] = await Promise.all([
      this.#sums(asked, sumIds),
      Promise.all(ids.filter((id) => !isOfSums(id)).map((measure) => this.#apart(measure, asked))),
      this.warehouse.one(timeliness({ ...asked, asOf: this.today.day })),
    ]);
    const indicators = ids.map((measure): Indicator => {
      const found = apart.find((one) => one.measure === measure) ?? sums.of(measure);
      return { ...found, missing: whyMissing(measure, found.value, sums.now) };
    });
    return { indicators, timeliness: { asOf: this.today.day, ...due }, missing: missingIn(filter), provenance };
  }

  /** Everything that is made of the sums alone: one query for the periods, one for the spark lines. */
  async #sums(asked: Asked, wanted: readonly SumId[]) {
    const { periods, buckets, grain, sparkFilter } = this.#periods(asked.filter);
    const [rows, sparks] = await Promise.all([
      this.warehouse.rows(totals({ ...asked, sums: wanted, periods })),
      this.warehouse.rows(bucketSums({ ...asked, sums: wanted, filter: sparkFilter, by: grain })),
    ]);
    const at = (compared: Compared) => rows.find(({ period }) => period === periodNumbers[compared]);
    return {
      now: at('now'),
      of: (measure: MeasureId) => ({
        measure,
        value: fromSums(measure, at('now')),
        yearBefore: fromSums(measure, at('yearBefore')),
        periodBefore: fromSums(measure, at('periodBefore')),
        spark: buckets.map(({ from }) =>
          fromSums(
            measure,
            sparks.find((row) => row.at === from),
          ),
        ),
        denominatorUntil: null,
      }),
    };
  }

  /** A rate per exposure, a quantile: whatever is not made of the sums alone has a question of its own. */
  async #apart(measure: MeasureId, asked: Asked) {
    const { periods, buckets, grain, sparkFilter } = this.#periods(asked.filter);
    // denominators come by month: a rate per day or week would only show the calendar
    const hasSpark = measures[measure].kind !== 'rate' || (grain !== 'day' && grain !== 'week');
    const [rows, sparks] = await Promise.all([
      this.warehouse.rows(figuresByPeriod({ ...asked, measure, periods })),
      hasSpark ? this.warehouse.rows(series({ ...asked, measure, filter: sparkFilter, by: grain })) : [],
    ]);
    const at = (compared: Compared) => rows.find(({ period }) => period === periodNumbers[compared]);
    return {
      measure,
      value: at('now')?.value ?? null,
      yearBefore: at('yearBefore')?.value ?? null,
      periodBefore: at('periodBefore')?.value ?? null,
      spark: buckets.map(({ from }) => sparks.find((point) => point.at === from)?.value ?? null),
      denominatorUntil: at('now')?.denominatorUntil ?? null,
    };
  }

  #periods(filter: ComplaintFilter) {
    const { elapsed, yearBefore, periodBefore } = comparable(filter, this.today.day);
    const grain = naturalGrain(filter);
    const buckets = sparkBuckets(elapsed.until, grain);
    const sparkFilter = { ...filter, from: buckets[0]?.from ?? filter.from, until: elapsed.until };
    return { periods: [elapsed, yearBefore, periodBefore], buckets, grain, sparkFilter };
  }
}
