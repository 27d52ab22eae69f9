import { isoDay } from '@tocsin/calendar';

/** A day in the forms that rows need, made once. */
interface DayForms {
  readonly iso: string;
  /** 20250307 */
  readonly compact: string;
  /** 2025年3月7日 */
  readonly chinese: string;
  /** 0 = January. */
  readonly month: number;
}

/** Day −OFFSET stands at index 0: births reach back before 1970, and V8 wants array indices that are not negative. */
const OFFSET = 40_000;
const forms: DayForms[] = [];
const two: readonly string[] = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

function formsOf(number: number): DayForms {
  return (forms[number + OFFSET] ??= makeForms(number));
}

function makeForms(number: number): DayForms {
  const iso = isoDay(number);
  const [year, month, date] = iso.split('-') as [string, string, string];
  return {
    iso,
    compact: year + month + date,
    chinese: `${year}年${Number(month)}月${Number(date)}日`,
    month: Number(month) - 1,
  };
}

/** `isoDay`, remembered: a company asks for the same few thousand days millions of times. */
export const dayText = (number: number): string => formsOf(number).iso;
export const compactDay = (number: number): string => formsOf(number).compact;
export const chineseDay = (number: number): string => formsOf(number).chinese;
export const monthOf = (number: number): number => formsOf(number).month;

/**
 * A moment of the company's clock as ISO 8601 with its offset. `seconds` counts from 1970-01-01T00:00:00+08:00; the
 * company lives in China, which has one zone and no summer time.
 */
export function momentText(seconds: number): string {
  const day = Math.floor(seconds / 86400);
  const rest = seconds - day * 86400;
  const hour = Math.floor(rest / 3600);
  const minute = Math.floor((rest - hour * 3600) / 60);
  return `${dayText(day)}T${two[hour]}:${two[minute]}:${two[rest % 60]}+08:00`;
}
