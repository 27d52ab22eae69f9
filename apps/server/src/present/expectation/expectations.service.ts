import { Inject, Injectable } from '@nestjs/common';
import { addCalendarDays } from '@tocsin/calendar';
import type { ComplaintFilter, CountId, Dimension, IsoDay, Slice } from '@tocsin/contracts';
import { counts } from '@tocsin/contracts';
import {
  type DayCounts,
  type OverlapCounts,
  type Period,
  type Query,
  type Scope,
  type Warehouse,
  dayCountsByCuts,
  dayCountsBySlice,
  overlapCounts,
  wholeCompany,
} from '@tocsin/warehouse';
import { addKnown } from '../../circumstances/circumstances.ts';
import { KnownCircumstances } from '../../circumstances/known-circumstances.ts';
import { sliceOf } from '../../detect/family-of-rule.ts';
import { slicesInColumns } from '../../detect/slice-columns.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { Trees } from '../../reference/trees.ts';
import { DaysOfData } from '../days-of-data.ts';
import { KeptReadings } from '../kept-readings.ts';
import { SliceHistory } from './slice-history.ts';
import { type DailyHistory, YEARS_LEARNED, dailyHistory, gapsOf } from './daily-history.ts';

/** Dimensions by which slices are told apart. */
export type Cut = readonly { readonly dimension: Dimension; readonly level?: number | undefined }[];

export interface HistoryQuestion {
  readonly measure: CountId;
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly split: Cut;
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
  async histories({ split, ...slice }: HistoryQuestion, until: IsoDay): Promise<Histories | undefined> {
    const asked = await this.#asked(slice, until);
    if (asked === undefined) return undefined;
    const rows = await this.warehouse.rows(dayCountsBySlice({ ...asked.question, split }));
    return asked.told(split, split.length === 0 && rows.length === 0 ? [{ codes: [], days: [], counts: [] }] : rows);
  }

  /** The same for several cuts of a slice, one after another; those that no cube answers are read in one pass. */
  async *historiesOfCuts(
    slice: Omit<HistoryQuestion, 'split'>,
    cuts: readonly Cut[],
    until: IsoDay,
  ): AsyncGenerator<{ readonly cut: Cut; readonly histories: Histories }> {
    const asked = await this.#asked(slice, until);
    if (asked === undefined) return;
    const isCubed = (split: Cut) => dayCountsBySlice({ ...asked.question, split }).answeredBy !== 'complaint';
    for (const cut of cuts.filter(isCubed)) {
      const [rows = []] = await this.#rowsByCut(dayCountsBySlice({ ...asked.question, split: cut }));
      yield { cut, histories: asked.told(cut, rows) };
    }
    const [first, ...others] = cuts.filter((cut) => !isCubed(cut));
    if (first === undefined) return;
    const together = [first, ...others];
    const rows = await this.#rowsByCut(dayCountsByCuts({ ...asked.question, cuts: together }));
    for (const [at, cut] of together.entries()) yield { cut, histories: asked.told(cut, rows[at] ?? []) };
  }

  /** Batch by batch, so that nobody waits for thousands of slices to be read at once. */
  async #rowsByCut(question: Query<DayCounts>): Promise<DayCounts[][]> {
    const byCut: DayCounts[][] = [];
    for await (const batch of slicesInColumns(this.warehouse, question))
      for (const { cut, codes, days, counts } of batch)
        (byCut[cut] ??= []).push({ codes: [...codes], days: [...days], counts: [...counts] });
    return byCut;
  }

  /** What is asked for any cut of a slice, and how its rows become histories; undefined where no data have come. */
  async #asked({ measure, filter, scope }: Omit<HistoryQuestion, 'split'>, until: IsoDay) {
    const shape = await this.#history(filter.from, until);
    if (shape === undefined) return undefined;
    const { history, firstDay, dataVersion } = shape;
    const { from: _from, until: _until, basis, tree: _tree, treeOn: _treeOn, ...where } = filter;
    const translation = await this.trees.of(filter);
    const besides = await this.#circumstances.besides(dataVersion, translation);
    const firstIndex = new Map(history.days.map((day, index) => [day, index]));
    const indexOf = (day: IsoDay) => firstIndex.get(day) ?? (day < history.from ? 0 : history.days.length);
    const told = (split: Cut, rows: readonly DayCounts[]): Histories => {
      const known = addKnown({ ...DAILY, where, split: [...split] }, besides);
      const slices = rows.map((row) => {
        const slice = sliceOf({ split: [...split] }, row);
        return new SliceHistory(row, { history, indexOf, known: (points) => known(points, slice) });
      });
      return { history, slices, indexOf, firstDay };
    };
    const question = { sum: counts[measure].numerator, basis, where, scope, from: history.from, until, translation };
    return { question, told };
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
