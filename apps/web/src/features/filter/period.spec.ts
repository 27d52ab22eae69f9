import { describe, expect, it } from 'vitest';
import { dataEdge, type Preset, presetOf, presetPeriod, presets } from './period.ts';

describe('periods', () => {
  // data up to Sunday 22 November 2026, so the 23rd is the first day without
  it.each<[Preset, string, string]>([
    ['last-week', '2026-11-16', '2026-11-23'],
    ['last-month', '2026-10-01', '2026-11-01'],
    ['this-month', '2026-11-01', '2026-11-23'],
    ['last-quarter', '2026-07-01', '2026-10-01'],
    ['last-12-months', '2025-11-01', '2026-11-01'],
    ['this-year', '2026-01-01', '2026-11-23'],
    ['last-year', '2025-01-01', '2026-01-01'],
  ])('%s is %s up to %s', (preset, from, until) => {
    expect(presetPeriod(preset, '2026-11-23')).toEqual({ from, until });
  });

  it('know themselves again', () => {
    for (const preset of presets) {
      const period = presetPeriod(preset, '2026-11-23');
      expect(presetPeriod(presetOf(period, '2026-11-23') ?? 'last-year', '2026-11-23')).toEqual(period);
    }
    expect(presetOf({ from: '2026-11-02', until: '2026-11-09' }, '2026-11-23')).toBeUndefined();
  });

  it('are never empty on the first day of a month or a year', () => {
    for (const preset of presets) {
      const { from, until } = presetPeriod(preset, '2026-01-01');
      expect(from < until).toBe(true);
    }
  });

  it('end where the data end, and never beyond today', () => {
    expect(dataEdge('2026-11-22', '2026-11-22')).toBe('2026-11-23');
    expect(dataEdge('2026-11-22', '2016-04-12')).toBe('2016-04-13');
    expect(dataEdge('2026-11-22', '2027-01-01')).toBe('2026-11-23');
    expect(dataEdge('2026-11-22', null)).toBe('2026-11-22');
  });
});
