/** Surnames of two characters; every other Chinese name starts with a surname of one. */
const COMPOUND_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 百里 南宫 夏侯 宇文 长孙 独孤 呼延 轩辕'.split(' '),
);

/** Surname and one star, however long the name: 张三丰 → 张*. A name of Latin letters keeps its first one. */
export function maskName(name: string): string {
  if (name === '') return '';
  const two = name.slice(0, 2);
  if (name.length > 2 && COMPOUND_SURNAMES.has(two)) return `${two}*`;
  return `${String.fromCodePoint(name.codePointAt(0) ?? 0)}*`;
}

/** First 3 and last 4 of eleven characters and more; the last 4 of a shorter number; nothing of under eight. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  return maskAllButLast4(phone);
}

/** First 3 and last 4 of fifteen characters and more; a shorter number (a passport) like a policy number. */
export function maskIdNumber(number: string): string {
  if (number.length >= 15) return `${number.slice(0, 3)}${'*'.repeat(number.length - 7)}${number.slice(-4)}`;
  return maskAllButLast4(number);
}

/** `****` and the last 4: bank cards, policy numbers. Under eight characters nothing is shown. */
export function maskAllButLast4(number: string): string {
  if (number === '') return '';
  return number.length >= 8 ? `****${number.slice(-4)}` : '****';
}
