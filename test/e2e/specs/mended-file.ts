import { gbk } from '../product/gbk.ts';
import { ledgerMonth } from './ledger-month.ts';

/*
 * A ledger as a branch would export it: GBK, a title line, columns called otherwise than the product's fields, dates
 * written day first, all of which could be read month first too, and some that cannot be dates at all.
 */
const REGION = '西藏';

export const GOOD_ROWS = 30;
/** Neither the day nor the month of these exists, whichever comes first. */
export const WRONG_DATES = ['13/13/2026', '99/99/2026', '不详', '0/0/2026'] as const;

export function ledger(): Buffer {
  const { month, year } = ledgerMonth();
  const days = Array.from({ length: 12 }, (_, index) => index + 1).filter((day) => day !== month);
  const dates = [
    ...Array.from({ length: GOOD_ROWS }, (_, index) => `${days[index % days.length]}/${month}/${year}`),
    ...WRONG_DATES,
  ];
  const header = '工单号,来信日期,来自,所在省份,张贴处';
  const rows = dates.map((date, index) => `L-${index + 1},${date},监管局,${REGION},第${(index % 5) + 1}柜`);
  return gbk(`${[header, ...rows].join('\r\n')}\r\n`);
}

/** The downloaded rows with each wrong date put right, the rest as it was. */
export function mended(downloaded: string): string {
  const { month, year } = ledgerMonth();
  return WRONG_DATES.reduce(
    (text, wrong) => text.replaceAll(wrong, `${month === 12 ? 11 : 12}/${month}/${year}`),
    downloaded,
  );
}
