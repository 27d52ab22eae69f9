import type { Locale } from './locale.ts';

/** One a number of digits: to make one takes twenty times as long as to use it, and a page shows hundreds of figures. */
const formatters: Intl.NumberFormat[] = [];
const formatter = (digits: number): Intl.NumberFormat =>
  (formatters[digits] ??= new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }));

/** With just so many digits behind the point, grouped by thousands; minus is −, not a hyphen. */
export const grouped = (value: number, digits: number): string => formatter(digits).format(value).replace(/^-/, '−');

export const DASH = '—';

const steps: Readonly<Record<Locale, readonly (readonly [number, string])[]>> = {
  'zh-CN': [
    [1e8, '亿'],
    [1e4, '万'],
  ],
  en: [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e4, 'k'],
  ],
};

/** A count: 1,234 · 1.2万 · 3.4亿 (en: 12.3k · 3.4M). Below ten thousand it is exact. */
export function formatCount(value: number | null, locale: Locale): string {
  if (value === null) return DASH;
  for (const [size, suffix] of steps[locale]) {
    if (Math.abs(value) < size) continue;
    const divisor = suffix === 'k' ? 1e3 : size;
    return `${grouped(value / divisor, 1)}${suffix}`;
  }
  return grouped(value, Number.isInteger(value) ? 0 : 1);
}

/** A count to the last case, for tables: 12,345. */
export const formatExact = (value: number | null): string =>
  value === null ? DASH : grouped(value, Number.isInteger(value) ? 0 : 1);

/** An expectation or a bound: one place while it is small, none past a hundred. */
export const formatEstimate = (value: number | null): string =>
  value === null ? DASH : grouped(value, Math.abs(value) < 100 ? 1 : 0);

/** A quotient with as many places as it deserves: 12.3 · 3.94 · 0.27. */
export function formatRate(value: number | null): string {
  if (value === null) return DASH;
  return grouped(value, Math.abs(value) >= 10 ? 1 : 2);
}

/** A share that is already in percent: 96.4%. */
export const formatPercent = (percent: number | null): string => (percent === null ? DASH : `${grouped(percent, 1)}%`);

/** A relative change: +12.3% · −4.0% · +551% (no places past a hundred) · 0.0%. */
export function formatChange(ratio: number, places?: number): string {
  const percent = ratio * 100;
  const text = grouped(Math.abs(percent), places ?? (Math.abs(percent) >= 100 ? 0 : 1));
  if (Number(text.replaceAll(',', '')) === 0) return `${text}%`;
  return `${percent > 0 ? '+' : '−'}${text}%`;
}

/** A difference of two percentages, in points: +1.2 · −0.4. */
export function formatPoints(points: number): string {
  const text = grouped(Math.abs(points), 1);
  if (Number(text) === 0) return '0.0';
  return `${points > 0 ? '+' : '−'}${text}`;
}
