import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import type { OpenedFile } from '../opened-file.ts';
import { FileRefused, refusals } from '../refusals.ts';
import { chooseSheet, type SheetSample } from './choose-sheet.ts';
import { type SheetRow, sheetTable } from './csv-blocks.ts';
import { plain } from './plain.ts';
import { sheetRows } from './xlsx/sheet-rows.ts';
import { type Sheet, type Workbook, openWorkbook } from './xlsx/workbook.ts';

const SAMPLED = 60;

/** Opens one sheet of an .xlsx workbook. Throws FileRefused for a workbook that is damaged, empty or too full of texts. */
export async function openXlsx(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  const workbook = await openWorkbook(path).catch(asDamaged);
  const { sheets } = workbook;
  const samples = await Promise.all(sheets.map((sheet) => sampleOf(workbook, sheet, choice))).catch(asDamaged);
  const { name, evidence } = chooseSheet(samples, choice.sheet);
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw refusals.emptyWorkbook();
  const table = await sheetTable(sheetRows(workbook, sheet), choice).catch(asDamaged);
  return {
    layout: { ...plain, format: 'xlsx', headerRow: table.headerRow, sheet: name, footer: choice.footer ?? true },
    evidence: [...evidence, ...table.evidence],
    columns: table.columns,
    sheets: sheets.map((one) => one.name),
    entries: [],
    blocks: refusingDamage(table.blocks),
    bytes: size,
    bytesRead: () => size,
  };
}

async function sampleOf(workbook: Workbook, sheet: Sheet, choice: Partial<Layout>): Promise<SheetSample> {
  const rows: SheetRow[] = [];
  if (!choice.sheet) {
    const source = sheetRows(workbook, sheet);
    while (rows.length < SAMPLED) {
      const { value, done } = await source.next();
      if (done) break;
      rows.push(...value);
    }
    await source.return(undefined);
  }
  return { name: sheet.name, visible: sheet.visible, rows: rows.slice(0, SAMPLED) };
}

async function* refusingDamage(blocks: AsyncGenerator<Block>): AsyncGenerator<Block> {
  try {
    yield* blocks;
  } catch (error) {
    asDamaged(error);
  }
}

function asDamaged(error: unknown): never {
  throw error instanceof FileRefused ? error : refusals.damagedWorkbook();
}
