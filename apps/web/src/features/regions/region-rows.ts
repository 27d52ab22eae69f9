import type { TableCell, TableModel } from '../../ui/table-model.ts';

interface Words {
  readonly region: string;
  readonly value: string;
  readonly expected: string;
  readonly away: string;
  readonly noData: string;
}

export interface RegionRow {
  readonly name: string;
  readonly value: number | null;
  readonly expected: number | null;
  /** +35%, or why not. */
  readonly away: string;
}

/** Regions with their figure, what it is held against and how far it lies from it, the largest first. */
export function regionRowsTable(
  rows: readonly RegionRow[],
  words: Words,
  text: (value: number | null) => string,
): TableModel {
  const cell = (raw: number | null): TableCell => ({
    text: text(raw),
    raw,
    note: raw === null ? words.noData : undefined,
  });
  const sorted = [...rows].sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return {
    columns: [
      { key: 'region', label: words.region },
      { key: 'value', label: words.value, figure: true },
      { key: 'expected', label: words.expected, figure: true },
      { key: 'away', label: words.away, figure: true },
    ],
    rows: sorted.map(({ name, value, expected, away }) => ({
      region: { text: name, raw: name },
      value: cell(value),
      expected: cell(expected),
      away: { text: away, raw: away },
    })),
  };
}
