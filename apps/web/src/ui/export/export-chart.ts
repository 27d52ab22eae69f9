import type { Palette } from '@tocsin/charts';
import { saveFile } from '../save-file.ts';
import { tableCsv, type TableModel } from '../table-model.ts';
import type { Drawing } from './drawing.ts';
import { type Caption, framed } from './framed.ts';
import { toPng } from './to-png.ts';

export type ExportFormat = 'png' | 'svg' | 'csv' | 'xlsx';

export interface Exported {
  readonly caption: Caption;
  readonly table: TableModel;
  readonly draw: (() => Promise<Drawing | undefined>) | undefined;
  readonly palette: Palette;
}

/** Saves just what a chart shows, in one of four formats. A chart that is not drawn yet saves nothing. */
export async function exportChart(format: ExportFormat, { caption, table, draw, palette }: Exported): Promise<void> {
  const name = fileName(caption);
  if (format === 'csv') return saveFile(`${name}.csv`, tableCsv(table));
  if (format === 'xlsx') {
    const { workbook } = await import('./workbook.ts');
    const about: [string, string][] = [
      ['', caption.unit ? `${caption.title}, ${caption.unit}` : caption.title],
      ['', caption.subtitle ?? ''],
      ['', caption.source],
    ];
    return saveFile(`${name}.xlsx`, await workbook(table, caption.title, about));
  }
  const inner = await draw?.();
  if (inner === undefined) return undefined;
  const picture = framed(inner, caption, palette);
  if (format === 'svg') return saveFile(`${name}.svg`, picture.svg, 'image/svg+xml');
  return saveFile(`${name}.png`, await toPng(picture));
}

/** A file's name that every system takes. */
const fileName = ({ title }: Caption) => title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim();
