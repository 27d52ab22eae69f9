import type { Point } from '@tocsin/detection';
import type { Circumstances } from '../circumstances/circumstances.ts';
import type { DayGrid } from './day-grid.ts';
import type { CountsByDay } from './slice-columns.ts';

/** Two sums over numbers; equal for others in one of 2⁶⁴ cases. */
class Sums {
  readonly #bits = new DataView(new ArrayBuffer(8));
  #one = 0x811c9dc5;
  #other = 0x9e3779b9;

  take(value: number): void {
    this.#bits.setFloat64(0, value);
    this.#mix(this.#bits.getUint32(0), this.#bits.getUint32(4));
  }

  /** Whole numbers below 2³². */
  takeWhole(value: number): void {
    this.#mix(value, 0);
  }

  takeText(text: string): this {
    for (let place = 0; place < text.length; place += 1) this.takeWhole(text.charCodeAt(place));
    return this;
  }

  takeSums(sums: Sums): void {
    this.#mix(sums.#one, sums.#other);
  }

  #mix(high: number, low: number): void {
    this.#one = Math.imul(Math.imul(this.#one ^ high, 0x01000193) ^ low, 0x01000193);
    this.#other = Math.imul(Math.imul(this.#other ^ low, 0x85ebca6b) ^ (high + (this.#other >>> 13)), 0xc2b2ae35);
  }

  toString(): string {
    return `${this.#one >>> 0} ${this.#other >>> 0}`;
  }
}

/** Everything that a detector sees of a series. */
export function printOfPoints(points: readonly Point[]): string {
  const sums = new Sums();
  for (const { count, complete, isEvent, isRecovery, maturity = 1, exposure = 1 } of points) {
    sums.take(count ?? -1);
    sums.take(Number(complete) + 2 * Number(isEvent ?? false) + 4 * Number(isRecovery ?? false));
    if (maturity !== 1) sums.take(maturity);
    if (exposure !== 1) sums.take(exposure);
  }
  const events = new Set(points.flatMap(({ event }) => (event === undefined ? [] : [event.zh, event.en])));
  return `${points[0]?.at ?? ''} ${points.length} ${sums.toString()} ${[...events].join(' ')}`;
}

/** What the points of the slices of one rule are made from: the same print means the same points, without making them. */
export class RowPrints {
  readonly #besides: string;
  readonly #grids = new Map<DayGrid, string>();

  /** What is known besides counts and days. */
  constructor({ events, volume }: Pick<Circumstances, 'events' | 'volume'>) {
    const told = new Sums().takeText(JSON.stringify(events)).toString();
    this.#besides = `${told} ${volume === undefined ? '' : numberOf(volume)}`;
  }

  /** Of one row, or of several added up, in their order. */
  of(rows: readonly CountsByDay[], grid: DayGrid, startsOn: string): string {
    const known = this.#grids.get(grid) ?? printOfGrid(grid);
    this.#grids.set(grid, known);
    const all = new Sums();
    for (const row of rows) all.takeSums(sumsOf(row));
    return `${rows.length} ${all.toString()} ${startsOn} ${known} ${this.#besides}`;
  }
}

/** Rows are kept from run to run as long as their counts stay. */
const sumsOfRows = new WeakMap<CountsByDay, Sums>();

function sumsOf(row: CountsByDay): Sums {
  const known = sumsOfRows.get(row);
  if (known !== undefined) return known;
  const sums = new Sums();
  row.days.forEach((day, i) => {
    sums.takeWhole(day);
    sums.takeWhole(row.counts[i] ?? 0);
  });
  sumsOfRows.set(row, sums);
  return sums;
}

const printOfGrid = ({ from, today, covered, wholeDays, arrived }: DayGrid): string => {
  const sums = new Sums();
  for (const day of covered) sums.takeWhole(day);
  return `${from} ${today} ${sums.toString()} ${wholeDays} ${arrived.join(' ')}`;
};

/** Objects that stay the same as long as what they hold does, by number. */
const numbers = new WeakMap<object, number>();
let next = 0;
function numberOf(one: object): number {
  const known = numbers.get(one) ?? (next += 1);
  numbers.set(one, known);
  return known;
}
