import type { GetReferenceReply, ReferenceVersion } from '@tocsin/contracts';
import { demo } from '../product/demo-env.ts';
import { ask, expect, test } from './signed-in.ts';

const versionsOf = async (api: Parameters<typeof ask>[0], table: string) =>
  (await ask<{ versions: ReferenceVersion[] }>(api, `/api/v1/reference/${table}/history`)).versions;

test('a row that is changed on the page shows in the history, is what the table says, and can be taken back', async ({
  page,
}) => {
  const [before] = await versionsOf(page.request, 'product');
  await page.goto('/data/reference/product');
  const row = page.locator('[data-key]').first();
  const key = (await row.getAttribute('data-key')) ?? '';
  const nameOf = async () => {
    const { rows } = await ask<GetReferenceReply>(page.request, '/api/v1/reference/product', { search: key });
    return rows.find((one) => one.key === key)?.cells['zh'];
  };
  const old = await nameOf();

  await row.locator('[data-action=edit-row]').click();
  await page.fill('dialog input[name=zh]', '改过名字的产品');
  await page.click('[data-action=save-row]');
  await expect(page.locator('dialog')).toHaveCount(0);
  await expect(row).toContainText('改过名字的产品');
  expect(await nameOf()).toBe('改过名字的产品');

  await page.click('[data-action=history]');
  const newest = page.locator('dialog [data-version]').first();
  await expect(newest).toContainText('逐行修改');
  await expect(newest).toContainText(demo.name);
  const [after] = await versionsOf(page.request, 'product');
  expect(after).toMatchObject({ version: (before?.version ?? 0) + 1, mode: 'row', changed: 1, added: 0, removed: 0 });

  await page.locator('dialog [data-version]').nth(1).getByRole('button', { name: '恢复到这一版' }).click();
  await expect(row).not.toContainText('改过名字的产品');
  expect(await nameOf()).toBe(old);
});

test('a file is tried before it is taken, and says which of its rows are refused', async ({ page }) => {
  await page.goto('/data/reference/calendar');
  const before = await versionsOf(page.request, 'calendar');
  const kept = before[0]?.rows ?? 0;
  await page.click('[data-action=import-file]');
  const rows = ['day,kind,name', '2026-10-08,workday,补班', '2026-13-01,holiday,没有这一天'];
  await page.setInputFiles('dialog input[type=file]', {
    name: '日历.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${rows.join('\n')}\n`),
  });
  const tried = page.locator('[data-outcome=tried]');
  await expect(tried).toContainText('新增 1');
  await expect(tried).toContainText('第 3 行');
  expect(await versionsOf(page.request, 'calendar')).toEqual(before);

  await page.click('[data-action=take-file]');
  await expect(page.locator('[data-outcome=taken]')).toContainText(`第 ${before.length + 1} 版`);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-key="2026-10-08"]')).toContainText('上班');
  expect((await versionsOf(page.request, 'calendar'))[0]?.rows).toBe(kept + 1);
});
