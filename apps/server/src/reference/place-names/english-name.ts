import { pinyin } from 'pinyin-pro';
import { stemOf } from './plain-name.ts';

/**
 * Places with a spelling of their own: names from Mongolian, Manchu, Tibetan, Uyghur and Kazakh are written by their own
 * sound, not by that of the signs; then those that would read like a province, and two of whose signs the library takes the
 * other reading.
 */
const SPELLINGS = `
呼和浩特 Hohhot,鄂尔多斯 Ordos,呼伦贝尔 Hulunbuir,巴彦淖尔 Bayannur,乌兰察布 Ulanqab,兴安 Hinggan,锡林郭勒 Xilingol,阿拉善 Alxa
哈尔滨 Harbin,齐齐哈尔 Qiqihar
拉萨 Lhasa,日喀则 Xigazê,昌都 Qamdo,林芝 Nyingchi,那曲 Nagqu,阿里 Ngari,甘孜 Garzê,迪庆 Dêqên,果洛 Golog
乌鲁木齐 Ürümqi,克拉玛依 Karamay,吐鲁番 Turpan,博尔塔拉 Bortala,巴音郭楞 Bayingolin,阿克苏 Aksu,克孜勒苏 Kizilsu
喀什 Kashgar,和田 Hotan,伊犁 Ili,阿勒泰 Altay,阿拉尔 Aral,图木舒克 Tumxuk,可克达拉 Kokdala
吉林 Jilin City,海南 Hainan Prefecture,河北 Hebei District
闵行 Minhang,丰都 Fengdu`;

const spellings = new Map(
  SPELLINGS.trim()
    .split(/[\n,]/)
    .map((entry) => {
      const [stem = '', ...words] = entry.split(' ');
      return [stem, words.join(' ')];
    }),
);

/** Hefei for 合肥市: pinyin without tones and without what kind of place it is; `Zhong County` where one syllable is left. */
export function englishName(name: string): string {
  const stem = stemOf(name);
  const own = spellings.get(stem);
  if (own !== undefined) return own;
  const isCounty = stem === name && name.length === 2 && name.endsWith('县');
  return isCounty ? `${latin(stem.slice(0, 1))} County` : latin(stem);
}

/** One word with a capital; an apostrophe before a syllable that begins with a vowel: Xi'an, Pu'er. */
function latin(text: string): string {
  const word = pinyin(text, { toneType: 'none', type: 'array' }).reduce(
    (before, next) => before + (before !== '' && /^[aoe]/.test(next) ? "'" : '') + next,
    '',
  );
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
