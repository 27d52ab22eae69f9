import { type Dimension, type MeasureId, cityOf, reportingRegion } from '@tocsin/contracts';

/** A row of the table of exposure, as it is handed over. */
export interface ExposureRow {
  readonly month: string;
  readonly region: string;
  readonly organisation: string;
  readonly line: string;
  readonly premium: string;
  readonly policies: string;
  readonly person_times: string;
}

export type ExposureFigure = 'premium' | 'policies' | 'person_times';

export function figureOf(measure: MeasureId): ExposureFigure {
  if (measure === 'per_100m_premium') return 'premium';
  return measure === 'per_10k_policies' ? 'policies' : 'person_times';
}

/** What divides complaints and exposure alike, and what divides complaints in ways that exposure is not known by. */
const SHARED: readonly Dimension[] = ['region', 'city', 'organisation', 'line'];
const DIVIDING: readonly Dimension[] = ['product', 'sales_channel', 'sale_month'];

/** Whether exposure can be known of a slice at all. */
export const isShared = (filtered: readonly Dimension[], split: readonly Dimension[]): boolean =>
  !DIVIDING.some((dimension) => filtered.includes(dimension)) && split.every((dimension) => SHARED.includes(dimension));

/**
 * The rows that count: none of a place inside another that has the figure itself, of the same month, organisation and line.
 * By city only what is known by city.
 */
export function countedRows(
  rows: readonly ExposureRow[],
  figure: ExposureFigure,
  isByCity: boolean,
): readonly ExposureRow[] {
  const key = ({ month, organisation, line }: ExposureRow, region: string) =>
    [month.slice(0, 7), organisation, line, region].join('|');
  const known = rows.filter((row) => row[figure] !== '' && (!isByCity || cityOf(row.region) !== ''));
  const keys = new Set(known.map((row) => key(row, row.region)));
  return known.filter((row) => {
    const wider = [cityOf(row.region), reportingRegion(row.region)].filter((place) => place !== row.region);
    return !wider.some((place) => keys.has(key(row, place)));
  });
}

/**
 * The company's own rows, and what other companies hand over: a year of a province both as a whole, by a figure of its own, and by
 * city; half a year of another by its province alone; a district beside its city.
 */
export function withOtherWays(rows: readonly ExposureRow[]): ExposureRow[] {
  const isHalf = ({ month }: ExposureRow) => month >= '2026-01' && month < '2026-07';
  const whole = rows
    .filter(({ region, month }) => region === '340100' && month < '2026-03')
    .map((row) => ({ ...row, region: '340000', policies: '', premium: String(Number(row.premium) * 5 + 1) }));
  const alone = rows
    .filter((row) => row.region === '320100' && isHalf(row))
    .map((row) => ({ ...row, region: '320000', premium: String(Number(row.premium) * 7 + 1) }));
  const district = rows
    .filter(({ region, month }) => region === '370100' && month >= '2026-02')
    .map((row) => ({ ...row, region: '370102', premium: '77000000' }));
  return [...rows.filter((row) => !row.region.startsWith('32') || !isHalf(row)), ...whole, ...alone, ...district];
}
