import type { TrendPoint } from '@tocsin/charts';
import type { TableModel } from '../../ui/table-model.ts';

interface Words {
  readonly date: string;
  readonly now: string;
  readonly before: string;
  readonly unfinished: string;
  readonly noData: string;
}

/** The trend's figures as a table, newest first; an unfinished bucket says so. */
export function trendTable(
  points: readonly TrendPoint[],
  words: Words,
  number: (value: number | null) => string,
  bucket: (at: string) => string,
): TableModel {
  const cell = (raw: number | null) => ({ text: number(raw), raw, note: raw === null ? words.noData : undefined });
  return {
    columns: [
      { key: 'at', label: words.date },
      { key: 'value', label: words.now, figure: true },
      { key: 'before', label: words.before, figure: true },
    ],
    rows: points.toReversed().map(({ at, value, before, complete }) => ({
      at: { text: complete ? bucket(at) : `${bucket(at)} (${words.unfinished})`, raw: at },
      value: cell(value),
      before: cell(before),
    })),
  };
}
