import { type Dimension, type MeasureId, keptAndExcluded } from '@tocsin/contracts';
import type { FullRecord } from '@tocsin/synthetic';
import { type Grain, bucket, plus } from './plain-days.ts';
import { type ExposureRow, countedRows, figureOf, isShared } from './plain-exposure.ts';
import { type WorkRow, workRows } from './plain-works.ts';
import { codesOf, figure, firstChasers, monthDays, parts } from './slow-figures.ts';

export type Filter = Readonly<Partial<Record<Dimension, readonly string[]>>> & { basis: 'company' | 'regulator' };

export interface Split {
  readonly dimension: Dimension;
  readonly level?: number | undefined;
}

const isTree = (dimension: Dimension) => ['organisation', 'org_handling', 'line', 'reason'].includes(dimension);

const isBelow = (code: string, asked: string, tree: boolean): boolean =>
  code === asked || (tree && asked !== '' && code.startsWith(`${asked}.`));

/** Whether the values of a row pass a list of the filter. */
function passes(codes: readonly string[], list: readonly string[], tree: boolean): boolean {
  const { kept, excluded } = keptAndExcluded(list);
  const any = (asked: readonly string[]) => codes.some((code) => asked.some((one) => isBelow(code, one, tree)));
  return (kept.length === 0 || any(kept)) && !any(excluded);
}

/** The newest rows, and every figure that can be asked about them, by going through all of them each time. */
export class RawTruth {
  readonly #rows: readonly FullRecord[];
  readonly #exposure: readonly ExposureRow[];
  readonly #works: readonly WorkRow[];
  readonly #chased: ReadonlyMap<string, string>;
  readonly firstDay: string;
  readonly lastDay: string;

  constructor(rows: readonly FullRecord[], exposure: readonly ExposureRow[], works: readonly WorkRow[]) {
    this.#rows = rows;
    this.#exposure = exposure;
    this.#works = works;
    this.#chased = firstChasers(rows);
    const days = rows.map((row) => row.received_at.slice(0, 10)).sort();
    this.firstDay = days[0] ?? '';
    this.lastDay = days.at(-1) ?? '';
  }

  /**
   * The measure for each code (two codes when `across` is asked for) and place; `placeOf` says where a day goes, undefined
   * for nowhere. Keys: `place|code|across`.
   */
  figures(
    measure: MeasureId,
    filter: Filter,
    [split, across]: readonly [Split?, Split?],
    placeOf: (day: string) => string | undefined,
    today: string,
  ): Map<string, { value: number | null; cases: number }> {
    const { day: dayOf, of, kind } = parts[measure];
    const isDue = ['on_time_closure', 'closure_rate', 'overdue'].includes(measure);
    const only: Filter = kind === 'rate' ? { ...filter, basis: 'regulator' } : filter;
    const exposed = kind === 'rate' ? this.#exposureIn(measure, only, [split, across]) : undefined;
    const known = exposed && new Set(exposed.map(({ month, codes }) => [month, ...codes].join('|')));
    const groups = new Map<string, (readonly [number, number])[]>();
    const put = (key: string, pair: readonly [number, number]): void => {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [pair]);
      else group.push(pair);
    };
    for (const row of this.#rows) {
      const day = dayOf(row);
      const place = day === '' || (isDue && day >= today) ? undefined : placeOf(day);
      if (place === undefined || !this.#isIn(row, only)) continue;
      for (const code of split === undefined ? [''] : codesOf(row, split.dimension, split.level))
        for (const beside of across === undefined ? [''] : codesOf(row, across.dimension, across.level))
          if (known === undefined || known.has(`${day.slice(0, 7)}|${code}|${beside}`))
            put(`${place}|${code}|${beside}`, of(row, this.#chased));
    }
    if (kind === 'works') this.#addWorks(measure, filter, [split, across], placeOf, put);
    for (const { month, codes, figure: whole } of exposed ?? []) {
      const days = monthDays(month);
      for (let day = `${month}-01`; day.startsWith(month); day = plus(day, 1)) {
        const at = placeOf(day);
        if (at !== undefined) put([at, ...codes].join('|'), [0, whole / days]);
      }
    }
    const isOfCases = kind === 'ratio' || kind === 'quantile';
    return new Map(
      [...groups].map(([key, pairs]) => {
        const cases = pairs.reduce((total, pair) => total + pair[isOfCases ? 1 : 0], 0);
        return [key, { value: figure(measure, pairs), cases }];
      }),
    );
  }

  #isIn(row: FullRecord, filter: Filter): boolean {
    if (filter.basis === 'regulator' && row.source !== 'regulator') return false;
    const lists = Object.entries(filter).filter(([key]) => key !== 'basis') as [Dimension, readonly string[]][];
    return lists.every(([dimension, list]) => passes(codesOf(row, dimension), list, isTree(dimension)));
  }

  /** The exposure of a slice by month and the codes of the splits, nothing where it is not known. */
  #exposureIn(measure: MeasureId, filter: Filter, splits: readonly (Split | undefined)[]) {
    const filtered = (Object.keys(filter) as (keyof Filter)[]).flatMap((key) =>
      key === 'basis' || (filter[key] ?? []).length === 0 ? [] : [key],
    );
    const split = splits.flatMap((one) => (one === undefined ? [] : [one.dimension]));
    if (!isShared(filtered, split)) return [];
    const figure = figureOf(measure);
    const codes = (row: ExposureRow, dimension: Dimension, level?: number) =>
      codesOf({ ...row } as unknown as FullRecord, dimension, level);
    return countedRows(this.#exposure, figure, [...filtered, ...split].includes('city'))
      .filter((row) =>
        (['region', 'city', 'organisation', 'line'] as const).every((dimension) =>
          passes(codes(row, dimension), filter[dimension] ?? [], isTree(dimension)),
        ),
      )
      .map((row) => ({
        month: row.month.slice(0, 7),
        codes: splits.map((one) => (one === undefined ? '' : (codes(row, one.dimension, one.level)[0] ?? ''))),
        figure: Number(row[figure]),
      }));
  }

  #addWorks(
    measure: MeasureId,
    { basis: _, ...lists }: Filter,
    splits: readonly [Split?, Split?],
    placeOf: (day: string) => string | undefined,
    put: (key: string, pair: readonly [number, number]) => void,
  ): void {
    const filtered = Object.keys(lists).filter((key) => (lists[key as Dimension] ?? []).length > 0);
    const asked = [...filtered, ...splits.flatMap((split) => (split === undefined ? [] : [split.dimension]))];
    if (asked.some((dimension) => dimension !== 'organisation')) return;
    for (const { day, organisation, value } of workRows(this.#works, measure, asked.length > 0)) {
      const place = placeOf(day);
      if (place === undefined || (filtered.length > 0 && organisation === '')) continue;
      if (!passes([organisation], lists.organisation ?? [], true)) continue;
      const [code, beside] = splits.map((split) =>
        split === undefined
          ? ''
          : organisation
              .split('.')
              .slice(0, split.level ?? 9)
              .join('.'),
      );
      put(`${place}|${code}|${beside}`, [Number(value), 1]);
    }
  }
}

/** Where a day goes in a series of the period. */
export const inBuckets =
  (from: string, until: string, grain: Grain) =>
  (day: string): string | undefined =>
    day >= from && day < until ? bucket(day, grain) : undefined;
