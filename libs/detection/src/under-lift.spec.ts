import type { Verdict } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { chanceOfSoMany, underLift } from './index.ts';

const used = 26;
const excess: Verdict = {
  at: '2026-03-16',
  observed: 46,
  expected: 22.6,
  upper: 41,
  pValue: chanceOfSoMany(46, { mean: 22.6, sd: 6, used, leftOut: 0 }),
  score: (46 - 22.6) / 6,
  verdict: 'excess',
  note: null,
};

describe('an excess while everything else rises too', () => {
  it('is as ordinary as the same count against a raised baseline', () => {
    const raised = underLift(excess, { lift: 1.8, used });
    expect(raised.pValue).toBeCloseTo(chanceOfSoMany(46, { mean: 22.6 * 1.8, sd: 6 * 1.8, used, leftOut: 0 }), 12);
    expect(raised.pValue).toBeGreaterThan(0.2);
    expect(raised).toMatchObject({ verdict: 'excess', upper: 41, note: { zh: '同期其他部分整体上升 80%, 已计入' } });
  });

  it('stays what it is when the rest stayed, or fell', () => {
    expect(underLift(excess, { lift: 1, used })).toBe(excess);
    expect(underLift(excess, { lift: 0.7, used })).toBe(excess);
  });

  it('says nothing of a lift within the noise', () => {
    expect(underLift(excess, { lift: 1.03, used }).note).toBeNull();
  });

  it('leaves alone what is no excess, or has no chance', () => {
    const normal: Verdict = { ...excess, verdict: 'normal' };
    expect(underLift(normal, { lift: 2, used })).toBe(normal);
    const fixed: Verdict = { ...excess, pValue: null };
    expect(underLift(fixed, { lift: 2, used })).toBe(fixed);
  });
});
