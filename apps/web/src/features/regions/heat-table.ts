import type { HeatHead } from '../../ui/HeatGrid.vue';
import type { TableModel } from '../../ui/table-model.ts';

interface Words {
  readonly corner: string;
  readonly noData: string;
  readonly unfinished: string;
}

/** A heat map's figures as a table: a row for each of its rows. */
export function heatTable(
  rows: readonly HeatHead[],
  columns: readonly HeatHead[],
  value: (row: string, column: string) => number | null,
  text: (value: number | null) => string,
  words: Words,
): TableModel {
  return {
    columns: [
      { key: 'name', label: words.corner },
      ...columns.map(({ key, label, isOpen }) => ({
        ...{ key: `of:${key}`, figure: true },
        label: isOpen === true ? `${label} (${words.unfinished})` : label,
      })),
    ],
    rows: rows.map((row) => ({
      name: { text: row.label, raw: row.label },
      ...Object.fromEntries(
        columns.map(({ key }) => {
          const raw = value(row.key, key);
          return [`of:${key}`, { text: text(raw), raw, note: raw === null ? words.noData : undefined }];
        }),
      ),
    })),
  };
}
