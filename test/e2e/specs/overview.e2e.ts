import { expectFiguresOfApi, filterOf, settled } from './overview-figures.ts';
import { expect, type Language, test } from './signed-in.ts';

const languages: readonly Language[] = ['zh-CN', 'en'];

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('the overview shows the figures of the API', async ({ page }) => {
      await page.goto('/');
      await settled(page);
      const shown = await expectFiguresOfApi(page);
      expect(shown.cards['complaints']).toBeGreaterThan(100);
      expect(Object.keys(shown.regions).length).toBeGreaterThan(20);
      expect(Object.keys(shown.weeks).length).toBeGreaterThan(50);
    });

    test('the headline says the same number as the card', async ({ page }) => {
      await page.goto('/');
      await settled(page);
      const card = await page.locator('[data-measure=complaints] data').innerText();
      await expect(page.locator('p.headline')).toContainText(
        language === 'en' ? `: ${card} complaints` : `投诉 ${card} 件`,
      );
    });
  });
}

test('a filter changes the address and every figure, and the figures are again those of the API', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  const before = await expectFiguresOfApi(page);

  await page.click('[data-filter=region]');
  await page.getByRole('checkbox', { name: '山东' }).check();
  await expect(page).toHaveURL(/region=370000/);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-measure=complaints] data')).not.toHaveAttribute(
    'value',
    String(before.cards['complaints']),
  );
  await settled(page);

  const after = await expectFiguresOfApi(page);
  expect(after.cards['complaints']).toBe(before.regions['370000']);
  expect(after.regions).toEqual(before.regions);

  await page.goBack();
  await expect(page).not.toHaveURL(/region=/);
  await expect(page.locator('[data-measure=complaints] data')).toHaveAttribute(
    'value',
    String(before.cards['complaints']),
  );
});

test('the basis counts apart', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  const regulator = await expectFiguresOfApi(page);
  await page.getByRole('radio', { name: '公司' }).click();
  await expect(page).toHaveURL(/basis=company/);
  await expect(page.locator('[data-measure=complaints]')).toContainText('公司');
  await expect(page.locator('[data-measure=complaints] data')).not.toHaveAttribute(
    'value',
    String(regulator.cards['complaints']),
  );
  await settled(page);
  const company = await expectFiguresOfApi(page);
  expect(company.cards['complaints']).toBeGreaterThan(regulator.cards['complaints'] ?? 0);
});

test('a pasted address shows the same picture', async ({ page, context }) => {
  await page.goto('/');
  await settled(page);
  await page.locator('[data-region="370000"]').click();
  await expect(page).toHaveURL(/region=370000/);
  await page.getByRole('radio', { name: '月', exact: true }).click();
  await expect(page).toHaveURL(/grain=month/);
  await settled(page);
  await page.mouse.move(0, 0);

  const other = await context.newPage();
  await other.goto(page.url());
  await settled(other);
  expect(filterOf(other)).toEqual(filterOf(page));
  for (const chart of ['trend', 'regions', 'reasons']) {
    const textOn = (one: typeof page) => one.locator(`[data-chart=${chart}]`).innerText();
    await expect.poll(() => textOn(other)).toBe(await textOn(page));
  }
  const picture = (one: typeof page) =>
    one
      .locator('[data-chart=trend] canvas')
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  await expect.poll(() => picture(other)).toBe(await picture(page));
});

test('a table is the chart in figures and can be taken along', async ({ page }) => {
  await page.goto('/');
  await settled(page);
  const reasons = page.locator('[data-chart=reasons]');
  await reasons.getByRole('button', { name: '导出' }).click();
  const download = page.waitForEvent('download');
  await page.locator('[data-format=csv]').click();
  expect((await download).suggestedFilename()).toBe('投诉原因.csv');
  await reasons.getByRole('button', { name: '表格' }).click();
  await expect(reasons.locator('tbody tr').first()).toBeVisible();
});
