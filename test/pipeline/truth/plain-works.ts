import { type MeasureId, measures } from '@tocsin/contracts';

/** A row of the table of works, as it is handed over. */
export interface WorkRow {
  readonly period: string;
  readonly organisation: string;
  readonly kind: string;
  readonly metric: string;
  readonly value: string;
}

/** Works of some quarters, months, halves and days: of the whole company, of branches, and of both at once. */
export function someWorks(organisations: readonly string[]): WorkRow[] {
  const [a = '', b = ''] = [...new Set(organisations)].sort();
  const row = (period: string, organisation: string, kind: string, metric: string, value: number): WorkRow => ({
    ...{ period, organisation, kind, metric, value: String(value) },
  });
  return [
    row('2025Q3', '', 'review', '产品', 41),
    row('2025Q3', '', 'review', '服务', 194),
    row('2025Q3', a, 'review', '产品', 30),
    row('2025Q4', a, 'review', '产品', 12),
    row('2025Q4', b, 'review', '产品', 9),
    row('2025Q4', b, 'review', '覆盖率', 98),
    row('2025H2', '', 'education', '场次', 320),
    row('2026-02', a, 'education', '场次', 7),
    row('2026-02', b, 'education', '覆盖人次', 812),
    row('2026M03-M04', b, 'education', '场次', 11),
    row('2025', '', 'training', '场次', 55),
    row('2026Q1-Q2', a, 'training', '参训人次', 1240),
    row('2026-03-15', b, 'reception-day', '场次', 1),
    row('2026-03-15', b, 'reception-day', '接待人次', 37),
    row('2026Q2', '', 'drill', '场次', 0),
  ];
}

const END_OF: Readonly<Record<string, string>> = {
  '2025Q3': '2025-09-30',
  '2025Q4': '2025-12-31',
  '2025H2': '2025-12-31',
  '2026-02': '2026-02-28',
  '2026M03-M04': '2026-04-30',
  '2025': '2025-12-31',
  '2026Q1-Q2': '2026-06-30',
  '2026-03-15': '2026-03-15',
  '2026Q2': '2026-06-30',
};

/** The rows of a works measure with their day, wholes and parts told apart as the definition says. */
export function workRows(all: readonly WorkRow[], measure: MeasureId, isApart: boolean) {
  const it = measures[measure];
  if (it.kind !== 'works') return [];
  const isCounted = ({ kind, metric }: WorkRow) =>
    kind === it.work && !metric.includes('率') && metric.includes('人') === (it.counts === 'people');
  const rows = all.filter(isCounted);
  const has = (row: WorkRow, isWhole: boolean) =>
    rows.some((one) => one.period === row.period && one.metric === row.metric && (one.organisation === '') === isWhole);
  return rows
    .filter((row) => (row.organisation === '' ? !isApart || !has(row, false) : isApart || !has(row, true)))
    .map((row) => ({ ...row, day: END_OF[row.period] ?? '' }));
}
