import { defaultPolicy } from '@tocsin/alerting';
import { addCalendarDays } from '@tocsin/calendar';
import { SeriesRule } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { type EvaluatedRule, isEvaluated } from './evaluated-rule.ts';
import { type RuleSeries, ruleSignals } from './rule-signals.ts';

const rule = parsed({
  id: 'region-week',
  version: 1,
  label: { zh: '地区', en: 'Region' },
  enabled: true,
  measure: 'complaints',
  basis: 'company',
  where: {},
  split: [{ dimension: 'region' }],
  grain: 'week',
  detector: { name: 'ears-c2', baseline: 26, alpha: 0.001, minSigma: 1 },
  minCount: 8,
});

function parsed(written: unknown): EvaluatedRule {
  const rule = SeriesRule.parse(written);
  if (!isEvaluated(rule)) throw new Error('not evaluated');
  return rule;
}

const LAST = addCalendarDays('2026-01-05', 7 * 30);

/** Thirty weeks around `usual`, then one of `newest`. */
function series(region: string, usual: number, newest: number): RuleSeries {
  const points = Array.from({ length: 31 }, (_, i) => ({
    at: addCalendarDays('2026-01-05', 7 * i),
    count: i === 30 ? newest : usual + [-2, 1, 0, 2, -1][i % 5]!,
    complete: true,
  }));
  return { key: `region=${region}`, slice: { region }, points };
}

function newestOf(all: readonly RuleSeries[], changed: Partial<EvaluatedRule> = {}) {
  const [first] = all;
  const whole = first!.points.map((point, i) => ({
    ...point,
    count: all.reduce((sum, { points }) => sum + (points[i]?.count ?? 0), 0),
  }));
  const options = { from: LAST, at: new Date(0), levels: defaultPolicy.levels };
  return ruleSignals({ ...rule, ...changed }, { series: all, whole }, options);
}

const calm = Array.from({ length: 12 }, (_, i) => series(`c${i}`, 20, 20));

describe('signals of a rule', () => {
  it('have a level for the one series that stands out', () => {
    const [storm, ...rest] = newestOf([series('storm', 10, 40), ...calm]);
    expect(storm).toMatchObject({ seriesKey: 'region=storm', bucket: LAST, verdict: 'excess', level: 'red' });
    expect(storm!.note!.zh).toMatch(/当周 40 件, 预期 10, 一百年也难偶然出现一次$/);
    expect(new Set(rest.map(({ verdict, level }) => `${verdict} ${level}`))).toEqual(new Set(['normal ']));
  });

  it('have none when everything rises together: that is news of the whole', () => {
    const all = Array.from({ length: 12 }, (_, i) => series(`r${i}`, 20, 34));
    const found = newestOf(all);
    expect(found.map(({ verdict }) => verdict)).toEqual(Array(12).fill('excess'));
    expect(found.map(({ level }) => level)).toEqual(Array(12).fill(''));
    expect(found[0]!.note!.zh).toContain('同期其他部分整体上升 70%, 已计入');
  });

  it('of a part come only where its whole stands out', () => {
    const split = [{ dimension: 'region' as const }, { dimension: 'line' as const, level: 2 }];
    const part = (region: string, usual: number, newest: number) => {
      const one = series(region, usual, newest);
      return { ...one, key: `${one.key}|line=property.motor`, slice: { region, line: 'property.motor' } };
    };
    const all = [
      part('storm', 20, 60),
      part('calm', 20, 60),
      ...Array.from({ length: 10 }, (_, i) => part(`c${i}`, 20, 20)),
    ];
    const whole = all[0]!.points.map((point, i) => ({
      ...point,
      count: all.reduce((sum, { points }) => sum + (points[i]?.count ?? 0), 0),
    }));
    const parents = all.map(({ slice: { region } }) =>
      region === 'storm' ? series(region, 40, 80) : series(region, 40, 40),
    );
    const options = { from: LAST, at: new Date(0), levels: defaultPolicy.levels };
    const found = ruleSignals({ ...rule, split }, { series: all, whole, parents }, options);
    expect(found.slice(0, 2).map(({ verdict, level }) => [verdict, level])).toEqual([
      ['excess', 'red'],
      ['excess', 'blue'],
    ]);
  });

  it('of a rise that adds up are yellow, for no single bucket of it is improbable', () => {
    const history = Array.from({ length: 130 }, (_, i) => ({
      ...{ at: addCalendarDays('2024-01-01', 7 * i), count: i < 118 ? 10 + ((i * 7) % 5) - 2 : 16, complete: true },
    }));
    const options = { from: '2025-06-30', at: new Date(0), levels: defaultPolicy.levels };
    const drift = parsed({ ...rule, split: [], detector: { name: 'slow-drift' } });
    const found = ruleSignals(drift, { series: [{ key: 'all', slice: {}, points: history }], whole: history }, options);
    expect(found.map(({ level }) => level)).toContain('yellow');
  });

  it('have none below the least count that matters', () => {
    expect(newestOf([series('small', 0.5, 7), ...calm])[0]).toMatchObject({ verdict: 'excess', level: '' });
  });

  it('of a fixed threshold have its own level, unless ordinary weeks come half-way to it', () => {
    const threshold: Partial<EvaluatedRule> = { detector: { name: 'threshold', atLeast: 30, level: 'orange' } };
    const [rare, usual] = newestOf([series('rare', 5, 31), series('usual', 18, 31)], threshold);
    expect(rare).toMatchObject({ verdict: 'excess', level: 'orange', pValue: null });
    expect(usual).toMatchObject({ verdict: 'excess', level: '' });
  });
});
