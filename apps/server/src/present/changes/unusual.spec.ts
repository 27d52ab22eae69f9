import { describe, expect, it } from 'vitest';
import { type Judged, apart, unusual } from './unusual.ts';

const judged = (slice: Judged['slice'], chance: number, observed = 60, expected = 20): Judged => ({
  ...{ slice, chance, observed, expected },
});
describe('what is unusual', () => {
  it('is ranked by evidence, not by size', () => {
    const big = judged({ region: '370000' }, 1e-5, 900, 700);
    const rare = judged({ region: '340000' }, 1e-9);
    expect(unusual([big, rare], 100)).toEqual([rare, big]);
  });

  it('is nothing where only chance speaks, however many slices were looked at', () => {
    // one slice in a hundred has a chance of 1 %: that is what a hundred slices are like
    expect(unusual([judged({ region: '340000' }, 0.01)], 100)).toEqual([]);
    expect(unusual([judged({ region: '340000' }, 0.01)], 4)).toHaveLength(1);
  });
});

describe('changes apart', () => {
  const anhui = judged({ region: '340000' }, 1e-12, 62, 21);
  const surrender = judged({ reason: 'surrender.refund' }, 1e-8, 120, 80);
  const both = judged({ region: '340000', line: 'life.annuity' }, 1e-10, 50, 10);
  const motor = judged({ line: 'property.motor' }, 1e-6, 300, 220);

  it('leave out a slice inside one that was named, and one that is ordinary without its cases', () => {
    const without = ({ slice }: Judged) => ('reason' in slice ? 0.4 : 1e-6);
    expect(apart([anhui, both, surrender, motor], without)).toEqual([anhui, motor]);
  });

  it('are three at most', () => {
    const many = ['a', 'b', 'c', 'd'].map((product) => judged({ product }, 1e-6));
    expect(apart(many, () => 1e-6)).toHaveLength(3);
  });
});
