import { measures } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { changeOf } from './change.ts';

const { complaints, on_time_closure: onTime, per_100m_premium: rate, withdrawn } = measures;

describe('a change', () => {
  it('is a ratio where the base carries one; more complaints are worse', () => {
    expect(changeOf(complaints, 120, 100)).toEqual({ kind: 'ratio', ratio: 0.2, isUp: true, verdict: 'worse' });
    expect(changeOf(complaints, 80, 100)).toMatchObject({ ratio: -0.2, isUp: false, verdict: 'better' });
  });

  it('shows both counts from a small base, never +300 %', () => {
    expect(changeOf(complaints, 12, 3)).toMatchObject({ kind: 'both', before: 3, value: 12 });
    expect(changeOf(complaints, 12, 0)).toMatchObject({ kind: 'both' });
  });

  it('shows both values when it is huge', () => {
    expect(changeOf(complaints, 595_500, 14_900)).toMatchObject({ kind: 'both' });
  });

  it('is in points between percentages, of which more is better here', () => {
    expect(changeOf(onTime, 96.4, 95.2)).toMatchObject({
      kind: 'points',
      points: expect.closeTo(1.2),
      verdict: 'better',
    });
  });

  it('is a ratio between rates however small they are', () => {
    expect(changeOf(rate, 0.3, 0.2)).toMatchObject({ kind: 'ratio', ratio: expect.closeTo(0.5) });
  });

  it('takes no side where none is due', () => {
    expect(changeOf(withdrawn, 120, 100)?.verdict).toBe('same');
    expect(changeOf(complaints, 100, 100)?.verdict).toBe('same');
  });

  it('is unknown when either figure is', () => {
    expect(changeOf(complaints, null, 3)).toBeNull();
    expect(changeOf(complaints, 3, null)).toBeNull();
  });
});
