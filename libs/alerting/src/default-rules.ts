import {
  type AnyRule,
  type Detector,
  FarringtonFlexibleDetector,
  FeedRule,
  type Sentence,
  SeriesRule,
  type SeriesRuleInput,
} from '@tocsin/contracts';
import { defaultTriggerRules } from './default-triggers.ts';

/** Four weeks of days: every weekday four times. */
const DAILY: Detector = { name: 'ears-c2', baseline: 28, alpha: 0.001, minSigma: 1 };
/** The same season of past years: silent until there are three of them. */
const SEASONAL: Detector = FarringtonFlexibleDetector.parse({ name: 'farrington-flexible' });
/** A year says what is usual of an office; hundreds of them are watched, so that each may be wrong once in many years. */
const DRIFT: Detector = { name: 'slow-drift', trained: 52, rise: 2, runLength: 10_000 };
/** Half a year of weeks: long enough to know the spread, short enough to follow a growing business. */
const WEEKLY: Detector = { name: 'ears-c2', baseline: 26, alpha: 0.001, minSigma: 1 };

const rule = (
  id: string,
  label: Sentence,
  more: Pick<SeriesRuleInput, 'split' | 'grain' | 'detector' | 'minCount'> & Partial<SeriesRuleInput>,
): SeriesRule => SeriesRule.parse({ id, version: 1, label, measure: 'complaints', ...more } satisfies SeriesRuleInput);

const weekly = (id: string, zh: string, en: string, split: SeriesRule['split'], minCount: number): SeriesRule =>
  rule(
    id,
    { zh: `${zh}周投诉量异常`, en: `Unusual week by ${en}` },
    { split, grain: 'week', detector: WEEKLY, minCount },
  );

/** Beside the recent past: what comes every year is no news, and a rise that half a year has got used to still is. */
const seasonal = (id: string, zh: string, en: string, split: SeriesRule['split'], minCount: number): SeriesRule =>
  rule(
    id,
    { zh: `${zh}周投诉量高于往年同期`, en: `Week above past years by ${en}` },
    { split, grain: 'week', detector: SEASONAL, minCount },
  );

/**
 * The rules that a new installation starts with; all of them may be changed, and each change is a new version.
 *
 * Few series and many cases make a test sharp, many series and few cases make it shout: `minCount` keeps small cells
 * silent, and the level of an excess is corrected for all series of its rule.
 */
export const defaultRules: readonly SeriesRule[] = [
  rule(
    'company-day',
    { zh: '全公司日投诉量异常', en: 'Unusual day, whole company' },
    { split: [], grain: 'day', detector: DAILY, minCount: 20 },
  ),
  rule(
    'company-days-high',
    { zh: '全公司连续 3 天超过预期 1.5 倍', en: 'Three days running above 1.5 times the expectation, whole company' },
    {
      split: [],
      grain: 'day',
      detector: { name: 'above-expected', factor: 1.5, periods: 3, level: 'yellow' },
      minCount: 20,
    },
  ),
  rule(
    'company-week',
    { zh: '全公司周投诉量异常', en: 'Unusual week, whole company' },
    { split: [], grain: 'week', detector: WEEKLY, minCount: 20 },
  ),
  weekly('region-week', '地区', 'region', [{ dimension: 'region' }], 8),
  weekly(
    'region-line-week',
    '地区 × 业务类别',
    'region and line',
    [{ dimension: 'region' }, { dimension: 'line', level: 2 }],
    8,
  ),
  weekly('organisation-week', '责任机构', 'organisation', [{ dimension: 'organisation', level: 2 }], 8),
  weekly('line-week', '业务类别', 'line', [{ dimension: 'line', level: 2 }], 10),
  weekly('reason-week', '投诉原因', 'reason', [{ dimension: 'reason', level: 1 }], 10),
  weekly('product-week', '产品', 'product', [{ dimension: 'product' }], 8),
  weekly('sales-channel-week', '销售渠道', 'sales channel', [{ dimension: 'sales_channel' }], 10),
  rule(
    'organisation-drift',
    { zh: '支公司投诉量持续上升', en: 'Complaints about an office creep up' },
    { split: [{ dimension: 'organisation', level: 3 }], grain: 'week', detector: DRIFT, minCount: 3 },
  ),
  seasonal('region-season', '地区', 'region', [{ dimension: 'region' }], 8),
  seasonal('line-season', '业务类别', 'line', [{ dimension: 'line', level: 2 }], 10),
  seasonal('reason-season', '投诉原因', 'reason', [{ dimension: 'reason', level: 1 }], 10),
  rule(
    'visits-day-10',
    { zh: '同一地区一天内来访 10 件以上', en: 'Ten visits or more in one region on one day' },
    {
      where: { intake_channel: ['visit'] },
      split: [{ dimension: 'region' }],
      grain: 'day',
      detector: { name: 'threshold', atLeast: 10, level: 'orange' },
      minCount: 0,
    },
  ),
  rule(
    'visits-day-20',
    {
      zh: '同一地区一天内来访 20 件以上（重大群访标准）',
      en: 'Twenty visits or more in one region on one day (major)',
    },
    {
      where: { intake_channel: ['visit'] },
      split: [{ dimension: 'region' }],
      grain: 'day',
      detector: { name: 'threshold', atLeast: 20, level: 'red' },
      minCount: 0,
    },
  ),
  rule(
    'region-line-day-30',
    { zh: '同一地区同一业务一天 30 件以上', en: 'Thirty cases or more in one region and line on one day' },
    {
      split: [{ dimension: 'region' }, { dimension: 'line', level: 2 }],
      grain: 'day',
      detector: { name: 'threshold', atLeast: 30, level: 'orange' },
      minCount: 0,
    },
  ),
];

/** Everything that is watched in a new installation. */
export const shippedRules = (): readonly AnyRule[] => [...defaultRules, ...defaultTriggerRules, ...defaultFeedRules];

/** The watch over the feeds: a delivery missed once is worth a look, twice a call, three times in a row a visit. */
export const defaultFeedRules: readonly FeedRule[] = [
  FeedRule.parse({
    kind: 'missing-feed',
    id: 'feed-missing',
    version: 1,
    label: { zh: '数据源未按时送达', en: 'A feed has not delivered in time' },
  }),
];
