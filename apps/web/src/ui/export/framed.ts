import { type Palette, escapeHtml, fontFamily } from '@tocsin/charts';
import type { Drawing } from './drawing.ts';

export interface Caption {
  readonly title: string;
  readonly unit?: string | undefined;
  readonly subtitle?: string | undefined;
  /** Where the picture comes from and how far its data reach. */
  readonly source: string;
}

const PAD = 16;
const HEAD = 48;
const FOOT = 24;

/** A picture with its title, slice and source, on the theme's own ground: it can stand alone in a report. */
export function framed(inner: Drawing, caption: Caption, palette: Palette): Drawing {
  const width = inner.width + 2 * PAD;
  const height = inner.height + HEAD + FOOT + 2 * PAD;
  const text = (y: number, size: number, colour: string, content: string, weight = 400) =>
    `<text x="${PAD}" y="${y}" font-family="${escapeHtml(fontFamily)}" font-size="${size}" font-weight="${weight}" fill="${colour}">${content}</text>`;
  const unit = caption.unit
    ? `<tspan font-weight="400" fill="${palette.ink2}">, ${escapeHtml(caption.unit)}</tspan>`
    : '';
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${palette.raised}"/>`,
    text(PAD + 14, 14, palette.ink, `${escapeHtml(caption.title)}${unit}`, 600),
    text(PAD + 32, 12, palette.ink3, escapeHtml(caption.subtitle ?? '')),
    `<g transform="translate(${PAD} ${PAD + HEAD})">${inner.svg}</g>`,
    text(height - PAD, 11, palette.ink3, escapeHtml(caption.source)),
    '</svg>',
  ].join('');
  return { svg, width, height };
}
