import { isAscii } from 'node:buffer';
import { type Data, type DataType, type Utf8, type Vector, DataType as Type, tableFromIPC } from 'apache-arrow';

/** `cells` is re-used for the next record. */
export type OnArrowRecord = (cells: readonly string[]) => void;

/** Hands over the rows of an Arrow stream as text cells, column by column as the schema has them; null is empty. */
export function forEachArrowRecord(bytes: Uint8Array, onRecord: OnArrowRecord): void {
  const table = tableFromIPC(bytes);
  const columns = table.schema.fields.map(({ type }, place) => cellReader(type, table.getChildAt(place)));
  const cells: string[] = columns.map(() => '');
  for (let row = 0; row < table.numRows; row++) {
    for (let place = 0; place < columns.length; place++) cells[place] = columns[place]?.(row) ?? '';
    onRecord(cells);
  }
}

type ReadCell = (row: number) => string;

/** Days and moments become `yyyy-MM-dd` and `yyyy-MM-dd HH:mm:ss`; moments with a zone say UTC by `iso`'s `Z`. */
function cellReader(type: DataType, vector: Vector | null): ReadCell {
  const at = (row: number): unknown => vector?.get(row) ?? undefined;
  if (Type.isDate(type)) return (row) => isoOf(at(row)).slice(0, 10);
  if (Type.isTimestamp(type)) {
    const zoned = Boolean(type.timezone);
    return (row) => {
      const iso = isoOf(at(row));
      return zoned || iso === '' ? iso.replace(/\.000Z$/, 'Z') : iso.slice(0, 19).replace('T', ' ');
    };
  }
  if (Type.isDecimal(type)) return (row) => decimalText(at(row), type.scale);
  const [only, ...more] = vector?.data ?? [];
  if (vector !== null && only !== undefined && more.length === 0 && Type.isUtf8(type))
    return textReader(vector, only as Data<Utf8>);
  return (row) => textOf(at(row));
}

/** Texts lie one after another: where all are ASCII they are decoded in one go, in a third of the time. */
function textReader(vector: Vector, { values, valueOffsets }: Data<Utf8>): ReadCell {
  const [from, until] = [valueOffsets[0] ?? 0, valueOffsets[vector.length] ?? 0];
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  const all = isAscii(bytes.subarray(from, until)) ? bytes.toString('latin1', from, until) : undefined;
  const text: (start: number, end: number) => string =
    all === undefined
      ? (start, end) => bytes.toString('utf8', start, end)
      : (start, end) => all.slice(start - from, end - from);
  const mayMiss = vector.nullCount > 0;
  return (row) => {
    const [start, end] = [valueOffsets[row] ?? 0, valueOffsets[row + 1] ?? 0];
    return start === end || (mayMiss && !vector.isValid(row)) ? '' : text(start, end);
  };
}

const isoOf = (value: unknown): string =>
  value === undefined ? '' : new Date(typeof value === 'object' ? Number(value) : Number(value)).toISOString();

function decimalText(value: unknown, scale: number): string {
  if (value === undefined) return '';
  const digits = String(value);
  if (scale === 0) return digits;
  const negative = digits.startsWith('-');
  const padded = digits.replace('-', '').padStart(scale + 1, '0');
  return `${negative ? '-' : ''}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && Symbol.iterator in value)
    return [...(value as Iterable<unknown>)].map(textOf).join('|');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | bigint | boolean);
}
