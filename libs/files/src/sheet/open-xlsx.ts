import type { Layout } from '@tocsin/contracts';
import type { Block } from '@tocsin/ingestion';
import type { OpenedFile } from '../opened-file.ts';
import { FileRefused, refusals } from '../refusals.ts';
import { chooseSheet, type SheetSample } from './choose-sheet.ts';
import { plain } from './plain.ts';
import { LOOKED_AT, sheetHeader } from './sheet-header.ts';
import { firstRows, rowBlocks } from './xlsx/row-blocks.ts';
import { type Workbook, openWorkbook } from './xlsx/workbook.ts';

/** Opens one sheet of an .xlsx workbook. Throws FileRefused for a workbook that is damaged, empty or too full of texts. */
export async function openXlsx(path: string, size: number, choice: Partial<Layout>): Promise<OpenedFile> {
  const workbook = await openWorkbook(path).catch(asDamaged);
  const { sheets, context } = workbook;
  const samples = await samplesOf(workbook, choice.sheet).catch(asDamaged);
  const { name, evidence } = chooseSheet(samples, choice.sheet);
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw refusals.emptyWorkbook();
  const header = sheetHeader(samples.find((sample) => sample.name === name)?.rows ?? [], choice);
  let unpacked = 0;
  const blocks = rowBlocks(sheet, context, (bytes) => {
    unpacked = bytes;
  });
  return {
    layout: { ...plain, format: 'xlsx', headerRow: header.headerRow, sheet: name, footer: choice.footer ?? true },
    evidence: [...evidence, ...header.evidence],
    columns: header.columns,
    sheets: sheets.map((one) => one.name),
    entries: [],
    blocks: refusingDamage(blocks),
    bytes: size,
    bytesRead: () => Math.round(size * Math.min(1, unpacked / Math.max(1, sheet.entry.size))),
  };
}

/** The first rows of every sheet; of one that was asked for, those of the others are not needed. */
async function samplesOf({ sheets, context }: Workbook, asked: string | undefined): Promise<SheetSample[]> {
  const samples: SheetSample[] = [];
  for (const sheet of sheets) {
    const { name, visible } = sheet;
    const rows = !asked || asked === name ? await firstRows(sheet, context, LOOKED_AT) : [];
    samples.push({ name, visible, rows });
  }
  return samples;
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
