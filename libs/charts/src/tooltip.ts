import type { Palette } from './palette.ts';

export interface TooltipRow {
  readonly label: string;
  readonly value: string;
  /** A line or band colour shown before the label; a level's mark is part of the label instead. */
  readonly colour?: string;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from outside never becomes markup. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char] ?? char);

/** A tooltip's inside: a heading and label/value rows. ECharts takes markup only, so every text is escaped here. */
export function tooltipHtml(heading: string, rows: readonly TooltipRow[]): string {
  const body = rows.map(
    ({ label, value, colour }) =>
      `<div class="chart-tip-row"><span>${swatch(colour)}${escapeHtml(label)}</span><b>${escapeHtml(value)}</b></div>`,
  );
  return `<div class="chart-tip-title">${escapeHtml(heading)}</div>${body.join('')}`;
}

const swatch = (colour: string | undefined) =>
  colour === undefined ? '' : `<i class="chart-tip-swatch" style="background:${escapeHtml(colour)}"></i>`;

/** The frame every tooltip shares; kept inside the chart's own box so that it never covers another. */
export const tooltipFrame = (palette: Palette) => ({
  trigger: 'axis' as const,
  confine: true,
  transitionDuration: 0,
  padding: [8, 12],
  backgroundColor: palette.surface,
  borderColor: palette.line,
  textStyle: { color: palette.ink, fontSize: 12 },
  axisPointer: { type: 'line' as const, lineStyle: { color: palette.border, width: 1, type: 'solid' as const } },
});
