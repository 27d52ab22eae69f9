import type { Locator, Page } from '@playwright/test';
import type { GetBreakdownReply, GetSeriesReply } from '@tocsin/contracts';
import ExcelJS from 'exceljs';
import { ask, expect, test } from './signed-in.ts';

const YEAR = 'from=2025-11-01&until=2026-11-01&basis=company';
const filter = { from: '2025-11-01', until: '2026-11-01', basis: 'company' };
const chartOf = (page: Page): Locator => page.locator('[data-chart=trends]');
const drawn = (page: Page) => chartOf(page).locator('[role=application]');

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`/trends?${query}`);
  await expect(drawn(page).locator('canvas').first()).toBeVisible();
}

/** Reads the mark under the keyboard's focus, from the newest bucket so many steps back. */
async function readMark(page: Page, back: number): Promise<string> {
  await drawn(page).focus();
  for (let step = 0; step < back; step += 1) await page.keyboard.press('ArrowLeft');
  return drawn(page).locator('[aria-live]').innerText();
}

test('from the whole down to a province’s reasons, and back by the crumbs', async ({ page }) => {
  await open(page, `${YEAR}&split=region&grain=month`);
  const { rows } = await ask<GetBreakdownReply>(page.request, '/api/v1/breakdown', { ...filter, by: 'region' });
  const ranking = page.locator('[data-chart=ranking]');
  const values = await ranking
    .locator('li data')
    .evaluateAll((all) => all.map((one) => (one as HTMLDataElement).value));
  expect(values.map(Number)).toEqual(rows.slice(0, 16).map(({ value }) => value));

  await ranking.getByRole('button', { name: '山东' }).click();
  await expect(page).toHaveURL(/region=370000/);
  await expect(page).toHaveURL(/trail=region/);
  await page.locator('[data-control=split]').click();
  await page.locator('[data-choice=reason]').click();
  await expect(chartOf(page)).toContainText('按原因');
  await page.getByRole('navigation', { name: '下钻路径' }).getByRole('link', { name: '全部业务' }).click();
  await expect(page).not.toHaveURL(/region=370000/);
  await expect(page).toHaveURL(/split=region/);
});

test('a mark has its menu by keyboard: a value is left out, and every figure follows', async ({ page }) => {
  await open(page, `${YEAR}&split=region&grain=month`);
  expect(await readMark(page, 2)).toMatch(/2026年9月, 山东, \d/);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toContainText('山东');
  await page.locator('[data-mark-action=exclude]').click();
  await expect(page).toHaveURL(/region=%21370000|region=!370000/);
  await expect(page.locator('[data-filter=region]')).toContainText('不含山东');
  await expect(page.locator('[data-chart=ranking]').getByRole('button', { name: '山东' })).toHaveCount(0);
  const whole = await ask<GetSeriesReply>(page.request, '/api/v1/series', { ...filter, by: 'year' });
  const parts = await Promise.all(
    ['370000', '!370000'].map((region) =>
      ask<GetSeriesReply>(page.request, '/api/v1/series', { ...filter, by: 'year', region }),
    ),
  );
  const sum = ({ points }: GetSeriesReply) => points.reduce((total, { value }) => total + (value ?? 0), 0);
  expect(parts.map(sum).reduce((a, b) => a + b)).toBe(sum(whole));
});

test('a stretch is brushed, told, kept in the address, and zoomed into', async ({ page }) => {
  await open(page, `${YEAR}&grain=month`);
  const box = await drawn(page).locator('canvas').first().boundingBox();
  if (box === null) throw new Error('no chart');
  await page.mouse.move(box.x + box.width * 0.3, box.y + 120);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 140, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/brush=/);
  const [from = '', until = ''] = (new URL(page.url()).searchParams.get('brush') ?? '').split(',');
  const { points } = await ask<GetSeriesReply>(page.request, '/api/v1/series', { ...filter, from, until, by: 'month' });
  const sum = points.reduce((total, { value }) => total + (value ?? 0), 0);
  await expect(page.locator('[data-part=brush-sum]')).toHaveText(sum.toLocaleString('en-US'));
  await page.locator('[data-action=zoom]').click();
  await expect(page).toHaveURL(new RegExp(`from=${from}.*until=${until}`));
  await expect(page).not.toHaveURL(/brush=/);
});

test('a pasted address gives the same picture', async ({ page, context }) => {
  await open(page, `${YEAR}&split=reason&shape=stacked&grain=month&reason=!service`);
  await page.locator('[data-control=compare]').click();
  await page.locator('[data-choice=none]').click();
  await expect(page).toHaveURL(/compare=none/);
  const other = await context.newPage();
  await other.goto(page.url());
  const picture = async (one: Page) => {
    await expect(drawn(one).locator('canvas').first()).toBeVisible();
    await one.mouse.move(0, 0);
    await one.waitForTimeout(500);
    return drawn(one)
      .locator('canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  };
  expect(await picture(other)).toBe(await picture(page));
  expect(await chartOf(other).innerText()).toBe(await chartOf(page).innerText());
});

test('the workbook holds the figures of the API', async ({ page }) => {
  await open(page, `${YEAR}&split=line&grain=quarter&compare=none`);
  await chartOf(page).locator('[data-action=export]').click();
  const download = page.waitForEvent('download');
  await page.locator('[data-format=xlsx]').click();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await (await download).path());
  const sheet = workbook.worksheets[0];
  const rows = (sheet?.getSheetValues() ?? []).slice(2) as unknown[][];
  const { points } = await ask<GetSeriesReply>(page.request, '/api/v1/series', {
    ...{ ...filter, by: 'quarter', split: 'line', level: '1', top: '6' },
  });
  const sums = new Map<string, number>();
  for (const { split, value } of points) sums.set(split, (sums.get(split) ?? 0) + (value ?? 0));
  const codes = [...sums].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  const buckets = [...new Set(points.map(({ at }) => at))].sort().reverse();
  const ofApi = buckets.map((at) => [
    at,
    ...codes.map((code) => points.find((point) => point.at === at && point.split === code)?.value ?? null),
  ]);
  expect(rows.map((row) => row.slice(1))).toEqual(ofApi);
});

test('small multiples say when their scales differ', async ({ page }) => {
  await page.goto(`/trends?${YEAR}&split=line&shape=multiples&grain=month`);
  await expect(chartOf(page).locator('[data-code=life]')).toBeVisible();
  await expect(chartOf(page)).not.toContainText('各小图纵轴不同');
  await chartOf(page).getByRole('radio', { name: '各自纵轴' }).click();
  await expect(chartOf(page)).toContainText('各小图纵轴不同');
  await expect(page).toHaveURL(/scale=own/);
});

test('a view is kept under a name, found from another page, and taken away', async ({ page }) => {
  await open(page, `${YEAR}&split=line&grain=quarter&compare=none`);
  await page.locator('[data-action=views]').click();
  await page.getByPlaceholder('名称').fill('各险类按季');
  await page.locator('[data-action=save-view]').click();
  const row = page.locator('[data-view]').filter({ hasText: '各险类按季' });
  await expect(row).toBeVisible();
  await page.goto('/overview');
  await page.locator('[data-action=views]').click();
  await row.getByRole('button', { name: '各险类按季', exact: true }).click();
  await expect(page).toHaveURL(/\/trends\?.*split=line/);
  await expect(page).toHaveURL(/grain=quarter/);
  await page.locator('[data-action=views]').click();
  await row.getByRole('button', { name: '删除“各险类按季”' }).click();
  await expect(row).toHaveCount(0);
});
