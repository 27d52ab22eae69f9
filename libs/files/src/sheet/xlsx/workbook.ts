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
  readonly texts: readonly string[];
  /** By cell style: whether it shows a date. */
  readonly isDate: readonly boolean[];
  readonly date1904: boolean;
}

/** Finds a part of the package by its name; programs do not agree on upper and lower case. */
export type Part = (name: string) => ZipEntry | undefined;

/** Opens a workbook (ECMA-376): its sheets, the texts they share and which styles show dates. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const entries = await zipEntries(path);
  const part: Part = (name) => entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const { sheets, date1904 } = await readSheetList(part);
  return { sheets, date1904, texts: await readTexts(part), isDate: await readStyles(part) };
}

export function opened(entry: ZipEntry | undefined) {
  if (entry === undefined) throw refusals.damagedWorkbook();
  return entry.open();
}
