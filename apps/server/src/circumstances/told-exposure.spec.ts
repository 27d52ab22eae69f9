import { expect, it } from 'vitest';
import { BusinessVolume } from './business-volume.ts';
import { exposureBy, toldExposure } from './told-exposure.ts';

const row = (region: string, more: Record<string, string>) => ({
  ...{ month: '2026-01', region, organisation: 'hq', line: 'life', ...more },
});

/** As in the warehouse's spec of rates of cities: Anhui by city and district, Shandong whole and in part, Hubei whole. */
const exposure = toldExposure(
  [
    row('340100', { premium: '40', policies: '4' }),
    row('340104', { premium: '10', policies: '1' }),
    row('341202', { premium: '20' }),
    row('341204', { premium: '30' }),
    row('370000', { premium: '200' }),
    row('370100', { premium: '50', policies: '6' }),
    row('370600', { premium: '60', policies: '7' }),
    row('420000', { premium: '100' }),
  ],
  {},
);
const sums = (by: 'region' | 'city', figure: string) => {
  const found: Record<string, number> = {};
  for (const cells of exposureBy(exposure, { where: {}, split: [{ dimension: by }] }))
    if (cells[figure]) found[cells[by] ?? ''] = (found[cells[by] ?? ''] ?? 0) + Number(cells[figure]);
  return found;
};

it('a region’s own row holds what those of its cities say; without one they are added up', () => {
  expect(sums('region', 'premium')).toEqual({ '340000': 90, '370000': 200, '420000': 100 });
});

it('a figure that the row of the whole lacks is added up from its parts', () => {
  expect(sums('region', 'policies')).toEqual({ '340000': 4, '370000': 13 });
});

it('of a city only what is known by city counts, its own row before those of its districts', () => {
  expect(sums('city', 'premium')).toEqual({ '340100': 40, '341200': 50, '370100': 50, '370600': 60 });
});

it('the business behind a city is not that of its province', () => {
  const year = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);
  const volume = new BusinessVolume(
    toldExposure(
      year.flatMap((month) => [
        { ...row('340000', { policies: '90' }), month },
        { ...row('340100', { policies: month < '2025-07' ? '10' : '30' }), month },
      ]),
      {},
    ),
  );
  const of = volume.of({ where: { region: ['340000'] }, split: [{ dimension: 'city' }] });
  expect(of({ city: '340100' })?.('2025-01-10')).toBe(1);
  expect(of({ city: '341200' })).toBeUndefined();
  expect(volume.of({ where: {}, split: [{ dimension: 'region' }] })({ region: '340000' })?.('2025-06-01')).toBe(1);
});
