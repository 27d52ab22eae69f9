import { palettes } from '@tocsin/charts';
import { accentOf, pixelsOf } from './pixels.ts';
import { type Language, type Theme, expect, test } from './signed-in.ts';

const choices: readonly (readonly [Language, Theme, string, string])[] = [
  ['zh-CN', 'light', '走势', '缺数据'],
  ['en', 'dark', 'Trend', 'Missing data'],
];

for (const [language, theme, title, gap] of choices) {
  test.describe(`${language}, ${theme}`, () => {
    test.use({ language, theme });

    test('the gallery draws every exhibit in each of its states', async ({ page }) => {
      await page.goto('/gallery');
      const trend = page.locator('[data-exhibit=trend]');
      await expect(trend.getByRole('heading', { name: title })).toBeVisible();
      await expect(trend.locator('[data-state=gap] figcaption')).toContainText(gap);
      const empty = page.locator('figure[data-state=empty]');
      for (const figure of await empty.all()) await expect(figure.getByRole('status')).not.toBeEmpty();

      const canvases = page.locator('figure:not([data-state=empty]) canvas');
      // the trend and the lines in four states besides nothing, a warning's evidence and the stack in three
      await expect(canvases).toHaveCount(14);
      for (const exhibit of ['trend', 'evidence']) {
        const canvas = page.locator(`[data-exhibit=${exhibit}] [data-state=normal] canvas`);
        const found = await pixelsOf(canvas, { accent: accentOf(theme), orange: palettes[theme].level.orange });
        expect(found['accent'], exhibit).toBeGreaterThan(100);
        expect(found['orange'], exhibit).toBeGreaterThan(20);
      }
      for (const picture of await page.locator('figure img').all())
        expect(await picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(100);
    });
  });
}

test('the gallery is found in the menu of the account', async ({ page }) => {
  await page.goto('/overview');
  await page.locator('[data-action=account]').click();
  await page.locator('[data-action=gallery]').click();
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('图表样例');
});
