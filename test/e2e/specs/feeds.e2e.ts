import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataFeed, GetBreakdownReply, GetFreshnessReply, GetSeriesReply, Import } from '@tocsin/contracts';
import { type Page, expect, test } from '@playwright/test';
import { type EmptyServer, startEmptyServer } from '../product/empty-server.ts';
import { ask } from './signed-in.ts';

const SHANGHAI_MS = 8 * 3_600_000;
const shanghai = (moment: number) => new Date(moment + SHANGHAI_MS).toISOString();
/** So many days ago, in the product's zone. */
const dayAgo = (days: number) => shanghai(Date.now() - days * 86_400_000).slice(0, 10);
const rows = (...lines: string[]) => `${['complaint_id,received_at,source,reason', ...lines].join('\n')}\n`;

test.describe('feeds', () => {
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-e2e-watched-'));
  let server: EmptyServer;
  let page: Page;
  const send = (name: string, text: string) =>
    server.api.post(`/api/v1/imports?wait=true&name=${name}`, {
      data: Buffer.from(text),
      headers: { 'content-type': 'text/csv' },
    });
  test.beforeAll(async ({ browser }) => {
    server = await startEmptyServer({ TOCSIN_WATCH_FOLDER: folder, TOCSIN_WATCH_SECONDS: '1' });
    // three complaints of each day up to the day before yesterday
    const lines = Array.from(
      { length: 270 },
      (_, i) => `H${i},${dayAgo(2 + Math.floor(i / 3))} 10:00:00,regulator,claim.delay`,
    );
    await send('history', rows(...lines));
    page = await server.open(browser);
  });
  test.afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one with a folder is made by a person, and takes what is put there', async () => {
    await page.goto('/data/feeds');
    await page.click('[data-action=add-feed]');
    await page.fill('dialog input[name=label]', '分公司台账');
    await page.fill('dialog input[name=id]', 'branch');
    await page.selectOption('dialog select[name=profile]', 'canonical');
    await page.selectOption('dialog select[name=kind]', 'folder');
    await expect(page.locator('dialog')).toContainText(join(folder, 'branch'));
    await page.click('dialog button[type=submit]');
    const card = page.locator('[data-feed=branch]');
    await expect(card).toContainText(join(folder, 'branch'));

    await expect.poll(() => existsSync(join(folder, 'branch'))).toBe(true);
    writeFileSync(join(folder, 'branch', '台账.csv'), rows(`B1,${dayAgo(2)},regulator,claim.delay`));
    const imports = async () =>
      (await ask<{ imports: Import[] }>(server.api, '/api/v1/imports', { feed: 'branch' })).imports;
    await expect.poll(async () => (await imports())[0]?.state, { timeout: 30_000 }).toBe('done');
    await page.reload();
    await card.locator('a').click();
    await expect(page.getByRole('heading', { name: '台账.csv' })).toBeVisible();
  });

  test('that somebody else changed meanwhile is not overwritten, and a sentence says so', async () => {
    await page.goto('/data/feeds');
    await page.locator('[data-feed=branch] [data-action=edit]').click();
    await page.fill('dialog input[name=label]', '我的名称');
    const others = { id: 'branch', label: { zh: '他人改名', en: 'Renamed' }, kind: 'folder', profile: 'canonical' };
    expect((await server.api.put('/api/v1/data-feeds/branch', { data: others })).ok()).toBe(true);
    await page.click('dialog button[type=submit]');
    await expect(page.locator('dialog [role=alert]')).toContainText('数据源 branch 现为第 2 版，您修改的是第 1 版');
    const { feeds } = await ask<{ feeds: DataFeed[] }>(server.api, '/api/v1/data-feeds');
    expect(feeds).toMatchObject([{ id: 'branch', version: 2, label: { zh: '他人改名' } }]);

    await page.click('dialog button:not([type=submit])');
    await page.reload();
    await page.locator('[data-feed=branch] [data-action=edit]').click();
    await page.fill('dialog input[name=label]', '我的名称');
    await page.click('dialog button[type=submit]');
    await expect(page.locator('[data-feed=branch] h3')).toHaveText('我的名称');
  });

  test('that is late is seen everywhere: its card, its warning, the days it owes, the end of the trend', async () => {
    await page.goto('/data/feeds');
    await page.click('[data-action=add-feed]');
    await page.fill('dialog input[name=label]', '每日导出');
    await page.fill('dialog input[name=id]', 'nightly');
    await page.selectOption('dialog select[name=profile]', 'canonical');
    await page.selectOption('dialog select[name=kind]', 'api');
    await page.fill('dialog input[name=api-key]', 'core');
    await page.selectOption('dialog select[name=rhythm]', 'daily');
    await page.fill('dialog input[name=due-by]', shanghai(Date.now() + 60_000).slice(11, 16));
    await page.click('dialog button[type=submit]');
    await expect(page.locator('[data-feed=nightly]')).toHaveAttribute('data-feed-state', 'never');

    const freshness = () => ask<GetFreshnessReply>(server.api, '/api/v1/freshness');
    await expect.poll(async () => (await freshness()).missing.length, { timeout: 90_000 }).toBe(1);
    await send('old', rows(`O1,${dayAgo(60)},regulator,claim.delay`)); // whatever comes makes the server look
    await page.goto('/data/feeds');
    await expect(page.locator('[data-feed=nightly]')).toHaveAttribute('data-feed-state', 'late');
    await expect(page.locator('.freshness')).toContainText('1 个数据源未送达');

    const [owed] = (await freshness()).missing;
    const yesterday = dayAgo(1);
    expect(owed).toMatchObject({ feed: 'nightly', from: yesterday });
    const period = { from: dayAgo(30), until: dayAgo(0), basis: 'regulator' };
    const { points } = await ask<GetSeriesReply>(server.api, '/api/v1/series', { ...period, by: 'day' });
    expect(points.at(-1)).toMatchObject({ at: yesterday, value: null, complete: 0 });
    const { missing } = await ask<GetBreakdownReply>(server.api, '/api/v1/breakdown', { ...period, by: 'reason' });
    expect(missing).toMatchObject([{ feed: 'nightly', from: yesterday }]);

    await page.goto(`/overview?grain=day&from=${period.from}&until=${period.until}&basis=regulator`);
    const trend = page.locator('[data-chart=trend]');
    await expect(trend.locator('[data-owed="1"]')).toContainText('每日导出未按时送达：缺 1 天的数据');
    await expect(page.locator('[data-chart=reasons] [data-owed="1"]')).toBeVisible();
    await expect(page.locator('[data-chart=regions] [data-owed="1"]')).toBeVisible();
    await trend.getByRole('button', { name: '表格' }).click();
    const newest = trend.locator('tbody tr').first();
    await expect(newest).toContainText(Number(yesterday.slice(8)).toString());
    await expect(newest).toContainText('—');

    await page.goto('/warnings?about=data');
    await page.locator('[data-alert]').first().click();
    await expect(page.locator('[data-card=deliveries] [data-delivery=missed]')).toHaveCount(1);
  });
});
