/** Number formats of the standard that show dates or times (ECMA-376, 18.8.30; 27–36 and 50–58 are those of East Asia). */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format shows a date or a time, by its id or its code. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs年月日]/i.test(bare) && !/^general$/i.test(bare.trim()) && !/[#0?]/.test(bare.replace(/[.]0+/g, ''));
}

/**
 * A day number of a spreadsheet as text: `yyyy-MM-dd`, with a time where it has one, or `HH:mm:ss` below one. In the 1900
 * system 29 February 1900 exists, so days before it are one off; `date1904`: the system of old Macs. Seconds are rounded.
 */
export function dateText(serial: number, date1904 = false): string {
  const days = date1904 ? serial + 1462 : serial;
  const seconds = Math.round((days < 60 ? days + 1 : days) * 86_400);
  const at = new Date((seconds - 25_569 * 86_400) * 1000);
  if (Number.isNaN(at.getTime())) return String(serial);
  const text = at.toISOString();
  if (serial >= 0 && serial < 1) return text.slice(11, 19);
  return seconds % 86_400 === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** A number as people wrote it: without exponent, and without the dust that binary fractions leave behind. */
export function numberText(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  const number = Number(stored);
  if (!Number.isFinite(number)) return stored;
  if (Number.isInteger(number)) return BigInt(number).toString();
  const short = String(Number(number.toPrecision(15)));
  return short.includes('e') ? number.toFixed(10).replace(/0+$/, '') : short;
}
