import type { TableModel } from '../../ui/table-model.ts';
import type { BreakdownRow } from '../figures/figures-api.ts';

/** The map's figures as a table, largest first; regions without a figure come last, with the reason. */
export function regionTable(
  rows: readonly BreakdownRow[],
  name: (region: string) => string,
  text: (value: number | null) => string,
  t: (key: string) => string,
): TableModel {
  const cell = (raw: number | null) => ({ text: text(raw), raw, note: raw === null ? t('regions.noData') : undefined });
  const sorted = [...rows].sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return {
    columns: [
      { key: 'region', label: t('regions.region') },
      { key: 'value', label: t('regions.value'), figure: true },
      { key: 'before', label: t('regions.before'), figure: true },
      { key: 'previous', label: t('regions.previous'), figure: true },
    ],
    rows: sorted.map(({ code, value, yearBefore, periodBefore }) => ({
      region: { text: name(code), raw: name(code) },
      value: cell(value),
      before: cell(yearBefore),
      previous: cell(periodBefore),
    })),
  };
}
