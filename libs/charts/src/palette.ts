import type { Level } from '@tocsin/contracts';

/** The colours of one theme. The web app's CSS variables carry the same values; a test there keeps the two equal. */
export interface Palette {
  readonly surface: string;
  readonly raised: string;
  readonly sunken: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly line: string;
  readonly border: string;
  readonly accent: string;
  /** Warnings only; always with the level's word and shape. */
  readonly level: Readonly<Record<Level, string>>;
  readonly better: string;
  readonly worse: string;
  /** Categories, in order; a category keeps its colour across pages. */
  readonly series: readonly string[];
  /** Low → high. */
  readonly sequential: readonly string[];
  /** The text colour that reads on each sequential step. */
  readonly onSequential: readonly string[];
  /** Below → above a meaningful middle. */
  readonly diverging: readonly string[];
}

export type Theme = 'light' | 'dark';

const light: Palette = {
  surface: '#FFFFFF',
  raised: '#FAFBFC',
  sunken: '#F3F5F7',
  ink: '#1B2733',
  ink2: '#51606E',
  ink3: '#65717D',
  line: '#E1E6EB',
  border: '#838E98',
  accent: '#0F6E84',
  level: { blue: '#2868E5', yellow: '#B5820C', orange: '#A85200', red: '#A01020' },
  better: '#0A8051',
  worse: '#B3403A',
  series: ['#498BEE', '#945B06', '#029F7F', '#75166C', '#407083', '#948E08', '#6A3829', '#684EC0'],
  sequential: ['#DBE9FC', '#A8C6F2', '#6E9DDF', '#3C71BC', '#1B4781'],
  onSequential: ['#1B2733', '#1B2733', '#1B2733', '#FFFFFF', '#FFFFFF'],
  diverging: ['#09597D', '#408FBA', '#92C6E5', '#E8EBEF', '#E7B18C', '#C16D3A', '#823B15'],
};

const dark: Palette = {
  surface: '#14171A',
  raised: '#1B1F24',
  sunken: '#0F1215',
  ink: '#E8EDF2',
  ink2: '#A9B5C0',
  ink3: '#7B8894',
  line: '#2A3138',
  border: '#616B76',
  accent: '#5BB8CC',
  level: { blue: '#6EA3F5', yellow: '#F0CB5B', orange: '#F08C3A', red: '#E75854' },
  better: '#4CC38A',
  worse: '#E5706A',
  series: ['#A1C5FE', '#E2971F', '#03966F', '#A34CA5', '#73A0B8', '#E8DB4F', '#FFC9BE', '#887CEA'],
  sequential: ['#1D2E47', '#2B4B78', '#406CAA', '#6897D8', '#ABCAF5'],
  onSequential: ['#FFFFFF', '#FFFFFF', '#FFFFFF', '#1B2733', '#1B2733'],
  diverging: ['#90CDF1', '#4A99C3', '#2A617F', '#2D3134', '#7D4E2C', '#CB7644', '#F6B294'],
};

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark };

/** `#RRGGBB` with an opacity 0–1, as `rgba(…)`. */
export function withAlpha(hex: string, alpha: number): string {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `rgba(${channel(1)}, ${channel(3)}, ${channel(5)}, ${alpha})`;
}
