import { addMonths } from '@tocsin/calendar';
import { type IsoDay, type Sentence, type Verdict, exposureWords, rates } from '@tocsin/contracts';
import { type RatePoint, bucketName } from '@tocsin/detection';
import type { RateRule } from './rate-rule.ts';
import { sectorNames } from './sector-medians.ts';

/**
 * A verdict on a rate in one sentence, in both languages: the rate with its unit, what it is made of, what it was compared
 * with, and what was left out and why. `other`: the first day of the bucket that a change was held against, where that is not
 * the usual one. "2026年10月 4.82 件/亿元（监管转办 123 件 ÷ 保费 25.5 亿元）, 达到设定的 4.5, 平时 3.10".
 */
export function rateSentence(rule: RateRule, point: RatePoint, verdict: Verdict, other?: IsoDay): Sentence {
  const when = bucketName(point.at, rule.grain);
  const parts = [found(rule, point), compared(rule, verdict, other), lunarNote(rule, verdict), verdict.note];
  const said = parts.filter((part) => part !== null);
  return {
    zh: `${when.zh} ${said.map(({ zh }) => zh).join(', ')}`,
    en: `${when.en}: ${said.map(({ en }) => en).join(', ')}`,
  };
}

/** A rate as people read it: whole numbers are rare, so two places, one from ten on, and two digits of a small one. */
export function rateText(value: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) < 0.1) return String(Number(value.toPrecision(2)));
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** The rate and what it is made of; without a rate, the cases alone. */
function found({ measure }: RateRule, { rate, cases, exposure }: RatePoint): Sentence | null {
  const { unit, scale, denominator } = rates[measure];
  if (cases === null) return null;
  const forwarded = {
    zh: `监管转办 ${cases} 件`,
    en: `${cases} ${cases === 1 ? 'complaint' : 'complaints'} forwarded by the regulator`,
  };
  if (rate === null || exposure === null) return forwarded;
  const below = exposureWords[denominator];
  const amount = rateText(exposure / scale);
  return {
    zh: `${rateText(rate)} ${unit.zh}（${forwarded.zh} ÷ ${below.label.zh} ${amount} ${below.unit.zh}）`,
    en: `${rateText(rate)} ${unit.en} (${forwarded.en} ÷ ${below.label.en} ${amount} ${below.unit.en})`,
  };
}

function compared(rule: RateRule, { at, observed, expected, upper }: Verdict, used?: IsoDay): Sentence | null {
  const { detector } = rule;
  if (observed === null || upper === null) return null;
  if (detector.name === 'threshold') return againstThreshold(detector.atLeast, observed > upper, expected);
  if (expected === null || expected === 0) return null;
  const times = rateText(observed / expected);
  const line = { zh: `（${detector.factor} 倍起预警）`, en: ` (warns from ${detector.factor} × on)` };
  const other = otherOf(rule, at, used);
  return {
    zh: `为${other.zh}${rateText(expected)} 的 ${times} 倍${line.zh}`,
    en: `${times} × the ${rateText(expected)} of ${other.en}${line.en}`,
  };
}

function againstThreshold(atLeast: number, isOver: boolean, usual: number | null): Sentence {
  const line = isOver
    ? { zh: `达到设定的 ${atLeast}`, en: `at or above the limit of ${atLeast}` }
    : { zh: `未达设定的 ${atLeast}`, en: `below the limit of ${atLeast}` };
  if (usual === null) return line;
  return { zh: `${line.zh}, 平时 ${rateText(usual)}`, en: `${line.en}, usually ${rateText(usual)}` };
}

/** What a rate is compared with, by name: "上年同期（2025年10月）", "2026年3季度财产险行业中位数". */
function otherOf({ detector, grain }: RateRule, at: IsoDay, used?: IsoDay): Sentence {
  if (detector.name === 'peer-median') {
    const quarter = bucketName(at, 'quarter');
    const sector = sectorNames[detector.sector] ?? { zh: '', en: '' };
    return { zh: `${quarter.zh}${sector.zh}中位数 `, en: `the median of ${sector.en} in ${quarter.en}` };
  }
  const isPrevious = detector.name === 'change' && detector.against === 'previous';
  const usual = addMonths(at, isPrevious ? (grain === 'month' ? -1 : -3) : -12);
  const { zh, en } = bucketName(used ?? usual, grain);
  if (used !== undefined && used !== usual) return { zh: `${zh} `, en };
  return isPrevious
    ? { zh: `上期（${zh}）`, en: `${en}, the period before` }
    : { zh: `上年同期（${zh}）`, en: `${en}, a year earlier` };
}

/** Exposure is known by the month, so that no month can be moved to the Spring Festival of another year. */
function lunarNote({ detector }: RateRule, { observed }: Verdict): Sentence | null {
  if (observed === null || detector.name !== 'change' || detector.against !== 'lunar') return null;
  return {
    zh: '分母按月提供, 无法按农历对齐, 与上年同期比较',
    en: 'exposure is known by the month and cannot be moved with the lunar year: compared with the same period a year earlier',
  };
}
