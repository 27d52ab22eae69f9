import type { Sentence } from '@tocsin/contracts';
import { refusals } from '../refusals.ts';
import type { SheetRow } from './sheet-row.ts';

export interface SheetSample {
  readonly name: string;
  readonly visible: boolean;
  readonly rows: readonly SheetRow[];
}

/**
 * The sheet meant: the named one, or of the visible ones that whose first rows hold the largest table, so that a cover
 * sheet or a list of codes is not taken for the data.
 */
export function chooseSheet(
  samples: readonly SheetSample[],
  asked: string | undefined,
): { readonly name: string; readonly evidence: readonly Sentence[] } {
  const names = samples.map(({ name }) => name);
  if (asked !== undefined && asked !== '') {
    if (!names.includes(asked)) throw refusals.unknownSheet(asked, names);
    return { name: asked, evidence: [] };
  }
  const visible = samples.filter((sample) => sample.visible);
  const best = (visible.length > 0 ? visible : samples).reduce<SheetSample | undefined>(
    (found, sample) => (found === undefined || sizeOf(sample) > sizeOf(found) ? sample : found),
    undefined,
  );
  if (best === undefined || best.rows.length === 0) throw refusals.emptyWorkbook();
  const evidence =
    samples.length === 1
      ? []
      : [{ zh: `工作表“${best.name}”：其中的表格最大。`, en: `Sheet "${best.name}": it holds the largest table.` }];
  return { name: best.name, evidence };
}

const sizeOf = ({ rows }: SheetSample) =>
  rows.reduce((cells, row) => cells + row.cells.filter((cell) => cell !== '').length, 0);
