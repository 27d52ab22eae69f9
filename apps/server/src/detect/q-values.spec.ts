import { defaultPolicy } from '@tocsin/alerting';
import { type Slice, SeriesRule } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { isEvaluated } from './evaluated-rule.ts';
import { qValuesOf } from './q-values.ts';
import { seriesKey } from './rule-signals.ts';

/** Four series with these chances, looked at together by a rule with this split. */
function qOf(split: SeriesRule['split'], slices: readonly Slice[], chances: readonly number[]) {
  const rule = SeriesRule.parse({
    ...{ id: 'mixed', version: 1, label: { zh: '层级', en: 'Levels' }, measure: 'complaints', grain: 'week', split },
    detector: { name: 'ears-c2', baseline: 26, alpha: 0.001, minSigma: 1 },
  });
  if (!isEvaluated(rule)) throw new Error('not evaluated');
  const judged = slices.map((slice, i) => ({
    series: { key: seriesKey(slice), slice, points: [] },
    verdict: {
      ...{ at: '2026-06-29', observed: 20, expected: 8, upper: 15, pValue: chances[i] ?? 1, score: 4 },
      ...{ verdict: 'excess' as const, note: null },
    },
  }));
  return qValuesOf(rule, judged, () => undefined, { ...defaultPolicy.levels, smallestFamily: 4 });
}

const CHANCES = [0.002, 0.5, 0.7, 0.9];
/** Benjamini–Hochberg: 4 × .002; Yekutieli: that × (1 + ½ + ⅓ + ¼). */
const [BH, BY] = [4 * 0.002, (4 * 0.002 * 25) / 12];

describe('q of series that are looked at together', () => {
  const organisations = (...codes: string[]) => codes.map((organisation): Slice => ({ organisation }));

  it('allows for levels that mix: a tree that is not cut has offices beside what lies below them', () => {
    const uncut = [{ dimension: 'organisation' as const }];
    expect(qOf(uncut, organisations('37', '37.01', '37.02', '44'), CHANCES)[0]).toBeCloseTo(BY, 12);
    expect(qOf(uncut, organisations('37.01', '37.02', '44.01', '44.1'), CHANCES)[0]).toBeCloseTo(BH, 12);
  });

  it('does not for one level, where an office that nobody coded deeper is what is left', () => {
    const cut = [{ dimension: 'organisation' as const, level: 2 }];
    expect(qOf(cut, organisations('37', '37.01', '37.02', '44'), CHANCES)[0]).toBeCloseTo(BH, 12);
  });

  it('does where one complaint may be in several series', () => {
    const groups = ['elderly', 'disabled', 'minor', 'rural'].map((special_group): Slice => ({ special_group }));
    expect(qOf([{ dimension: 'special_group' }], groups, CHANCES)[0]).toBeCloseTo(BY, 12);
  });
});
