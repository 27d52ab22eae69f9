import type { Level } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { type AlertState, type SeriesSignal, decideDelivery, feedOfSeries, feedSeriesKey } from './index.ts';

const signal = (missed: number, level: Level | ''): SeriesSignal => ({
  ...{ bucket: '2026-11-23', observed: missed, expected: 0, upper: 0, pValue: null },
  verdict: level === '' ? 'normal' : 'excess',
  level,
  note: { zh: '已于 2026-11-25 10:12 送达。', en: 'It came on 2026-11-25 at 10:12.' },
});

/** Decides on one signal after another and tells what happened, as text. */
function story(...signals: SeriesSignal[]): string[] {
  let state: AlertState | undefined;
  return signals.flatMap((one) => {
    const next = decideDelivery(one, state);
    state = next?.after ?? state;
    return next === undefined ? [] : [`${next.kind} ${next.after.level}: ${next.because.zh}`];
  });
}

describe('the warning of a missed delivery', () => {
  it('opens once, rises with what is missed, and ends when it comes', () => {
    expect(
      story(
        signal(1, 'blue'),
        signal(1, 'blue'),
        signal(2, 'yellow'),
        signal(3, 'orange'),
        signal(4, 'orange'),
        signal(0, ''),
      ),
    ).toEqual([
      'opened blue: 缺 1 次应到的数据, 蓝色',
      'raised yellow: 连续缺 2 次应到的数据, 由蓝升黄',
      'raised orange: 连续缺 3 次应到的数据, 由黄升橙',
      'resolved orange: 预警解除：已于 2026-11-25 10:12 送达。',
    ]);
  });

  it('never opens for what has come, and ends once', () => {
    expect(story(signal(0, ''))).toEqual([]);
    expect(story(signal(1, 'blue'), signal(0, ''), signal(0, ''))).toHaveLength(2);
  });

  it('is taken up again when the import that brought it is withdrawn, and knows its peak', () => {
    const all = story(signal(2, 'yellow'), signal(0, ''), signal(3, 'orange'), signal(1, 'blue'));
    expect(all.slice(2)).toEqual(['reopened orange: 再次缺失, 橙色', 'lowered blue: 缺 1 次应到的数据, 由橙降蓝']);
  });
});

describe('the series of a missed delivery', () => {
  const due = { day: '2026-11-23', time: '09:15' };

  it('is named after the feed and the day, by the hour where deliveries come by the hour', () => {
    expect(feedSeriesKey('nightly', 'daily', { due })).toBe('feed=nightly|due=2026-11-23');
    expect(feedSeriesKey('crm', 'hourly', { due })).toBe('feed=crm|due=2026-11-23T09');
  });

  it('tells its feed; a series of complaints has none', () => {
    expect(feedOfSeries('feed=nightly|due=2026-11-23')).toBe('nightly');
    expect(feedOfSeries('region=340000|line=property.motor')).toBe('');
  });
});
