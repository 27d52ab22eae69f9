import type { SheetContext } from '@tocsin/ingestion';
import { type ZipEntry, zipEntries } from '../../packing/zip-entries.ts';
import { refusals } from '../../refusals.ts';
import { readSheetList } from './sheet-list.ts';
import { readStyles } from './styles.ts';
import { readTexts } from './texts.ts';

export interface Sheet {
  readonly name: string;
  readonly entry: ZipEntry;
  readonly visible: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly context: SheetContext;
}

/** Finds a part of the package by its name; programs do not agree on upper and lower case. */
export type Part = (name: string) => ZipEntry | undefined;

/** Opens a workbook (ECMA-376): its sheets, the texts they share and which styles show dates. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const entries = await zipEntries(path);
  const part: Part = (name) => entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const { sheets, date1904 } = await readSheetList(part);
  const styles = await readStyles(part);
  const isDate = new Uint8Array(new SharedArrayBuffer(styles.length));
  isDate.set(styles.map(Number));
  return { sheets, context: { date1904, isDate, ...(await readTexts(part)) } };
}

export function opened(entry: ZipEntry | undefined) {
  if (entry === undefined) throw refusals.damagedWorkbook();
  return entry.open();
}
