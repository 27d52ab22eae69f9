import { fontFamily } from './look.ts';
import { NO_DATA_FILL, noDataPattern } from './no-data-pattern.ts';
import type { Palette } from './palette.ts';
import { escapeHtml } from './tooltip.ts';

/** One coloured cell with up to two lines of text, in CSS pixels. */
export interface DrawnCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** `#RRGGBB`; absent: hatched, for a figure that is not known. */
  readonly fill: string | undefined;
  readonly colour: string;
  /** A name at the top left and a figure below it; a lone figure stands in the middle. */
  readonly name?: string | undefined;
  readonly text?: string | undefined;
  readonly isOutlined?: boolean;
}

/** A line of text beside the cells: a row's name, a column's head, a caption. */
export interface DrawnText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
}

/** A line of text in the one size that labels have. */
type DrawnLabel = Omit<DrawnText, 'size'>;

/** A dashed line over the cells: the outline of what belongs together. */
export interface DrawnLine {
  /** An SVG path. */
  readonly d: string;
  /** What the line is called, written over it; a line without a label goes on from another one. */
  readonly label?: DrawnLabel | undefined;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  readonly lines?: readonly DrawnLine[];
}

/** Cells, texts and lines over them as one SVG: tile maps and heat maps for export. */
export function cellsSvg(
  cells: readonly DrawnCell[],
  texts: readonly DrawnText[],
  { width, height, palette, lines = [] }: Sheet,
) {
  const words = texts.map(
    ({ x, y, text, anchor = 'start', size = 12 }) =>
      `<text x="${x}" y="${y}" font-size="${size}" fill="${palette.ink2}" text-anchor="${anchor}">${escapeHtml(text)}</text>`,
  );
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}" font-size="12">`;
  return {
    svg: [
      ...[open, noDataPattern(palette), ...cells.map((cell) => cellSvg(cell, palette)), ...words],
      ...lines.map(
        ({ d }) => `<path d="${d}" fill="none" stroke="${palette.ink}" stroke-width="2" stroke-dasharray="5 3"/>`,
      ),
      ...lines.map(({ label }) => (label === undefined ? '' : labelSvg(label, palette))),
      '</svg>',
    ].join(''),
    width,
    height,
  };
}

/** A label that stays legible on whatever lies below it. */
export const labelSvg = ({ x, y, text, anchor = 'start' }: DrawnLabel, { ink, surface }: Palette): string =>
  `<text x="${x}" y="${y}" font-size="12" font-weight="600" fill="${ink}" stroke="${surface}" stroke-width="3" paint-order="stroke" text-anchor="${anchor}">${escapeHtml(text)}</text>`;

function cellSvg(cell: DrawnCell, palette: Palette): string {
  const { x, y, width, height, fill, colour, name, text, isOutlined } = cell;
  const ground = isOutlined === true ? 'none' : (fill ?? NO_DATA_FILL);
  const stroke = isOutlined === true ? ` stroke="${palette.line}"` : '';
  const rect = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${ground}"${stroke}/>`;
  const write = (at: readonly [number, number], content: string, more: string) =>
    `<text x="${at[0]}" y="${at[1]}" fill="${colour}"${more}>${escapeHtml(content)}</text>`;
  if (name !== undefined) {
    const figure = text === undefined ? '' : write([x + 5, y + 31], text, ' font-size="13" font-weight="600"');
    return `${rect}${write([x + 5, y + 14], name, ' font-size="11"')}${figure}`;
  }
  if (text === undefined) return rect;
  return `${rect}${write([x + width / 2, y + height / 2 + 4], text, ' font-size="11" text-anchor="middle"')}`;
}
