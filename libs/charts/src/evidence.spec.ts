import { describe, expect, it } from 'vitest';
import { type EvidenceLook, type EvidencePoint, evidenceOption, levelsInForce } from './evidence.ts';
import { palettes } from './palette.ts';

const look: EvidenceLook = {
  palette: palettes.dark,
  words: { observed: '实际', expected: '预期', upper: '上限', unfinished: '未完期', noData: '无数据' },
  number: String,
  tick: (at) => at,
  bucket: (at) => at,
  verdict: ({ verdict }) => verdict,
};
const point = (at: string, observed: number | null, verdict: EvidencePoint['verdict']): EvidencePoint => ({
  at,
  observed,
  expected: verdict === 'too-little-history' ? null : 5,
  upper: verdict === 'too-little-history' ? null : 9,
  pValue: null,
  score: null,
  verdict,
  note: null,
  complete: true,
});
const points = [
  point('2026-11-01', 3, 'too-little-history'),
  point('2026-11-02', 6, 'normal'),
  point('2026-11-03', 12, 'excess'),
  point('2026-11-04', 15, 'excess'),
];
const events = [
  { bucket: '2026-11-04', level: 'red' as const },
  { bucket: '2026-11-03', level: 'yellow' as const },
];

describe('what a warning saw', () => {
  it('shows each firing point in the level that was in force then', () => {
    expect(levelsInForce(points, events)).toEqual([null, null, 'yellow', 'red']);
  });

  it('gives an excess before the first event that event’s level, and none without events', () => {
    expect(levelsInForce(points.slice(2), events.slice(0, 1))).toEqual(['red', 'red']);
    expect(levelsInForce(points, [])).toEqual([null, null, null, null]);
  });

  it('draws the band from expectation to bound, with a gap where none is known', () => {
    const series = evidenceOption(points, events, look).series as { id: string; data: { value: number | null }[] }[];
    const values = (id: string) => series.find((one) => one.id === id)?.data.map(({ value }) => value);
    expect(values('expected')).toEqual([null, 5, 5, 5]);
    expect(values('band')).toEqual([null, 4, 4, 4]);
    expect(values('upper')).toEqual([null, 9, 9, 9]);
    expect(values('firing')).toEqual([null, null, 12, 15]);
  });

  it('hatches what nobody delivered, and what still runs, apart', () => {
    const owed = [
      ...points,
      point('2026-11-05', null, 'no-data'),
      { ...point('2026-11-06', 2, 'normal'), complete: false },
    ];
    const series = evidenceOption(owed, events, look).series as { id: string; data: (number | null)[] }[];
    const flags = (id: string) => series.find((one) => one.id === id)?.data;
    expect(flags('no-data')).toEqual([null, null, null, null, 1, null]);
    expect(flags('unfinished')).toEqual([null, null, null, null, null, 1]);
  });

  it('says the verdict in the tooltip', () => {
    const { tooltip } = evidenceOption(points, events, look) as { tooltip: { formatter: (params: unknown) => string } };
    expect(tooltip.formatter({ dataIndex: 0 })).toContain('too-little-history');
  });
});
