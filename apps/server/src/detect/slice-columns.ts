import type { DayCounts, Query, Warehouse } from '@tocsin/warehouse';
import { type RecordBatch, RecordBatchReader, type Vector } from 'apache-arrow';

/** Counts by day; days without a case may be left out. */
export interface CountsByDay {
  /** Days since the first that was asked for. */
  readonly days: readonly number[] | Uint32Array;
  readonly counts: readonly number[] | Uint32Array;
}

/** Those of one slice. */
export interface SliceCounts extends CountsByDay {
  /** One code per entry of the question's split. */
  readonly codes: readonly string[];
}

/** One slice's counts by day as the engine sent them, the days ascending. */
export interface SliceColumns extends SliceCounts {
  readonly days: Uint32Array;
  readonly counts: Uint32Array;
}

/** And which of several cuts it is of; 0 where only one was asked about. */
export interface SliceOfCut extends SliceColumns {
  readonly cut: number;
}

/** So many slices are taken in at once: a few milliseconds of work. */
const SLICES_AT_ONCE = 512;

/**
 * Counts by slice and day, batch by batch in columns: of ten thousand slices over three years the text of the numbers alone
 * would be sixty megabytes to read at once.
 */
export async function* slicesInColumns(
  warehouse: Warehouse,
  question: Query<DayCounts>,
): AsyncGenerator<readonly SliceOfCut[]> {
  const bytes = await warehouse.stream(question, 'Arrow', { rowsAtOnce: SLICES_AT_ONCE });
  for await (const batch of await RecordBatchReader.from(bytes)) yield slicesOf(batch);
}

function slicesOf(batch: RecordBatch): SliceOfCut[] {
  const [codes, days, counts] = (['codes', 'days', 'counts'] as const).map((name) => {
    const column = batch.getChild(name);
    if (column === null) throw new Error(`counts by slice came without their ${name}`);
    return (row: number) => column.get(row) as Vector;
  }) as [(row: number) => Vector, (row: number) => Vector, (row: number) => Vector];
  const cut = batch.getChild('cut');
  return Array.from({ length: batch.numRows }, (_, row) => ({
    cut: Number(cut?.get(row) ?? 0),
    codes: [...codes(row)] as string[],
    days: numbersOf(days(row)),
    counts: numbersOf(counts(row)),
  }));
}

function numbersOf(list: Vector): Uint32Array {
  const numbers = list.toArray() as unknown;
  if (numbers instanceof Uint32Array) return numbers;
  throw new TypeError('days and counts of slices come as 32-bit whole numbers');
}
