import type { Block, SheetContext } from '@tocsin/ingestion';
import { SheetRows } from '@tocsin/ingestion';
import type { SheetRow } from '../sheet-row.ts';
import { SheetCutter } from './sheet-cutter.ts';
import type { Sheet } from './workbook.ts';

const BLOCK_BYTES = 2 ** 20;
/** Enough for the first rows of most sheets. */
const FIRST_BYTES = 2 ** 16;

/** The rows of a sheet in blocks of their XML, to be read by any thread. `tell` hears how much of the sheet has been unpacked. */
export async function* rowBlocks(
  sheet: Sheet,
  context: SheetContext,
  tell: (bytes: number) => void = () => undefined,
): AsyncGenerator<Block> {
  const cutter = new SheetCutter(BLOCK_BYTES, FIRST_BYTES);
  const stream = await sheet.entry.open();
  let bytes = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      tell((bytes += piece.length));
      for (const rows of cutter.push(piece)) yield { kind: 'records', ...rows, sheet: context };
      if (cutter.isOver) break;
    }
    for (const rows of cutter.end()) yield { kind: 'records', ...rows, sheet: context };
    tell(sheet.entry.size);
  } finally {
    stream.destroy();
  }
}

/** The first `most` rows of a sheet that have a value. */
export async function firstRows(sheet: Sheet, context: SheetContext, most: number): Promise<SheetRow[]> {
  const reader = new SheetRows(context);
  const rows: SheetRow[] = [];
  for await (const { bytes, firstRow } of rowBlocks(sheet, context)) {
    reader.read(Buffer.from(bytes).toString(), firstRow, (cells, count, number) => {
      if (count > 0 && rows.length < most) rows.push({ number, cells: cells.slice(0, count) });
    });
    if (rows.length >= most) break;
  }
  return rows;
}
