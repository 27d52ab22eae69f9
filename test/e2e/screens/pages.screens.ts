import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { ListAlertsReply, ListRulesReply, RuleKind } from '@tocsin/contracts';
import { settled } from '../specs/overview-figures.ts';
import { ask, type Language, test, type Theme } from '../specs/signed-in.ts';

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const FOLDER = place('../../screens');
const README_PICTURE = place('../../../apps/web/readme-overview.png');

const languages: readonly Language[] = ['zh-CN', 'en'];
const themes: readonly Theme[] = ['light', 'dark'];
const widths = [1440, 390];

async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.waitForTimeout(1000);
}

/** A window as high as its page: the browser's own picture of a whole page catches charts while they change their size. */
async function showWhole(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 1440;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, 8000) });
  await page.waitForTimeout(500);
}

/** The first rule of a kind, once what it would have done stands there; of a matter of fact that may be nothing. */
async function showRule(page: Page, kind: RuleKind): Promise<void> {
  const { rules } = await ask<ListRulesReply>(page.request, '/api/v1/rules');
  const found = rules.find(({ rule }) => rule.kind === kind && (kind !== 'trigger' || rule.id.includes('due')));
  await page.goto(`/rules/${found?.rule.id ?? ''}`);
  await page.locator('[data-version]').first().waitFor();
  await page.locator('[data-part=preview][aria-busy=false]').waitFor({ timeout: 40_000 });
}

/** Each page, and how to get it to stand still. */
const pages: Record<string, (page: Page) => Promise<void>> = {
  overview: async (page) => {
    await page.goto('/');
    await settled(page);
    await page.locator('[data-card=targets] [data-target]').first().waitFor();
  },
  'sale-cohorts': async (page) => {
    await page.goto('/trends?grain=week');
    await page.locator('[data-chart=sale-cohorts] [role=grid]').waitFor();
    await page.locator('[data-chart=sale-cohorts] canvas').waitFor();
    await quiet(page);
  },
  trends: async (page) => {
    await page.goto('/trends?split=region&grain=week');
    await page.locator('[data-chart=trends] canvas').first().waitFor();
    await quiet(page);
  },
  'trends-multiples': async (page) => {
    await page.goto('/trends?split=reason&shape=multiples');
    await page.locator('[data-chart=trends] [data-code]').first().waitFor();
    await quiet(page);
  },
  regions: async (page) => {
    await page.goto('/regions');
    await page.locator('[data-chart=region-time] [role=grid]').waitFor();
    await page.locator('[data-chart=region-map] [data-region]').first().waitFor();
    await quiet(page);
  },
  'regions-cities': async (page) => {
    await page.goto('/regions?region=370000');
    await page.locator('[data-chart=region-time] [role=grid]').waitFor();
    await quiet(page);
  },
  cases: async (page) => {
    await page.goto('/cases?q=%E9%80%80%E4%BF%9D');
    await page.locator('[data-case]').first().waitFor();
    await page.locator('[data-facet]').first().waitFor({ state: 'attached' });
    await quiet(page);
  },
  case: async (page) => {
    await page.goto('/cases?due=open&marks=repeat&whenever=true');
    await page.locator('[data-case] a').first().click();
    await page.locator('[data-clock]').waitFor();
    await quiet(page);
  },
  timeliness: async (page) => {
    await page.goto('/timeliness');
    await page.locator('[data-chart=on-time] canvas').first().waitFor();
    await quiet(page);
  },
  warnings: async (page) => {
    await page.goto('/warnings');
    await page.locator('[data-alert]').first().waitFor();
  },
  warning: async (page) => {
    const { alerts } = await ask<ListAlertsReply>(page.request, '/api/v1/alerts');
    const [worst] = alerts.toSorted((a, b) => b.observed - b.expected - (a.observed - a.expected));
    await page.goto(`/warnings/${worst?.id ?? ''}`);
    await page.locator('[data-chart=evidence] canvas').first().waitFor();
  },
  rules: async (page) => {
    await page.goto('/rules');
    await page.locator('[data-rule]').first().waitFor();
  },
  'rule-new': async (page) => {
    await page.goto('/rules/new?measure=complaints&grain=week&region=370000&basis=company');
    await page.locator('[data-part=would]').waitFor({ timeout: 40_000 });
    await page.locator('[data-chart=rule-preview] canvas').first().waitFor();
  },
  rule: (page) => showRule(page, 'series'),
  'rule-trigger': (page) => showRule(page, 'trigger'),
  'rule-feed': (page) => showRule(page, 'missing-feed'),
  gallery: async (page) => {
    await page.goto('/gallery');
    await page.locator('[data-exhibit=stacked] [data-state=unfinished] canvas').first().waitFor();
    await page.locator('[data-exhibit=land] img').waitFor();
    await quiet(page);
  },
  data: async (page) => {
    await page.goto('/data');
    await page.locator('[data-import]').first().waitFor();
  },
  import: async (page) => {
    await page.goto('/data');
    await page.locator('[data-import] a').first().click();
    await page.locator('[data-sum=read]').waitFor();
  },
  profile: async (page) => {
    await page.goto('/data/profiles');
    await page.locator('[data-profile] a').last().click();
    await page.locator('[data-action=download]').waitFor();
  },
  lineage: async (page) => {
    await page.goto('/data/lineage');
    await page.locator('[data-batch]').first().waitFor();
  },
  corrections: async (page) => {
    await page.goto('/data/corrections');
    await page.locator('[data-action=add-erasure]').waitFor();
  },
  reference: async (page) => {
    await page.goto('/data/reference/organisation');
    await page.locator('[data-key]').first().waitFor();
  },
};

for (const language of languages) {
  for (const theme of themes) {
    for (const width of widths) {
      test.describe(`${language} ${theme} ${width}`, () => {
        test.use({ language, theme, viewport: { width, height: width < 600 ? 844 : 900 } });
        for (const [name, open] of Object.entries(pages)) {
          test(name, async ({ page }) => {
            await open(page);
            await quiet(page);
            await showWhole(page);
            await page.screenshot({ path: `${FOLDER}/${name}-${language}-${theme}-${width}.png` });
          });
        }
      });
    }
  }
}

for (const language of languages) {
  for (const [width, height] of [
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    test.describe(`the wall ${language} ${width}`, () => {
      test.use({ language, viewport: { width, height } });
      for (const [step, scene] of ['national', 'regions', 'warnings'].entries()) {
        test(scene, async ({ page }) => {
          await page.goto('/wall');
          for (let turn = 0; turn < step; turn += 1) await page.keyboard.press('ArrowRight');
          await quiet(page);
          await page.screenshot({ path: `${FOLDER}/wall-${scene}-${language}-${width}.png` });
        });
      }
    });
  }
}

for (const language of languages) {
  test.describe(`on paper ${language}`, () => {
    // as wide as the text of an A4 page
    test.use({ language, theme: 'dark', viewport: { width: 703, height: 995 } });
    for (const name of ['overview', 'trends', 'timeliness', 'warning', 'cases', 'rules', 'data']) {
      test(name, async ({ page }) => {
        await pages[name]?.(page);
        await quiet(page);
        await page.emulateMedia({ media: 'print' });
        await quiet(page);
        await page.screenshot({ path: `${FOLDER}/paper-${name}-${language}.png`, fullPage: true });
        await page.pdf({ path: `${FOLDER}/paper-${name}-${language}.pdf`, preferCSSPageSize: true });
      });
    }
  });
}

test.describe('before the door', () => {
  test.use({ storageState: { cookies: [], origins: [] } });
  test('sign-in', async ({ page }) => {
    await page.goto('/sign-in');
    await quiet(page);
    await page.screenshot({ path: `${FOLDER}/sign-in.png` });
  });
});

test.describe('the README', () => {
  test.use({ viewport: { width: 1440, height: 1400 }, deviceScaleFactor: 1 });
  test('picture', async ({ page }) => {
    await pages['overview']?.(page);
    await quiet(page);
    await page.screenshot({ path: README_PICTURE, fullPage: true });
  });
});
