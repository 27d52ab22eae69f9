import { addMonths } from '@tocsin/calendar';
import { describe, expect, it } from 'vitest';
import { BusinessVolume } from './business-volume.ts';
import { toldExposure } from './told-exposure.ts';

const monthly = (
  months: number,
  figures: (i: number) => Record<string, number | undefined>,
  codes: Record<string, string>,
) =>
  Array.from({ length: months }, (_, i) => ({
    ...{ month: addMonths('2024-01-01', i).slice(0, 7), region: '', organisation: '', line: '', ...codes },
    ...Object.fromEntries(
      Object.entries(figures(i)).map(([name, value]) => [name, value === undefined ? '' : String(value)]),
    ),
  }));

const region = { split: [{ dimension: 'region' as const }], where: {} };
const anhui = { region: '340000' };
/** A hundred policies a month in the first year, two hundred in the second. */
const doubling = monthly(24, (i) => ({ policies: i < 12 ? 100 : 200 }), anhui);

describe('the business behind a part', () => {
  it('is that of the twelve months before, beside now; the first twelve stand for the first year', () => {
    const on = new BusinessVolume(toldExposure(doubling, {})).of(region)(anhui);
    expect(on?.('2024-01-15')).toBeCloseTo(0.5, 12);
    expect(on?.('2025-01-15')).toBeCloseTo(0.5, 12);
    // six months of a hundred, six of two hundred
    expect(on?.('2025-07-01')).toBeCloseTo((6 * 100 + 6 * 200) / 2400, 12);
    expect(on?.('2026-01-01')).toBe(1);
  });

  it('stands for three months that are not handed in yet, and is unknown beyond and before', () => {
    const on = new BusinessVolume(toldExposure(doubling, {})).of(region)(anhui);
    expect([on?.('2026-04-30'), on?.('2026-05-01'), on?.('2023-12-31')]).toEqual([1, undefined, undefined]);
  });

  it('is unknown with a month missing, with less than a year, by product, and for a slice without rows', () => {
    const holey = doubling.filter((_, i) => i !== 5);
    expect(new BusinessVolume(toldExposure(holey, {})).of(region)(anhui)).toBeUndefined();
    expect(new BusinessVolume(toldExposure(doubling.slice(0, 11), {})).of(region)(anhui)).toBeUndefined();
    const volume = new BusinessVolume(toldExposure(doubling, {}));
    expect(volume.of({ split: [{ dimension: 'product' }], where: {} })({ product: 'P1' })).toBeUndefined();
    expect(volume.of(region)({ region: '350000' })).toBeUndefined();
  });

  it('is the same behind every reason, adds up branches below a level, and follows what a rule is limited to', () => {
    const rows = [
      ...monthly(12, () => ({ policies: 30 }), { organisation: '34.01', line: 'life' }),
      ...monthly(12, (i) => ({ policies: i < 6 ? 10 : 30 }), { organisation: '34.02', line: 'property.motor' }),
      ...monthly(24, (i) => ({ policies: i < 12 ? 60 : 90 }), { organisation: '35.01', line: 'life' }).slice(0, 12),
    ];
    const volume = new BusinessVolume(toldExposure(rows, {}));
    const byReason = volume.of({ split: [{ dimension: 'reason', level: 1 }], where: {} });
    expect(byReason({ reason: 'claim' })?.('2024-06-01')).toBe(1);
    const branch = { split: [{ dimension: 'organisation' as const, level: 1 }] };
    expect(volume.of({ ...branch, where: { line: ['property'] } })({ organisation: '34' })?.('2025-01-01')).toBe(1);
    expect(volume.of({ ...branch, where: { line: ['property'] } })({ organisation: '35' })).toBeUndefined();
  });

  it('counts premium where policies are not known, and branches under what they became', () => {
    const rows = monthly(13, (i) => ({ policies: i === 3 ? undefined : 5, premium: i < 12 ? 10 : 130 }), {
      organisation: '37.02',
    });
    const merged = { pieces: [{ codes: ['37.02'], as: ['37.01'] }], asked: new Map(), bears: new Map() };
    const on = new BusinessVolume(toldExposure(rows, { organisation: merged })).of({
      where: {},
      split: [{ dimension: 'organisation' }],
    });
    expect(on({ organisation: '37.02' })).toBeUndefined();
    expect(on({ organisation: '37.01' })?.('2025-01-01')).toBeCloseTo(120 / 240, 12);
  });
});
