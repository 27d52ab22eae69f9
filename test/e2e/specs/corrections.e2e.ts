import type { Erasure, GetSeriesReply, Import } from '@tocsin/contracts';
import { expect, test } from '@playwright/test';
import { type EmptyServer, startEmptyServer } from '../product/empty-server.ts';
import { ledgerMonth } from './ledger-month.ts';
import { ask } from './signed-in.ts';

const { from, until } = ledgerMonth();
const PHONE = '13800001234';

/** So many complaints of one day, the first of them by the person who will ask to be removed. */
function csv(mark: string, count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `${mark}-${index},${from} 10:00:00,regulator,540000,${index === 0 ? PHONE : `1390000${1000 + index}`}`,
  );
  return `${['complaint_id,received_at,source,region,complainant_phone', ...rows].join('\n')}\n`;
}

test.describe('corrections', () => {
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(120_000);
  let server: EmptyServer;
  const send = async (name: string, count: number): Promise<Import> => {
    const answer = await server.api.post(`/api/v1/imports?wait=true&name=${name}`, {
      data: Buffer.from(csv(name, count)),
      headers: { 'content-type': 'text/csv' },
    });
    return (await answer.json()) as Import;
  };
  const figure = async () => {
    const { points } = await ask<GetSeriesReply>(server.api, '/api/v1/series', { from, until, by: 'month' });
    return points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  };
  test.beforeAll(async () => {
    server = await startEmptyServer();
  });
  test.afterAll(() => server.stop());

  test('an import is withdrawn whole, with a reason, and the figures are what they were before it', async ({
    browser,
  }) => {
    const kept = await send('kept', 7);
    const wrong = await send('wrong', 5);
    expect(await figure()).toBe(12);

    const page = await server.open(browser);
    await page.goto(`/data/imports/${wrong.id}`);
    await page.click('[data-action=withdraw]');
    await expect(page.locator('[data-action=confirm-withdraw]')).toBeDisabled();
    await page.fill('dialog textarea[name=reason]', '导错了文件');
    await page.click('[data-action=confirm-withdraw]');
    await expect(page.locator('[data-state=withdrawn]')).toBeVisible({ timeout: 30_000 });
    await expect.poll(figure).toBe(7);

    await page.goto('/data/corrections');
    await expect(page.locator(`[data-import="${wrong.id}"]`)).toContainText('已撤回');
    await page.goto(`/data/lineage?from=${from}&until=${until}&basis=company`);
    await expect(page.locator('[data-batch]')).toHaveCount(1);
    await expect(page.locator(`[data-batch="${kept.id}"] data`)).toHaveAttribute('value', '7');
  });

  test('a person is removed, and what was typed to find them is shown nowhere', async ({ browser }) => {
    const page = await server.open(browser);
    await page.goto('/data/corrections');
    await page.click('[data-action=add-erasure]');
    await page.locator('dialog select[name=by]').selectOption('phone');
    await page.fill('dialog input[name=value]', PHONE);
    await page.fill('dialog textarea[name=reason]', '来函第 17 号');
    await expect(page.locator('dialog button[type=submit]')).toBeDisabled();
    await page.check('dialog input[name=sure]');
    await page.click('dialog button[type=submit]');
    const row = page.locator('[data-erasure]').first();
    await expect(row).toContainText('已删除', { timeout: 30_000 });
    expect(await page.content()).not.toContain(PHONE);

    const { erasures } = await ask<{ erasures: Erasure[] }>(server.api, '/api/v1/erasures');
    // one that counts, and one of the withdrawn batch, which is remembered for back-tests until then
    expect(erasures).toMatchObject([{ by: 'phone', state: 'done', complaints: 2 }]);
    await expect.poll(figure).toBe(6);
    await send('kept', 7);
    expect(await figure()).toBe(6);
  });
});
