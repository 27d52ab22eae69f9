import type { Locator, Page } from '@playwright/test';
import type {
  GetBreakdownReply,
  GetExcessReply,
  GetHeatMapReply,
  GetRankingReply,
  GetSeriesReply,
} from '@tocsin/contracts';
import { ask, expect, test } from './signed-in.ts';

const filter = { from: '2026-10-01', until: '2026-11-01', basis: 'company' };
const AUTUMN = new URLSearchParams(filter).toString();
const chart = (page: Page, name: string): Locator => page.locator(`[data-chart=${name}]`);

async function open(page: Page, more = ''): Promise<void> {
  await page.goto(`/regions?${AUTUMN}${more}`);
  await expect(chart(page, 'region-map').locator('[data-region="370000"]')).toBeVisible();
}

test('tiles, ranking and heat maps hold the API’s figures', async ({ page }) => {
  await open(page, '&map=value');
  const { rows } = await ask<GetBreakdownReply>(page.request, '/api/v1/breakdown', { ...filter, by: 'region' });
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const tiles = chart(page, 'region-map').locator('[data-region]');
  expect(await tiles.count()).toBe(39);
  await expect(chart(page, 'region-map').locator('[data-region="370000"]')).toHaveAttribute(
    'data-value',
    String(byCode.get('370000')?.value),
  );
  const shown = await tiles.evaluateAll((all) =>
    all.map((one) => [one.getAttribute('data-region') ?? '', one.getAttribute('data-value') ?? ''] as const),
  );
  for (const [region, value] of shown) {
    const outside = ['710000', '810000', '820000'].includes(region);
    expect([region, value]).toEqual([region, String(byCode.get(region)?.value ?? (outside ? '' : 0))]);
  }

  const ranking = await ask<GetRankingReply>(page.request, '/api/v1/ranking', {
    ...filter,
    by: 'region',
    fewest: '10',
  });
  const placed = ranking.rows.filter(({ place, code }) => place !== null && code !== '').slice(0, 16);
  const bars = chart(page, 'region-ranking').locator('li data');
  await expect(bars).toHaveCount(placed.length);
  const values = await bars.evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  expect(values).toEqual(placed.map(({ value }) => value));

  const year = { ...filter, from: '2025-10-01', by: 'month', split: 'region', top: '50' };
  const { points } = await ask<GetSeriesReply>(page.request, '/api/v1/series', year);
  const july = points.find(({ at, split }) => at === '2026-07-01' && split === '370000');
  await expect(chart(page, 'region-time').locator('[data-row="370000"][data-column="2026-07-01"]')).toHaveText(
    String(july?.value),
  );

  const asked = { ...filter, by: 'region', across: 'line', acrossLevel: '2', top: '50' };
  const { cells } = await ask<GetHeatMapReply>(page.request, '/api/v1/heat-map', asked);
  const motor = cells.find(({ code, across }) => code === '370000' && across === 'property.motor');
  await expect(chart(page, 'region-line').locator('[data-row="370000"][data-column="property.motor"]')).toHaveText(
    String(motor?.value),
  );
});

test('a tile says how far it lies from what was expected', async ({ page }) => {
  await open(page);
  const { rows } = await ask<GetExcessReply>(page.request, '/api/v1/excess', { ...filter, by: 'region' });
  const own = rows.find(({ code }) => code === '370000');
  const share = ((own?.observed ?? 0) - (own?.expected ?? 0)) / (own?.expected ?? 1);
  const sign = share > 0 ? '+' : '−';
  const text = `${sign}${Math.round(Math.abs(share) * 100)}%`;
  await expect(chart(page, 'region-map').locator('[data-region="370000"]')).toContainText(text);
});

test('a tile goes down to the region’s cities, whose parts make up the region', async ({ page }) => {
  await open(page);
  await chart(page, 'region-map').locator('[data-region="370000"]').click();
  await expect(page).toHaveURL(/region=370000/);
  await expect(chart(page, 'region-ranking')).toContainText('山东 · 城市排名');
  const below = { ...filter, region: '370000', by: 'city' };
  const { rows } = await ask<GetBreakdownReply>(page.request, '/api/v1/breakdown', below);
  const [whole] = (
    await ask<GetBreakdownReply>(page.request, '/api/v1/breakdown', { ...filter, by: 'region' })
  ).rows.filter(({ code }) => code === '370000');
  expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(whole?.value);
  for (const { code } of rows) expect(code).toMatch(/^(37(?!02)\d{2}00)?$/);
  const [largest] = rows.filter(({ code }) => code !== '');
  await expect(chart(page, 'region-ranking').locator(`[data-code="${largest?.code}"] data, data`).first()).toHaveText(
    String(largest?.value),
  );
  await page.locator('[data-action=up]').click();
  await expect(page).not.toHaveURL(/region=370000/);
});

test('a cell is reached by keyboard and leaves a value out; the colours say what they are held against', async ({
  page,
}) => {
  await open(page);
  const grid = chart(page, 'region-time').getByRole('grid');
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const cell = grid.locator('[data-at="1,1"]');
  await expect(cell).toBeFocused();
  expect(await cell.getAttribute('aria-label')).toContain('上年同期');
  const row = await cell.getAttribute('data-row');
  await page.keyboard.press('Shift+F10');
  await page.locator('[data-mark-action=exclude]').click();
  await expect(page).toHaveURL(new RegExp(`region=(%21|!)${row}`));
  await expect(chart(page, 'region-map')).toContainText('颜色为偏离预期的幅度');
});

test('the picture of the tiles is saved as SVG, with the sentence about boundaries', async ({ page }) => {
  await open(page);
  const saving = page.waitForEvent('download');
  await chart(page, 'region-map').locator('[data-action=export]').click();
  await page.locator('[data-format=svg]').click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/\.svg$/);
});

test('the company’s own map is drawn only with the number of its approval, which stands on it', async ({ page }) => {
  const square = (west: number, south: number) => [
    [west, south],
    [west + 6, south],
    [west + 6, south + 5],
    [west, south + 5],
  ];
  const shape = (adcode: number, west: number, south: number) => ({
    ...{ type: 'Feature', properties: { adcode } },
    geometry: { type: 'Polygon', coordinates: [square(west, south)] },
  });
  const features = [shape(370000, 116, 34), shape(340000, 115, 28), shape(410000, 109, 32)];
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  await open(page);
  await expect(page.locator('[data-control=shape]')).toHaveCount(0);
  await page.locator('[data-action=own-map]').click();
  await page.locator('[data-field=geojson]').setInputFiles({ name: 'map.json', mimeType: 'application/json', buffer });
  await page.locator('[data-field=approval]').fill('没有审图号');
  await page.locator('[data-action=give-map]').click();
  await expect(page.getByRole('alert')).toContainText('审图号');
  await page.locator('[data-field=approval]').fill('GS(2024)0650号');
  await page.locator('[data-action=give-map]').click();
  await page.locator('[data-control=shape]').getByRole('radio', { name: '地图' }).click();
  await expect(page).toHaveURL(/shape=land/);
  const map = chart(page, 'region-map');
  await expect(map.locator('[data-part=approval]')).toHaveText('GS(2024)0650号');
  await expect(map.locator('path[data-region]')).toHaveCount(3);
  await map.locator('path[data-region="370000"]').click();
  await expect(page).toHaveURL(/region=370000/);
  await page.locator('[data-action=own-map]').click();
  await page.locator('[data-action=remove-map]').click();
  await expect(map.locator('button[data-region="370000"]')).toBeVisible();
});
