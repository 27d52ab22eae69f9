import { type Data, Utf8, makeData } from 'apache-arrow';

export const text = new Utf8();

/**
 * Texts as a column of Arrow: their UTF-8 one after another, and where each begins. Null is unknown; half of a surrogate pair
 * becomes U+FFFD, as everywhere.
 */
export function textColumn(cells: readonly (string | null)[]): Data<Utf8> {
  const all = cells.join('');
  const joined = Buffer.from(all);
  const isAscii = joined.length === all.length;
  const valueOffsets = new Int32Array(cells.length + 1);
  let end = 0;
  let nullCount = 0;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row] ?? null;
    if (cell === null) nullCount += 1;
    else end += isAscii ? cell.length : Buffer.byteLength(cell);
    valueOffsets[row + 1] = end;
  }
  // where two halves meet, joining made one character of them
  const data = end === joined.length ? joined : Buffer.concat(cells.map((cell) => Buffer.from(cell ?? '')));
  const nullBitmap = nullCount === 0 ? undefined : validityOf(cells);
  return makeData({ type: text, length: cells.length, nullCount, nullBitmap, valueOffsets, data });
}

function validityOf(cells: readonly (string | null)[]): Uint8Array {
  const bits = new Uint8Array(Math.ceil(cells.length / 8));
  cells.forEach((cell, row) => {
    if (cell !== null) bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7));
  });
  return bits;
}
