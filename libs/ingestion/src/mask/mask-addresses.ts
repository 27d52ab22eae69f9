/** Province, city, county: kept, since where a complaint comes from is what the analysis is about. */
const AREA = '[\\u4e00-\\u9fff]{2,7}?(?:省|自治区|市|自治州|地区|盟|区|县|旗)';
/** A character of a street's or estate's name: no punctuation, and none of the words that lead up to an address. */
const IN_NAME =
  '[^\\x00-\\x2f\\x3a-\\x7f\uFF0C。、\uFF1B\uFF1A\uFF01\uFF1F\uFF08\uFF09「」“”在于住到址是的了我您从去往]';
const STREET = `${IN_NAME}{1,8}?(?:大道|大街|路|街|巷|弄|胡同|新村|村|镇|乡|小区|社区|花园|花苑|家园|公寓|大厦|广场|苑|庄|里)`;
const NUMBER = '(?:[A-Za-z]?\\d{1,5}[A-Za-z]?|[A-Za-z]|[一二三四五六七八九十百]{1,4})';
const UNIT = '(?:号楼|号院|号|弄|栋|幢|座|楼|单元|室|层|组|户|门)';

const ADDRESS = new RegExp(
  `((?:${AREA}){0,4})((?:${STREET}){1,3}(?:(?:(?!公司|网点|柜台|门店)${IN_NAME}){0,10}?${NUMBER}${UNIT}[-—]?){1,6}(?:\\d{1,5}(?!\\d|[年月日元]))?)`,
  'g',
);

/**
 * Masks the part of an address that leads to a door (`朝阳区建国路88号3栋501室` → `朝阳区****`); province, city and county
 * stay. An address is a street, estate or village followed by a number with its unit; a street without a number is a
 * place and stays.
 */
export function maskAddresses(text: string): string {
  return text.replace(ADDRESS, (_, area: string) => `${area}****`);
}

/** The characters that follow the number of a house, stair or flat: without one there is no address. */
export const ADDRESS_UNITS = '号弄栋幢座楼单室层组户门';
