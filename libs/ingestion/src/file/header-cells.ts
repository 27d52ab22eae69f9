import { forEachCsvRecord } from '../parse/csv-records.ts';

/** The cells of a CSV file's first record: the names of its columns. */
export function headerCells(text: string, delimiter: string): string[] {
  let header: string[] | undefined;
  forEachCsvRecord(text, delimiter, (cells, count) => {
    header ??= cells.slice(0, count);
  });
  return header ?? [];
}
