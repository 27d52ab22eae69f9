import type { Palette } from './palette.ts';

/**
 * What a chart needs besides its data: colours, words in the reader's language, and how numbers and days are written.
 * All of it is handed in, so that a chart reads no clock, no locale and no document.
 */
export interface Look<Word extends string> {
  readonly palette: Palette;
  readonly words: Readonly<Record<Word, string>>;
  /** A figure as it stands in a label: 1,204 · 1.2万. */
  readonly number: (value: number) => string;
  /** A bucket on the axis, short: 11-22, 第47周, 11月. */
  readonly tick: (at: string) => string;
  /** A bucket in full, for the tooltip. */
  readonly bucket: (at: string) => string;
}

/**
 * The system's own fonts, Chinese ones included; canvas text does not inherit the page's. Single quotes: the SVG painter puts
 * them inside an attribute as they are.
 */
export const fontFamily =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, sans-serif";
