import { formatRate } from '../../i18n/format.ts';

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size in the unit that makes it short: 512 B · 3.94 MB. Steps of 1,024. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** step;
  return `${step === 0 ? String(value) : formatRate(value)} ${UNITS[step] ?? ''}`;
}
