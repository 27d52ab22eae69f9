import type { Locator, Page } from '@playwright/test';
import type {
  GetAlertReply,
  GetBreakdownReply,
  GetClustersReply,
  GetDictionariesReply,
  GetExcessReply,
  GetHeatMapReply,
  GetRankingReply,
  GetSeriesReply,
  ListAlertsReply,
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
  const percent = Math.round(Math.abs(share) * 100);
  const text = percent === 0 ? '0%' : `${share > 0 ? '+' : '−'}${percent}%`;
  await expect(chart(page, 'region-map').locator('[data-region="370000"]')).toContainText(text);
});

/** The first of the last months that has a cluster, by the API; the newest month is first. */
async function monthWithCluster(page: Page): Promise<{ query: Record<string, string>; reply: GetClustersReply }> {
  const starts = ['2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04', '2026-03'];
  for (const [index, start] of starts.entries()) {
    const until = index === 0 ? '2026-11-01' : `${starts[index - 1]}-01`;
    const query = { from: `${start}-01`, until, basis: 'company' };
    const reply = await ask<GetClustersReply>(page.request, '/api/v1/clusters', { ...query, by: 'region' });
    if (reply.clusters.length > 0) return { query, reply };
  }
  throw new Error('No month of the demo has a cluster.');
}

test('clusters are outlined on the tiles and listed, as the API finds them; the switch takes them away', async ({
  page,
}) => {
  const { query, reply } = await monthWithCluster(page);
  await page.goto(`/regions?${new URLSearchParams(query).toString()}`);
  const table = page.getByRole('region', { name: '区域聚集' }).getByRole('table');
  const rows = table.locator('tbody tr');
  await expect(rows).toHaveCount(reply.clusters.length);
  for (const [index, cluster] of reply.clusters.entries()) {
    const cells = rows.nth(index).locator('td');
    const raw = await cells.evaluateAll((all) => all.map((one) => one.getAttribute('data-value') ?? ''));
    const [letter, names, since, observed, expected, risk, p] = raw;
    expect(letter).toBe(String.fromCharCode(65 + index));
    expect(names?.split('、')).toHaveLength(cluster.members.length);
    expect([since, observed, expected, risk, p]).toEqual(
      [cluster.from, cluster.observed, cluster.expected, cluster.relativeRisk, cluster.pValue].map(String),
    );
    const outlined = chart(page, 'region-map').locator(`[data-cluster="${letter}"]`);
    await expect(outlined.filter({ hasText: `p ${cluster.pValue.toFixed(3)}` }).first()).toBeVisible();
    const tiles = new Set(cluster.members.map(({ code }) => `${code.slice(0, 2)}0000`));
    await expect(outlined).toHaveCount(tiles.size);
  }
  await page.locator('[data-control=clusters]').getByRole('radio', { name: '不显示' }).click();
  await expect(page).toHaveURL(/marks=none/);
  await expect(chart(page, 'region-map').locator('[data-cluster]')).toHaveCount(0);
  await expect(page.locator('[data-part=no-cluster]')).toContainText('没有在地图上显示');
});

test('the warning of a scan rule shows where its cluster is, and what each place adds', async ({ page }) => {
  // So lax that the likeliest place of any week is a cluster.
  const rule = {
    ...{ kind: 'scan', id: 'e2e-clusters', label: { zh: '试聚集', en: 'Tried clusters' }, over: 'regions' },
    ...{ limit: { alpha: 0.49 }, minCount: 0, level: 'blue', simulations: 199 },
  };
  const url = `/api/v1/rules/${rule.id}`;
  try {
    expect((await page.request.put(url, { data: { rule } })).ok()).toBe(true);
    const found = async () => {
      const asked = { rule: rule.id, state: 'any' };
      return (await ask<ListAlertsReply>(page.request, '/api/v1/alerts', asked)).alerts;
    };
    await expect.poll(async () => (await found()).length, { timeout: 60_000 }).toBeGreaterThan(0);
    const [warning] = await found();
    const reply = await ask<GetAlertReply>(page.request, `/api/v1/alerts/${warning?.id ?? ''}`);
    expect(reply.cluster).toBe('region');
    await page.goto(`/warnings/${warning?.id ?? ''}`);
    await expect(page.locator('h1.headline')).toHaveText(reply.alert.headline.zh);
    const card = page.locator('[data-card=cluster]');
    const provinces = new Set(reply.contributors.map(({ code }) => `${code.slice(0, 2)}0000`));
    await expect(card.locator('[data-inside=true]')).toHaveCount(provinces.size);
    await expect(page.locator('[data-contributor]')).toHaveCount(reply.contributors.length);
    await expect(page.locator('[data-chart=evidence]')).toHaveCount(0);
    await card.getByRole('link').click();
    await expect(page).toHaveURL(/\/regions\?/);
  } finally {
    await page.request.delete(url);
  }
});

test('where there is no cluster, or none can be looked for, the page says so', async ({ page }) => {
  const week = { from: '2026-03-02', until: '2026-03-09', basis: 'company', region: '' };
  const reply = await ask<GetClustersReply>(page.request, '/api/v1/clusters', { ...week, by: 'region' });
  await page.goto(
    `/regions?${new URLSearchParams({ from: week.from, until: week.until, basis: 'company' }).toString()}`,
  );
  const said = page.locator('[data-part=no-cluster]');
  if (reply.clusters.length === 0) await expect(said).toContainText(`p = ${reply.lowestP?.toFixed(3)}`);
  await page.goto(`/regions?${AUTUMN}&measure=on_time_closure`);
  await expect(said).toContainText('请改选这样的指标');
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

test('a region’s cities stand there with names, cases, what was expected, and rates where they are known', async ({
  page,
}) => {
  const names =
    (await ask<GetDictionariesReply>(page.request, '/api/v1/dictionaries', {})).dictionaries['region'] ?? [];
  const nameOf = (code: string) => (code === '' ? '未填' : (names.find((one) => one.code === code)?.zh ?? code));
  expect([nameOf('371500'), nameOf('429004')]).toEqual(['聊城市', '仙桃市']);
  for (const [region, isByCity] of [
    ['370000', true],
    ['420000', false],
  ] as const) {
    const below = { ...filter, region, by: 'city' };
    const breakdown = async (measure: string) =>
      (await ask<GetBreakdownReply>(page.request, '/api/v1/breakdown', { ...below, measure })).rows;
    const counts = (await breakdown('complaints')).filter(({ value }) => value !== 0);
    const rates = await breakdown('per_100m_premium');
    const expected = (await ask<GetExcessReply>(page.request, '/api/v1/excess', below)).rows;
    await page.goto(`/regions?${AUTUMN}&region=${region}`);
    const rows = chart(page, 'cities').locator('tbody tr');
    await expect(rows).toHaveCount(counts.length);
    for (const { code, value } of counts) {
      const row = rows.filter({ has: page.locator(`td:first-child[data-value="${nameOf(code)}"]`) });
      const shown = await row.locator('td').evaluateAll((all) => all.map((one) => one.getAttribute('data-value')));
      const own = expected.find((one) => one.code === code)?.expected ?? null;
      expect(shown.slice(1, 3)).toEqual([String(value), String(own ?? '')]);
      const rate = rates.find((one) => one.code === code)?.value ?? null;
      expect(rate === null).toBe(!isByCity || code === '');
      expect(shown[5]).toBe(String(rate ?? ''));
      if (rate === null) await expect(row.locator('td').nth(5)).toHaveText('—');
    }
    await expect(chart(page, 'cities').locator('[data-part=no-rate]')).toContainText('省的分母不能代替城市的');
  }
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
