import { addMonths, monthStart } from '@tocsin/calendar';
import {
  type Dimension,
  type IsoDay,
  type Slice,
  exposureDimensions,
  exposureNeutral,
  keptAndExcluded,
} from '@tocsin/contracts';
import { type Cells, type Cut, cutAt, withinCut } from './told-cells.ts';
import { type ToldExposure, exposureBy } from './told-exposure.ts';

/** How much business stands behind a part on a day, beside now; undefined where that is not known. */
export type VolumeOn = (day: IsoDay) => number | undefined;

const byVolume: readonly Dimension[] = exposureDimensions;
const neutral: readonly Dimension[] = exposureNeutral;

/** The column's figure by month; null where a row of the month lacks it. */
type Months = Map<IsoDay, number | null>;
type Figures = Readonly<Record<Figure, Months>>;

/** Policies count people, premium counts prices as well: the second stands in where the first is not known. */
const figures = ['policies', 'premium'] as const;
type Figure = (typeof figures)[number];

/** A year: what is signed has its own season, and complaints come from what is in force. */
const MONTHS = 12;
/** The newest months are handed in late: for so many the last known year stands. */
const HELD = 3;

/** A part of the company as exposure is handed in, with all its months. */
interface Part {
  readonly cells: Cells;
  readonly figures: Figures;
}

/** The business behind the parts of a company, from the denominators that it keeps, told as its complaints are. */
export class BusinessVolume {
  /** The rows are gone through once: every slice of every chart asks. */
  readonly #parts: { readonly [By in keyof ToldExposure]: readonly Part[] };

  constructor({ byRegion, byCity }: ToldExposure) {
    this.#parts = { byRegion: partsOf(byRegion), byCity: partsOf(byCity) };
  }

  /**
   * The volume of each slice of a cut: policies (or premium) of the twelve months before the day's month, a twelfth of
   * them; the first twelve known stand for the first year, the last for the newest months. 1 is what stands now.
   *
   * Edge    undefined where any month between is missing, with less than a year, and for parts that exposure is not known
   *         by (products, sales channels). Whole dimensions are of one row: nothing is guessed from others.
   */
  of({ where, split }: Cut): (slice: Slice) => VolumeOn | undefined {
    const limited = (Object.keys(where) as Dimension[]).filter((name) => (where[name] ?? []).length > 0);
    const named = [...limited, ...split.map(({ dimension }) => dimension)];
    const isWithout = byVolume.some((name) => keptAndExcluded(where[name] ?? []).excluded.length > 0);
    const parts = exposureBy(this.#parts, { where, split });
    if (parts.length === 0 || isWithout || !named.every(isNeutralOrKnown)) return () => undefined;
    const known = split.filter(({ dimension }) => byVolume.includes(dimension));
    const groups = grouped(parts, where, known);
    const made = new Map<string, VolumeOn | undefined>();
    return (slice) => {
      const key = known.map(({ dimension }) => slice[dimension] ?? '').join('|');
      if (!made.has(key)) made.set(key, volumeOn(groups.get(key)));
      return made.get(key);
    };
  }
}

const isNeutralOrKnown = (dimension: Dimension) => byVolume.includes(dimension) || neutral.includes(dimension);

function partsOf(rows: readonly Cells[]): Part[] {
  const parts = new Map<string, Part>();
  for (const cells of rows) {
    const key = byVolume.map((dimension) => cells[dimension] ?? '').join('|');
    const part = parts.get(key) ?? { cells, figures: none() };
    parts.set(key, part);
    for (const figure of figures) add(part.figures[figure], cells['month'] ?? '', numberOf(cells[figure]));
  }
  return [...parts.values()];
}

function grouped(parts: readonly Part[], where: Cut['where'], split: Cut['split']): Map<string, Figures> {
  const isAsked = withinCut(where);
  const groups = new Map<string, Figures>();
  for (const part of parts) {
    if (!isAsked(part.cells)) continue;
    const key = split.map(({ dimension, level }) => cutAt(dimension, part.cells[dimension] ?? '', level)).join('|');
    const group = groups.get(key) ?? none();
    groups.set(key, group);
    for (const figure of figures) for (const [month, value] of part.figures[figure]) add(group[figure], month, value);
  }
  return groups;
}

const none = (): Figures => ({ policies: new Map(), premium: new Map() });
const numberOf = (cell: string | undefined) => (cell === undefined || cell === '' ? null : Number(cell));

function add(months: Months, month: string, value: number | null): void {
  const before = months.get(month);
  months.set(month, value === null || before === null ? null : (before ?? 0) + value);
}

function volumeOn(group: Figures | undefined): VolumeOn | undefined {
  for (const figure of figures) {
    const found = group === undefined ? undefined : overYears(group[figure]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function overYears(months: Months): VolumeOn | undefined {
  const known = [...months.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < MONTHS) return undefined;
  const sums = [0];
  const placeOf = new Map<IsoDay, number>();
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    const value = months.get(month) ?? null;
    if (value === null) return undefined;
    placeOf.set(month, placeOf.size);
    sums.push((sums.at(-1) ?? 0) + value);
  }
  const yearBefore = (end: number) => (sums[end] ?? 0) - (sums[end - MONTHS] ?? 0);
  const now = yearBefore(placeOf.size);
  if (!(now > 0)) return undefined;
  for (let ahead = 1; ahead <= HELD + 1; ahead += 1) placeOf.set(addMonths(last, ahead), known.length);
  return (day) => {
    const place = placeOf.get(monthStart(day));
    const volume = place === undefined ? 0 : yearBefore(Math.max(MONTHS, place)) / now;
    return volume > 0 ? volume : undefined;
  };
}
