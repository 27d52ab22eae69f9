import { type DrawnCell, type DrawnText, type Palette, cellsSvg } from '@tocsin/charts';
import type { Drawing } from '../../ui/export/drawing.ts';
import type { HeatCell, HeatHead } from '../../ui/HeatGrid.vue';

const SIDE = 104;
const HEAD = 24;
const ROW = 24;
const GAP = 1;

interface Sheet {
  readonly rows: readonly HeatHead[];
  readonly columns: readonly HeatHead[];
  readonly cell: (row: string, column: string) => HeatCell;
  readonly palette: Palette;
  readonly width: number;
}

/** A heat map as a picture of its own, for export. */
export function heatSvg({ rows, columns, cell, palette, width }: Sheet): Drawing {
  const wide = (width - SIDE) / Math.max(1, columns.length);
  const cells = rows.flatMap((row, r) =>
    columns.map((column, c): DrawnCell => {
      const { text, background, colour, state } = cell(row.key, column.key);
      return {
        ...{ x: SIDE + c * wide, y: HEAD + r * (ROW + GAP), width: wide - GAP, height: ROW },
        fill: background ?? (state === 'no-data' ? undefined : palette.sunken),
        colour: colour ?? palette.ink3,
        text: text.trim() === '' ? undefined : text,
      };
    }),
  );
  const heads = columns.map(({ label }, c): DrawnText => ({
    x: SIDE + (c + 0.5) * wide,
    y: 15,
    text: label,
    anchor: 'middle',
    size: 11,
  }));
  const names = rows.map(({ label }, r): DrawnText => ({
    x: SIDE - 8,
    y: HEAD + r * (ROW + GAP) + 16,
    text: label,
    anchor: 'end',
  }));
  return cellsSvg(cells, [...heads, ...names], { width, height: HEAD + rows.length * (ROW + GAP), palette });
}
