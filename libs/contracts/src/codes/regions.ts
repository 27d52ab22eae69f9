import { codeSet } from '../code-set.ts';

/**
 * Regions that report of their own: 34 provinces by GB/T 2260 and the five single-listed cities
 * (计划单列市), whose complaints are counted apart from their province's.
 */
export const regions = codeSet('region', false, [
  ['110000', '北京', 'Beijing'],
  ['120000', '天津', 'Tianjin'],
  ['130000', '河北', 'Hebei'],
  ['140000', '山西', 'Shanxi'],
  ['150000', '内蒙古', 'Inner Mongolia'],
  ['210000', '辽宁', 'Liaoning'],
  ['210200', '大连', 'Dalian'],
  ['220000', '吉林', 'Jilin'],
  ['230000', '黑龙江', 'Heilongjiang'],
  ['310000', '上海', 'Shanghai'],
  ['320000', '江苏', 'Jiangsu'],
  ['330000', '浙江', 'Zhejiang'],
  ['330200', '宁波', 'Ningbo'],
  ['340000', '安徽', 'Anhui'],
  ['350000', '福建', 'Fujian'],
  ['350200', '厦门', 'Xiamen'],
  ['360000', '江西', 'Jiangxi'],
  ['370000', '山东', 'Shandong'],
  ['370200', '青岛', 'Qingdao'],
  ['410000', '河南', 'Henan'],
  ['420000', '湖北', 'Hubei'],
  ['430000', '湖南', 'Hunan'],
  ['440000', '广东', 'Guangdong'],
  ['440300', '深圳', 'Shenzhen'],
  ['450000', '广西', 'Guangxi'],
  ['460000', '海南', 'Hainan'],
  ['500000', '重庆', 'Chongqing'],
  ['510000', '四川', 'Sichuan'],
  ['520000', '贵州', 'Guizhou'],
  ['530000', '云南', 'Yunnan'],
  ['540000', '西藏', 'Tibet'],
  ['610000', '陕西', 'Shaanxi'],
  ['620000', '甘肃', 'Gansu'],
  ['630000', '青海', 'Qinghai'],
  ['640000', '宁夏', 'Ningxia'],
  ['650000', '新疆', 'Xinjiang'],
  ['710000', '台湾', 'Taiwan'],
  ['810000', '香港', 'Hong Kong'],
  ['820000', '澳门', 'Macao'],
]);

/** The five cities that report apart from their province. */
export const singleListedCities: readonly string[] = ['210200', '330200', '350200', '370200', '440300'];

/**
 * The reporting region of a GB/T 2260 code of any level: its province, or the single-listed city it lies in.
 * An empty code stays empty; a code that is not six digits is returned as it is (foreign data).
 */
export function reportingRegion(code: string): string {
  if (!/^\d{6}$/.test(code)) return code;
  const city = `${code.slice(0, 4)}00`;
  return singleListedCities.includes(city) ? city : `${code.slice(0, 2)}0000`;
}

/** Provinces that are one city each (直辖市), by the two digits of their code. */
export const municipalities: readonly string[] = ['11', '12', '31', '50'];

/**
 * What lies one step below the reporting region of a GB/T 2260 code: the city (`341200` of `341204`), or the district where
 * the region is itself a city: in the four municipalities and the five single-listed cities. Empty where the code says no
 * more than the region, and for foreign codes. The warehouse has the same rule in SQL.
 */
export function cityOf(code: string): string {
  if (!/^\d{6}$/.test(code) || code.endsWith('0000')) return '';
  const city = `${code.slice(0, 4)}00`;
  if (!municipalities.includes(code.slice(0, 2)) && !singleListedCities.includes(city)) return city;
  return code.endsWith('00') ? '' : code;
}
