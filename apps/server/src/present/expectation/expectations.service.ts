import { Inject, Injectable } from '@nestjs/common';
import { addCalendarDays } from '@tocsin/calendar';
import type { ComplaintFilter, CountId, Dimension, IsoDay, Slice } from '@tocsin/contracts';
import { counts } from '@tocsin/contracts';
import {
  type OverlapCounts,
  type Period,
  type Scope,
  type Warehouse,
  dayCountsBySlice,
  overlapCounts,
  wholeCompany,
} from '@tocsin/warehouse';
import { addKnown } from '../../circumstances/circumstances.ts';
import { KnownCircumstances } from '../../circumstances/known-circumstances.ts';
import { sliceOf } from '../../detect/family-of-rule.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { Trees } from '../../reference/trees.ts';
import { DaysOfData } from '../days-of-data.ts';
import { KeptReadings } from '../kept-readings.ts';
import { SliceHistory } from './slice-history.ts';
import { type DailyHistory, YEARS_LEARNED, dailyHistory, gapsOf } from './daily-history.ts';

export interface HistoryQuestion {
  readonly measure: CountId;
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly split: readonly { readonly dimension: Dimension; readonly level?: number | undefined }[];
}

export interface Histories {
  readonly history: DailyHistory;
  readonly slices: readonly SliceHistory[];
  /** The index of a day in the history. */
  readonly indexOf: (day: IsoDay) => number;
  readonly firstDay: IsoDay;
}

interface Shape {
  readonly history: DailyHistory;
  readonly firstDay: IsoDay;
  readonly dataVersion: string;
}

/** The model of an expectation is that of the daily regression. */
const DAILY = { grain: 'day', detector: { name: 'daily-regression' } } as const;

/** Periods of which the days are kept: charts of one page ask about several, each time anew with every filter. */
const MOST_SHAPES = 16;

/** What slices should bring, learned from at most three years before the period that is asked about. */
@Injectable()
export class ExpectationsService {
  readonly #shapes = new KeptReadings<Shape>(MOST_SHAPES);
  readonly #circumstances: KnownCircumstances;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly trees: Trees,
    private readonly dataDays: DaysOfData,
  ) {
    this.#circumstances = new KnownCircumstances(warehouse);
  }

  /** The slices of a split with their histories up to `until`; undefined where no data have come. */
  async histories({ measure, filter, scope, split }: HistoryQuestion, until: IsoDay): Promise<Histories | undefined> {
    const shape = await this.#history(filter.from, until);
    if (shape === undefined) return undefined;
    const { history, firstDay, dataVersion } = shape;
    const { from: _from, until: _until, basis, tree: _tree, treeOn: _treeOn, ...where } = filter;
    const translation = await this.trees.of(filter);
    const question = { sum: counts[measure].numerator, basis, where, split, scope, from: history.from, until };
    const [rows, besides] = await Promise.all([
      this.warehouse.rows(dayCountsBySlice({ ...question, translation })),
      this.#circumstances.besides(dataVersion, translation),
    ]);
    const known = addKnown({ ...DAILY, where, split }, besides);
    const found = split.length === 0 && rows.length === 0 ? [{ codes: [], days: [], counts: [] }] : rows;
    const firstIndex = new Map(history.days.map((day, index) => [day, index]));
    const indexOf = (day: IsoDay) => firstIndex.get(day) ?? (day < history.from ? 0 : history.days.length);
    const slices = found.map((row) => {
      const slice = sliceOf({ split }, row);
      return new SliceHistory(row, { history, indexOf, known: (points) => known(points, slice) });
    });
    return { history, slices, indexOf, firstDay };
  }

  /** What slices of a question share, by day since the first of `history`; see `overlapCounts`. */
  async overlaps(
    { measure, filter, scope }: Omit<HistoryQuestion, 'split'>,
    slices: readonly Slice[],
    { from, days }: DailyHistory,
  ): Promise<OverlapCounts[]> {
    const { from: _from, until: _until, basis, tree: _tree, treeOn: _treeOn, ...where } = filter;
    const lists = slices.map((slice) =>
      Object.fromEntries(Object.entries(slice).map(([dimension, code]) => [dimension, [code]])),
    );
    return this.warehouse.rows(
      overlapCounts({
        ...{ sum: counts[measure].numerator, basis, where, slices: lists, scope, from },
        until: addCalendarDays(from, days.length),
        translation: await this.trees.of(filter),
      }),
    );
  }

  /**
   * The days, their coverage and their calendar: the same for every slice and caller, so made once for a state of the data
   * and a period.
   */
  async #history(asked: IsoDay, until: IsoDay) {
    const { firstDay, lastDay, dataVersion } = await this.dataDays.now();
    if (firstDay === null || lastDay === null) return undefined;
    const wanted = addCalendarDays(asked, -366 * YEARS_LEARNED);
    const from = wanted > firstDay ? wanted : firstDay;
    const key = [dataVersion, from, until].join(' ');
    return this.#shapes.of(key, () => this.#read({ from, until }, { firstDay, lastDay, dataVersion }));
  }

  async #read(period: Period, known: { firstDay: IsoDay; lastDay: IsoDay; dataVersion: string }) {
    const holidays = await this.trees.holidays();
    const whole = { sum: 'complaints', basis: 'company', where: {}, split: [], scope: wholeCompany } as const;
    const [row] = await this.warehouse.rows(dayCountsBySlice({ ...whole, ...period }));
    const empty = dailyHistory(period, { ...known, gaps: [] }, holidays);
    const gaps = row === undefined ? [] : gapsOf(empty, row, holidays);
    return {
      history: dailyHistory(period, { ...known, gaps }, holidays),
      firstDay: known.firstDay,
      dataVersion: known.dataVersion,
    };
  }
}
