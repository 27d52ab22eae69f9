import AxeBuilder from '@axe-core/playwright';
import type { ListAlertsReply, ListCasesReply } from '@tocsin/contracts';
import { type Theme, ask, expect, test } from './signed-in.ts';

const themes: readonly Theme[] = ['light', 'dark'];
const pages = [
  '/overview',
  '/trends?split=region&grain=month',
  '/trends?split=region&shape=multiples',
  '/regions',
  '/cases?q=%E9%80%80%E4%BF%9D',
  '/timeliness',
  '/rules',
  '/rules/new',
  '/gallery',
  '/warnings',
  '/data',
  '/data/feeds',
  '/data/reference',
  '/data/profiles',
  '/data/corrections',
  '/exports',
  '/wall',
  '/nowhere',
];

for (const theme of themes) {
  test.describe(theme, () => {
    test.use({ theme });

    for (const path of pages) {
      test(`${path} can be used by everyone`, async ({ page }) => {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        expect(await seriousFaults(page)).toEqual([]);
      });
    }

    test('a case can be used by everyone', async ({ page }) => {
      const query = { from: '2026-10-01', until: '2026-11-01' };
      const { cases } = await ask<ListCasesReply>(page.request, '/api/v1/cases', query);
      await page.goto(`/cases/${cases[0]?.id ?? ''}`);
      await page.waitForLoadState('networkidle');
      expect(await seriousFaults(page)).toEqual([]);
    });

    test('a warning can be used by everyone', async ({ page }) => {
      const { alerts } = await ask<ListAlertsReply>(page.request, '/api/v1/alerts');
      await page.goto(`/warnings/${alerts[0]?.id ?? ''}`);
      await page.waitForLoadState('networkidle');
      expect(await seriousFaults(page)).toEqual([]);
    });
  });
}

/** What axe calls serious or critical by WCAG 2.2 A and AA: the rule and the first places. */
async function seriousFaults(page: ConstructorParameters<typeof AxeBuilder>[0]['page']): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(
            ({ html, failureSummary }) =>
              `${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim().slice(0, 140)}`,
          )
          .join(' | ')}`,
    );
}
