import { readFileSync } from 'node:fs';
import type { GetSeriesReply, Import } from '@tocsin/contracts';
import { type Page, expect, test } from '@playwright/test';
import { type EmptyServer, startEmptyServer } from '../product/empty-server.ts';
import { ledgerMonth } from './ledger-month.ts';
import { GOOD_ROWS, ledger, mended, WRONG_DATES } from './mended-file.ts';
import { ask } from './signed-in.ts';

const { from, until } = ledgerMonth();

test.describe('a person with a GBK ledger whose dates are wrong', () => {
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(180_000);
  let server: EmptyServer;
  test.beforeAll(async () => {
    server = await startEmptyServer();
  });
  test.afterAll(() => server.stop());

  /** Complaints of Tibet in the ledger's month, as the API adds them up. */
  const figure = async () => {
    const { points } = await ask<GetSeriesReply>(server.api, '/api/v1/series', {
      from,
      until,
      by: 'month',
      region: '540000',
    });
    return points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  };
  const imported = (id: string) => ask<Import>(server.api, `/api/v1/imports/${id}`);
  const choose = (page: Page, name: string, buffer: Buffer) =>
    page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer });
  const map = (page: Page, column: string, field: string) =>
    page.locator(`[data-column="${column}"] select`).selectOption(field);

  test('corrects the mapping, imports, mends what was refused, and sees the figures move', async ({ browser }) => {
    const page = await server.open(browser);
    expect(await figure()).toBe(0);

    await page.goto('/data');
    await choose(page, '台账.csv', ledger());
    await expect(page).toHaveURL(/\/data\/import\?upload=/);
    await expect(page.locator('[data-layout=encoding]')).toHaveValue('gb18030');

    await map(page, '工单号', 'complaint_id');
    await map(page, '来信日期', 'received_at');
    await map(page, '来自', 'source');
    await map(page, '所在省份', 'region');
    await map(page, '张贴处', 'ignored');
    await expect(page.locator('[data-problem=ambiguous]')).toBeVisible();
    await expect(page.locator('[data-action=import]')).toBeDisabled();
    await page.click('[data-answer=day-first]');
    await page.locator('[data-column="来自"] .how button').click();
    await page.locator('[data-value="监管局"] select').selectOption('regulator');

    await expect(page.locator('[data-preview-count=accepted] data')).toHaveAttribute('value', String(GOOD_ROWS));
    await expect(page.locator('[data-preview-count=rejected] data')).toHaveAttribute(
      'value',
      String(WRONG_DATES.length),
    );
    await expect(page.locator('[data-preview] [data-outcome=accepted]').first()).toContainText(from.slice(0, 8));

    await page.click('[data-action=import]');
    await expect(page).toHaveURL(/\/data\/imports\//);
    await expect(page.locator('[data-state=done]')).toBeVisible({ timeout: 30_000 });
    const first = await imported(page.url().split('/').at(-1) ?? '');
    expect(first).toMatchObject({
      read: GOOD_ROWS + WRONG_DATES.length,
      added: GOOD_ROWS,
      rejected: WRONG_DATES.length,
    });
    await expect.poll(figure).toBe(GOOD_ROWS);
    await expect(page.locator('[data-count=rejected]')).toHaveAttribute('value', String(WRONG_DATES.length));

    const downloading = page.waitForEvent('download');
    await page.click('[data-action=download]');
    const refused = readFileSync(await (await downloading).path(), 'utf8');
    expect(WRONG_DATES.filter((date) => !refused.includes(date))).toEqual([]);

    await page.goto('/data');
    await choose(page, '台账-改好.csv', Buffer.from(mended(refused)));
    await expect(page).toHaveURL(/\/data\/import\?upload=/);
    await expect(page.locator('[data-problem]')).toHaveCount(0);
    await expect(page.locator('[data-preview-count=accepted] data')).toHaveAttribute(
      'value',
      String(WRONG_DATES.length),
    );
    await page.click('[data-action=import]');
    await expect(page.locator('[data-state=done]')).toBeVisible({ timeout: 30_000 });
    const second = await imported(page.url().split('/').at(-1) ?? '');
    expect(second).toMatchObject({ read: WRONG_DATES.length, added: WRONG_DATES.length, rejected: 0 });
    expect(second.profile).toBe(first.profile);

    const all = GOOD_ROWS + WRONG_DATES.length;
    await expect.poll(figure).toBe(all);
    await page.goto(`/overview?from=${from}&until=${until}&region=540000`);
    await expect(page.locator('[data-measure=complaints] data')).toHaveAttribute('value', String(all));
  });
});
