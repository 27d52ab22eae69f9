import type { Sentence } from '@tocsin/contracts';

/** What a detector is called, what it does for somebody who has never heard of it, and what it needs. */
export interface DetectorWords {
  readonly label: Sentence;
  readonly description: Sentence;
  readonly needs: Sentence;
}

const words = (
  label: readonly [zh: string, en: string],
  description: readonly [zh: string, en: string],
  needs: readonly [zh: string, en: string],
): DetectorWords => ({ label: said(label), description: said(description), needs: said(needs) });

const said = ([zh, en]: readonly [string, string]): Sentence => ({ zh, en });

/** The words of every detector, by its name. */
export const detectorWords = {
  threshold: words(
    ['固定阈值', 'Fixed threshold'],
    ['一期达到设定数量即触发，不看历史。', 'Fires when a period reaches the number set, whatever is usual.'],
    ['无需历史。', 'No history.'],
  ),
  'above-expected': words(
    ['连续高于预期', 'Above expectation, several periods running'],
    [
      '连续若干期都超过预期的若干倍才触发：单日的偶然高点不算。',
      'Fires when several periods running all exceed a multiple of what was expected: one high day alone does not count.',
    ],
    [
      '预期来自本序列的历史：日度至少一年，周度至少半年。',
      'Its own history for the expectation: a year of days, half a year of weeks.',
    ],
  ),
  change: words(
    ['同比 / 环比上升', 'Rise against another period'],
    [
      '与上一期、去年同期或去年农历同期相比上升若干倍即触发；基数太小时不判断。',
      'Fires when a period holds a multiple of the one before, of the same a year earlier, or of the one equally far from last Spring Festival; small bases are not judged.',
    ],
    ['被比较的那一期有完整数据。', 'Complete data of the period that it is compared with.'],
  ),
  'ears-c1': words(
    ['近期比较 C1', 'Recent past (EARS C1)'],
    [
      '与紧邻的前若干期相比是否异常偏高，反应最快。',
      'Unusually high against the periods just before; the quickest to react.',
    ],
    ['28 期历史。', '28 periods.'],
  ),
  'ears-c2': words(
    ['近期比较 C2', 'Recent past (EARS C2)'],
    [
      '与近期历史相比是否异常偏高；中间隔两期，缓慢上升不会抬高自己的基线。历史不足一年时首选。',
      'Unusually high against the recent past, two periods apart, so that a slow rise does not lift its own baseline. The first choice with less than a year of history.',
    ],
    ['30 期历史。', '30 periods.'],
  ),
  'ears-c3': words(
    ['近期比较 C3', 'Recent past (EARS C3)'],
    [
      '连同前两期一起看是否偏高：适合单期不明显的连续上升。',
      'Whether this period and the two before are too high together: for a rise that no single one proves.',
    ],
    ['32 期历史。', '32 periods.'],
  ),
  'farrington-flexible': words(
    ['历年同期比较', 'Same season of past years'],
    [
      '与往年同一时节相比是否异常偏高，计入季节和趋势，往年的异常自动降权。周度监测首选。',
      'Unusually high against the same season of past years, with trend; past outbreaks count less. The first choice for weeks.',
    ],
    ['三年以上历史。', 'Three years or more.'],
  ),
  'farrington-1996': words(
    ['历年同期比较（1996 版）', 'Same season of past years (1996)'],
    ['上一方法的前身，误报偏多，用于对照。', 'The ancestor of the method above, for comparison: it alarms too often.'],
    ['三年以上历史。', 'Three years or more.'],
  ),
  'daily-regression': words(
    ['日度节假日模型', 'Daily model with the Chinese calendar'],
    [
      '考虑星期、春节、国庆、调休和节后补报后，当天是否异常偏高。日度监测首选。',
      'Unusually high for its weekday, with Spring Festival, National Day, made-up workdays and the days of catching up. The first choice for days.',
    ],
    [
      '一年以上历史；不足两年时节假日效应借用全公司的。',
      'A year or more; under two years the holidays are those of the whole company.',
    ],
  ),
  'slow-drift': words(
    ['缓慢上升', 'Slow drift'],
    [
      '单期都不明显、但一直偏高：逐期累计偏差，达到界限时触发。',
      'No period stands out, but all are a little high: adds up what is too much until it passes a limit.',
    ],
    ['104 期历史作为常态。', '104 periods that count as usual.'],
  ),
  'glr-cusum': words(
    ['任意幅度的上升', 'A rise of any size'],
    [
      '不必事先猜测升幅：在所有可能的起点和幅度中找最可信的一种，足够可信时触发。',
      'Needs no guess how large the rise will be: tries every beginning and size, and fires when the best is credible enough.',
    ],
    ['104 期历史作为常态。', '104 periods that count as usual.'],
  ),
  'rare-events': words(
    ['罕见事件', 'Rare events'],
    [
      '平均每期不足一件：一期的件数是否罕见，或案件之间的间隔是否过短。',
      'For fewer than one case a period: a count that is rare, or cases that follow each other too closely.',
    ],
    ['约一年历史。', 'About a year.'],
  ),
} as const satisfies Readonly<Record<string, DetectorWords>>;
