import { type Translation, cityOf, exposureDimensions, exposureIds, reportingRegion } from '@tocsin/contracts';
import { type Cells, type Cut, toldOf } from './told-cells.ts';

/** Rows of the business behind complaints: by the regions that report, and by the cities below them where those are known. */
export interface ToldExposure {
  readonly byRegion: readonly Cells[];
  readonly byCity: readonly Cells[];
}

/** What answers a question about a cut. */
export const exposureBy = <Rows>(
  { byRegion, byCity }: Record<keyof ToldExposure, Rows>,
  { where, split }: Cut,
): Rows => ((where.city ?? []).length > 0 || split.some(({ dimension }) => dimension === 'city') ? byCity : byRegion);

/**
 * Rows of the table `exposure` with their month as its first day, and placed and told as complaints are; the warehouse has the
 * same rule in SQL. What is known of a province alone says nothing of a part of it.
 */
export function toldExposure(rows: readonly Cells[], translation: Translation): ToldExposure {
  const placed = rows.map((cells) => ({ ...cells, place: cells['region'] ?? '', city: cityOf(cells['region'] ?? '') }));
  const cities = wholeOrParts(placed, ['region', 'city'], ({ place, city }) => place === city || city === '');
  const regions = wholeOrParts(cities, ['region'], ({ city }) => city === '');
  const told = (some: readonly Cells[]) =>
    some.map((cells) => {
      const month = `${(cells['month'] ?? '').slice(0, 7)}-01`;
      return { ...toldOf(cells, { day: month, dimensions: exposureDimensions, translation }), month };
    });
  return { byRegion: told(regions), byCity: told(cities.filter(({ city }) => city !== '')) };
}

/**
 * Rows under their reporting regions. Where one of a place as a whole stands beside some of its parts, it holds what they say:
 * its own figures, and those that only the parts have.
 */
function wholeOrParts<Row extends Cells>(
  rows: readonly Row[],
  by: readonly string[],
  isWhole: (row: Row) => boolean,
): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const placed = { ...row, region: reportingRegion(row['region'] ?? '') };
    const key = ['month', ...by, 'organisation', 'line'].map((name) => placed[name] ?? '').join('|');
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  return [...groups.values()].flatMap((parts) => {
    const wholes = parts.filter(isWhole);
    const [first] = wholes;
    return first === undefined || parts.length === 1 ? parts : [{ ...first, ...figuresOf(wholes, parts) }];
  });
}

const figuresOf = (wholes: readonly Cells[], parts: readonly Cells[]): Cells =>
  Object.fromEntries(exposureIds.map((id) => [id, sumOf(wholes, id) || sumOf(parts, id)]));

function sumOf(rows: readonly Cells[], id: string): string {
  const known = rows.flatMap((row) => (row[id] ? [Number(row[id])] : []));
  return known.length === 0 ? '' : String(known.reduce((sum, figure) => sum + figure, 0));
}
