import { type RuleGrain, type Sentence } from '@tocsin/contracts';
import { bucketName, rarityOf, roundExpected } from '@tocsin/detection';
import type { CannotScan, FoundCluster, LeftOut, LeftOutReason } from './scan-question.ts';

const reasons: Readonly<Record<LeftOutReason, Sentence>> = {
  'unknown-place': { zh: '地点不明', en: 'not known where' },
  'missing-data': { zh: '数据缺失', en: 'data missing' },
  'too-little-history': { zh: '历史不足一年', en: 'less than a year of history' },
  'no-exposure': { zh: '无业务量数据', en: 'no exposure known' },
};

/** Below this a lift is within the noise of the whole, and is not worth a word. */
const WORTH_A_WORD = 1.2;

/**
 * A cluster in words, but for where it is: since when, what came, what was expected, the relative risk, p, how often chance
 * brings one, and what was left out: of the history by known events, of the map by place.
 */
export function clusterSentence(
  { from, observed, expected, relativeRisk, pValue, lift, baseline }: FoundCluster,
  { grain, days, leftOut }: { readonly grain: RuleGrain; readonly days: number; readonly leftOut: readonly LeftOut[] },
): Sentence {
  const since = bucketName(from, grain);
  const rarity = rarityOf(pValue, days);
  const [usual, p] = [roundExpected(expected), shown(pValue)];
  const percent = Math.round((lift - 1) * 100);
  const risk = relativeRisk === null ? null : relativeRisk.toFixed(1);
  const zh = [
    `${since.zh}起 ${observed} 件`,
    `预期 ${usual}`,
    ...(risk === null ? [] : [`相对风险 ${risk}`]),
    `p = ${p}`,
    rarity.zh,
    ...(lift < WORTH_A_WORD ? [] : [`同期各地普遍上升 ${percent}%, 已计入`]),
  ];
  const en = [
    `since ${lower(since.en)} ${observed} cases`,
    `${usual} expected`,
    ...(risk === null ? [] : [`relative risk ${risk}`]),
    `p = ${p}`,
    rarity.en,
    ...(lift < WORTH_A_WORD ? [] : [`places everywhere rose by ${percent}%, which is allowed for`]),
  ];
  const out = leftOutSentence(leftOut);
  return {
    zh: [zh.join(', '), baseline?.zh, out?.zh].filter((part) => part !== undefined).join('；'),
    en: [en.join(', '), baseline?.en, out?.en].filter((part) => part !== undefined).join('; '),
  };
}

/** How many places were left out, by reason; null where none was. */
export function leftOutSentence(leftOut: readonly LeftOut[]): Sentence | null {
  if (leftOut.length === 0) return null;
  const times = new Map<LeftOutReason, number>();
  for (const { reason } of leftOut) times.set(reason, (times.get(reason) ?? 0) + 1);
  const parts = [...times].map(([reason, count]) => ({ count, ...reasons[reason] }));
  return {
    zh: `未计入：${parts.map(({ count, zh }) => `${count} 处${zh}`).join('、')}`,
    en: `left out: ${parts.map(({ count, en }) => `${count} ${count === 1 ? 'place' : 'places'}, ${en}`).join('; ')}`,
  };
}

/** A chance with as many digits as tell it apart from 0. */
const shown = (pValue: number) => (pValue >= 0.001 ? pValue.toFixed(3) : pValue.toPrecision(1));

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const cannots: Readonly<Record<CannotScan, Sentence>> = {
  'unknown-place': {
    zh: '没有一处地点可以识别，无法寻找聚集。',
    en: 'No place is known, so no cluster can be looked for.',
  },
  'missing-data': {
    zh: '这段时间的末尾缺数据，无法寻找聚集：数据到齐后再看。',
    en: 'Data are missing at the end of the period, so no cluster can be looked for until they have come.',
  },
  'too-little-history': {
    zh: '此前的历史不足一年，还不知道各地应有多少。',
    en: 'There is less than a year of history before the period: it is not known what to expect of each place.',
  },
  'no-exposure': {
    zh: '没有这些地点的业务量数据，无法按业务量比较。',
    en: 'The exposure of these places is not known, so they cannot be compared by it.',
  },
  'no-data': { zh: '没有可以比较的数据。', en: 'There are no data to compare.' },
  'too-few-places': { zh: '只有一处地点，无从比较。', en: 'There is only one place, and nothing to compare it with.' },
  'no-cases': { zh: '这段时间没有投诉。', en: 'There are no complaints in the period.' },
};

/** Why no cluster can be looked for. */
export const cannotSentence = (cannot: CannotScan): Sentence => cannots[cannot];
