import { type CanonicalFieldName, type Sentence, canonicalFields } from '@tocsin/contracts';
import { type DoubtCode, doubtTexts } from './doubt.ts';

/** Why a row is refused. Permanent: people filter by these and programs compare them. */
export type FaultCode =
  | 'missing'
  | 'not-a-date'
  | 'too-early'
  | 'in-the-future'
  | 'before-received'
  | 'unknown-code'
  | 'unmapped'
  | 'not-a-number'
  | 'negative'
  | 'too-large'
  | 'out-of-range'
  | 'not-an-amount'
  | 'not-a-flag'
  | 'too-long'
  | 'cell-count'
  | 'unclosed-quote'
  | 'not-json'
  | 'not-a-value'
  | 'unknown-field'
  | 'bad-encoding'
  | 'damaged-row';

/** One thing wrong with a row, or doubtful about it. `value` is what stood there, still in the clear; `expected` completes the advice. */
export interface Fault {
  readonly code: FaultCode | DoubtCode;
  /** A canonical field; '' where the row as a whole is at fault; for `unknown-field` the key. */
  readonly field: CanonicalFieldName | (string & {});
  readonly value: string;
  readonly expected: string;
}

/** What people read: `{field}` is the field's label, `{value}` the value in brackets or nothing, `{expected}` the advice's object. */
const texts: Record<FaultCode | DoubtCode, Sentence> = {
  ...doubtTexts,
  missing: { zh: '{field}为空：此项必填，请补全。', en: '{field} is empty: it is required; fill it in.' },
  'not-a-date': {
    zh: '{field}{value}不是有效日期：请使用格式 {expected}。',
    en: '{field}{value} is not a date that exists: write it as {expected}.',
  },
  'too-early': {
    zh: '{field}{value}早于可接受的最早日期 {expected}:请核对年份。',
    en: '{field}{value} lies before {expected}, the earliest date taken: check the year.',
  },
  'in-the-future': {
    zh: '{field}{value}晚于导入时间：请核对日期和时区。',
    en: '{field}{value} lies after the time of import: check the date and the time zone.',
  },
  'before-received': {
    zh: '{field}{value}早于受理时间：请核对两个日期。',
    en: '{field}{value} lies before the complaint was received: check both dates.',
  },
  'unknown-code': {
    zh: '{field}{value}不在代码表内：请使用 {expected}。',
    en: '{field}{value} is not one of its codes: use {expected}.',
  },
  unmapped: {
    zh: '{field}{value}在导入模板中没有对应的取值：请在模板中补上，或更正此值。',
    en: 'The profile has no value for {field}{value}: add it to the profile, or mend the value.',
  },
  'not-a-number': {
    zh: '{field}{value}不是整数：请只填数字。',
    en: '{field}{value} is not a whole number: use digits only.',
  },
  negative: { zh: '{field}{value}为负数：请填 0 或正数。', en: '{field}{value} is negative: give 0 or more.' },
  'too-large': {
    zh: '{field}{value}过大：最大为 {expected}。',
    en: '{field}{value} is too large: at most {expected}.',
  },
  'out-of-range': {
    zh: '{field}{value}超出范围：应为 {expected}。',
    en: '{field}{value} is out of range: it must be {expected}.',
  },
  'not-an-amount': {
    zh: '{field}{value}不是金额：请以元为单位，最多两位小数，不带千分位。',
    en: '{field}{value} is not an amount: give yuan with at most two decimals and no thousands separators.',
  },
  'not-a-flag': {
    zh: '{field}{value}不是“是/否”:请填 true 或 false。',
    en: '{field}{value} is neither yes nor no: write true or false.',
  },
  'too-long': {
    zh: '{field}过长：最多 {expected} 个字符，请缩短。',
    en: '{field} is too long: shorten it to at most {expected} characters.',
  },
  'cell-count': {
    zh: '本行的列数{value}与表头的 {expected} 列不符：请检查多余或缺少的分隔符和引号。',
    en: 'The number of cells{value} is not the {expected} of the header: look for a missing or extra delimiter or quote.',
  },
  'unclosed-quote': {
    zh: '从本行开始的引号没有结束：请补上引号。',
    en: 'A quote opened in this row is never closed: close it.',
  },
  'not-json': {
    zh: '本行不是 JSON 对象：每行请写一个完整的对象。',
    en: 'The line is not a JSON object: write one whole object a line.',
  },
  'not-a-value': {
    zh: '{field}不是单个值：请写成文本、数字或 true/false;长数字请写成文本。',
    en: '{field} is not a single value: write a text, a number or true/false, and long numbers as text.',
  },
  'unknown-field': {
    zh: '字段“{field}”不在导入模板中：请改名或删除。',
    en: 'The profile knows no field "{field}": rename it or take it out.',
  },
  'bad-encoding': {
    zh: '本行含有无法识别的字符：请将文件另存为 {expected} 编码。',
    en: 'The row holds bytes that are not {expected}: save the file in that encoding.',
  },
  'damaged-row': {
    zh: '工作簿中本行的内容已损坏：请在电子表格软件中打开、核对并另存后重新上传。',
    en: 'The workbook is damaged in this row: open it in a spreadsheet program, check the row and save the file anew.',
  },
};

const labels = new Map<string, Sentence>(canonicalFields.map(({ name, label }) => [name, label]));

/** What happened, where, and what to do, in both languages. `shown` is the value, masked; '' leaves it out. */
export function faultSentence({ code, field, expected }: Omit<Fault, 'value'>, shown: string): Sentence {
  const { zh, en } = texts[code];
  const label = labels.get(field) ?? { zh: field, en: field };
  const fill = (text: string, name: string, value: string) =>
    text
      .replaceAll('{field}', () => name)
      .replaceAll('{value}', () => value)
      .replaceAll('{expected}', () => expected);
  return {
    zh: fill(zh, label.zh, shown === '' ? shown : `「${shown}」`),
    en: fill(en, label.en, shown === '' ? shown : ` "${shown}"`),
  };
}
