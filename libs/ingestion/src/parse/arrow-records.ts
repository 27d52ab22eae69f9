import { type DataType, type Vector, DataType as Type, tableFromIPC } from 'apache-arrow';

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
  return (row) => textOf(at(row));
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
