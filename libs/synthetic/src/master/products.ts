import { Chance } from '../chance/chance.ts';
import { type Draw, drawFrom } from '../chance/draw.ts';
import { skewed } from './organisation.ts';

export interface Product {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly line: string;
}

export interface Products {
  readonly all: readonly Product[];
  readonly of: ReadonlyMap<string, Draw<Product>>;
  /** A line's products, in the order of their codes. */
  readonly inLine: (line: string) => readonly Product[];
}

const BRANDS = [
  ['安心', 'Anxin'],
  ['福满', 'Fuman'],
  ['鑫享', 'Xinxiang'],
  ['康宁', 'Kangning'],
  ['金禧', 'Jinxi'],
  ['瑞丰', 'Ruifeng'],
  ['悦享', 'Yuexiang'],
  ['守护', 'Shouhu'],
  ['如意', 'Ruyi'],
  ['长青', 'Changqing'],
  ['恒盈', 'Hengying'],
  ['臻爱', 'Zhen’ai'],
] as const;

/** line → code prefix, how many products, their words. */
const SHELF: readonly (readonly [string, string, number, string, string])[] = [
  ['property.motor', 'MOT', 6, '机动车商业保险', 'Motor'],
  ['property.agriculture', 'AGR', 5, '种植业保险', 'Crop'],
  ['property.guarantee', 'GUA', 4, '个人贷款保证保险', 'Loan guarantee'],
  ['property.accident-health', 'PAH', 10, '综合意外险', 'Accident and health'],
  ['property.liability', 'LIA', 6, '雇主责任险', 'Employers’ liability'],
  ['property.enterprise-home', 'HOM', 6, '家庭财产综合险', 'Home'],
  ['property.other', 'OTH', 8, '退货运费险', 'Return freight'],
  ['life.traditional', 'TRA', 12, '增额终身寿险', 'Whole life'],
  ['life.participating', 'PAR', 9, '两全保险(分红型)', 'Participating endowment'],
  ['life.universal', 'UNI', 5, '万能型终身寿险', 'Universal life'],
  ['life.unit-linked', 'ULK', 2, '投资连结保险', 'Unit-linked'],
  ['life.critical-illness', 'CIL', 10, '重大疾病保险', 'Critical illness'],
  ['life.medical', 'MED', 8, '百万医疗保险', 'Medical'],
  ['life.care', 'CAR', 3, '长期护理保险', 'Long-term care'],
  ['life.accident', 'ACC', 5, '综合意外伤害保险', 'Accident'],
  ['life.annuity', 'ANN', 7, '养老年金保险', 'Annuity'],
];

const TOPIC = 102;

/** The company's products, about 100, the same for any number of complaints; in each line a few sell most. */
export function createProducts(seed: number): Products {
  const chance = new Chance(seed, TOPIC);
  const byLine = new Map<string, Product[]>();
  const of = new Map<string, Draw<Product>>();
  for (const [line, prefix, count, zh, en] of SHELF) {
    const products = BRANDS.slice(0, count).map(([brandZh, brandEn], index) => ({
      code: `${prefix}${String(index + 1).padStart(2, '0')}`,
      zh: `${brandZh}${zh}`,
      en: `${brandEn} ${en}`,
      line,
    }));
    byLine.set(line, products);
    of.set(line, drawFrom(products, skewed(count, chance)));
  }
  return { all: [...byLine.values()].flat(), of, inLine: (line) => byLine.get(line) ?? [] };
}
