import { type Look, fontFamily } from './look.ts';
import type { SplitPoint, SplitSeries } from './split-series.ts';
import { escapeHtml } from './tooltip.ts';

/** One small multiple as SVG paths inside `width` × `height`, from zero up to `top`. */
export interface MultipleShape {
  readonly whole: string;
  /** What is unfinished or will still rise; dotted. */
  readonly open: string;
  readonly compared: string;
  /** The last whole value. */
  readonly end: { readonly x: number; readonly y: number } | null;
  /** Points that no line reaches, because both neighbours are gaps. */
  readonly alone: readonly { readonly x: number; readonly y: number }[];
  /** Buckets that have not ended, to be hatched. */
  readonly unfinished: readonly { readonly x: number; readonly width: number }[];
}

const PAD = 4;
const round = (value: number) => Math.round(value * 10) / 10;

/** Shape: oldest first, evenly spaced, gaps stay gaps. `top` 0 draws along the foot. */
export function multipleShape(
  points: readonly SplitPoint[],
  { width, height, top }: { readonly width: number; readonly height: number; readonly top: number },
): MultipleShape {
  const step = width / Math.max(1, points.length);
  const x = (index: number) => round((index + 0.5) * step);
  const y = (value: number) => round(height - (top > 0 ? (Math.max(0, value) / top) * (height - PAD) : 0));
  const path = (values: readonly (number | null)[]) =>
    values
      .map((value, i) => (value === null ? '' : `${(values[i - 1] ?? null) === null ? 'M' : 'L'}${x(i)} ${y(value)}`))
      .join('');
  const isFirm = ({ complete, immature }: SplitPoint) => complete && immature !== true;
  const firm = points.map((point) => (isFirm(point) ? point.value : null));
  const open = points.map((point, index) => {
    const next = points[index + 1];
    return !isFirm(point) || (next !== undefined && !isFirm(next)) ? point.value : null;
  });
  const last = points.findLastIndex(({ value, complete }) => complete && value !== null);
  return {
    whole: path(firm),
    open: path(open),
    compared: path(points.map(({ compared }) => compared)),
    end: last < 0 ? null : { x: x(last), y: y(points[last]?.value ?? 0) },
    alone: firm.flatMap((value, i) =>
      value !== null && (firm[i - 1] ?? null) === null && (firm[i + 1] ?? null) === null
        ? [{ x: x(i), y: y(value) }]
        : [],
    ),
    unfinished: points.flatMap(({ complete }, i) => (complete ? [] : [{ x: round(i * step), width: round(step) }])),
  };
}

/** The upper end of each multiple's axis: the largest of all where they share one, else its own. */
export function multipleTops({ lines }: SplitSeries, isShared: boolean): number[] {
  const tops = lines.map(({ points }) =>
    Math.max(0, ...points.flatMap(({ value, compared }) => [value ?? 0, compared ?? 0])),
  );
  const highest = Math.max(0, ...tops);
  return isShared ? tops.map(() => highest) : tops;
}

interface Sheet {
  readonly columns: number;
  readonly width: number;
  readonly isShared: boolean;
  readonly isCompared: boolean;
}
const HEAD = 20;
const PLOT = 72;
const FOOT = 18;
const GAP = 20;

/** All multiples as one SVG, for export. */
export function multiplesSvg(split: SplitSeries, look: Look<never>, sheet: Sheet) {
  const { columns, width } = sheet;
  const tops = multipleTops(split, sheet.isShared);
  const cell = { width: (width - GAP * (columns - 1)) / columns, height: HEAD + PLOT + FOOT + GAP };
  const height = Math.ceil(split.lines.length / columns) * cell.height;
  const cells = split.lines.map((line, index) => {
    const left = (index % columns) * (cell.width + GAP);
    const above = Math.floor(index / columns) * cell.height;
    const inner = cellSvg(split, index, look, {
      width: cell.width,
      top: tops[index] ?? 0,
      isCompared: sheet.isCompared,
    });
    return `<g transform="translate(${round(left)} ${above})" data-line="${escapeHtml(line.id)}">${inner}</g>`;
  });
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${fontFamily}" font-size="12">`;
  return { svg: `${open}${cells.join('')}</svg>`, width, height };
}

function cellSvg(
  { lines, at }: SplitSeries,
  index: number,
  look: Look<never>,
  { width, top, isCompared }: { readonly width: number; readonly top: number; readonly isCompared: boolean },
): string {
  const line = lines[index];
  if (line === undefined) return '';
  const { palette } = look;
  const shape = multipleShape(line.points, { width, height: PLOT, top });
  const { colour } = line.style;
  const last = line.points.findLast(({ value, complete }) => complete && value !== null)?.value ?? null;
  const text = (x: number, y: number, fill: string, content: string, more = '') =>
    `<text x="${round(x)}" y="${y}" fill="${fill}"${more}>${escapeHtml(content)}</text>`;
  const stroke = (d: string, style: string) => (d === '' ? '' : `<path d="${d}" fill="none" ${style}/>`);
  const ends = [at[0], at.at(-1)].map((bucket) => (bucket === undefined ? '' : look.tick(bucket)));
  return [
    text(0, 12, palette.ink, line.name, ' font-weight="600"'),
    text(width, 12, colour, last === null ? '—' : look.number(last), ' font-weight="600" text-anchor="end"'),
    `<g transform="translate(0 ${HEAD})">`,
    ...shape.unfinished.map(
      ({ x, width: wide }) =>
        `<rect x="${x}" y="0" width="${wide}" height="${PLOT}" fill="${palette.ink3}" opacity="0.12"/>`,
    ),
    `<path d="M0 ${PLOT}H${round(width)}" stroke="${palette.line}"/>`,
    isCompared ? stroke(shape.compared, `stroke="${palette.ink3}" stroke-dasharray="4 3"`) : '',
    stroke(shape.open, `stroke="${colour}" stroke-width="1.5" stroke-dasharray="2 3"`),
    stroke(shape.whole, `stroke="${colour}" stroke-width="2" stroke-linejoin="round"`),
    ...[...shape.alone, ...(shape.end ? [shape.end] : [])].map(
      ({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.5" fill="${colour}"/>`,
    ),
    '</g>',
    text(0, HEAD + PLOT + 14, palette.ink3, ends[0] ?? ''),
    text(width, HEAD + PLOT + 14, palette.ink3, ends[1] ?? '', ' text-anchor="end"'),
  ].join('');
}
