import type { GetFreshnessReply, ListAlertsReply } from '@tocsin/contracts';
import type { Page } from '@playwright/test';
import { settled } from './overview-figures.ts';
import { accentOf, pixelsOf } from './pixels.ts';
import { type Language, ask, expect, test } from './signed-in.ts';

const OCTOBER = 'from=2026-10-01&until=2026-11-01&basis=company';
/** Pixels. */
const PAPER = 703;
const chart = (page: Page, name: string) => page.locator(`[data-chart=${name}] canvas`).first();
const widthOf = async (page: Page) => (await chart(page, 'trend').boundingBox())?.width;
const printed = (page: Page) => page.emulateMedia({ media: 'print' });

const sentences: readonly (readonly [Language, string, string, string])[] = [
  ['zh-CN', '诉警 Tocsin · 总览', '2026年10月（2026-10-01 至 2026-10-31），公司口径', '数据版本'],
  ['en', 'Tocsin 诉警 · Overview', 'Oct 2026 (2026-10-01 to 2026-10-31), ', 'data version'],
];
for (const [language, product, filter, version] of sentences) {
  test.describe(`in ${language}, in the dark`, () => {
    test.use({ language, theme: 'dark' });

    test('a printed page says what it is, about what and as of when, and is light', async ({ page }) => {
      await page.goto(`/overview?${OCTOBER}`);
      await settled(page);
      await expect(page.locator('[data-part=paper-head]')).toBeHidden();
      const { dataVersion } = await ask<GetFreshnessReply>(page.request, '/api/v1/freshness');
      const onScreen = await widthOf(page);
      await printed(page);
      const head = page.locator('[data-part=paper-head]');
      await expect(head).toContainText(product);
      await expect(head.locator('[data-part=paper-filter]')).toContainText(filter);
      await expect(head.locator('[data-part=paper-as-of]')).toContainText(version);
      await expect(head.locator('[data-part=paper-as-of]')).toContainText(dataVersion);
      await expect(head).toContainText(new URL(page.url()).pathname);
      for (const gone of ['nav', '.bar', '[data-filter=region]', '[data-action=account]'])
        await expect(page.locator(gone).first()).toBeHidden();

      await expect.poll(() => accents(page)).toEqual({ light: true, dark: false });
      await page.emulateMedia({ media: 'screen' });
      await expect.poll(() => accents(page)).toEqual({ light: false, dark: true });
      await expect.poll(() => widthOf(page)).toBe(onScreen);
      await expect(page.locator('nav').first()).toBeVisible();
    });
  });
}

test('the wall has a heading on paper: what it is, about which days, and as of when', async ({ page }) => {
  await page.goto(`/wall?${OCTOBER}`);
  await expect(page.locator('[data-part=data-time]')).not.toBeEmpty();
  const head = page.locator('[data-part=paper-head]');
  await expect(head).toBeHidden();
  await page.setViewportSize({ width: PAPER, height: 1000 });
  await printed(page);
  await expect(head).toContainText('诉警 Tocsin · 大屏');
  await expect(head.locator('[data-part=paper-filter]')).toContainText('2026-10-01 至 2026-10-31');
  await expect(head.locator('[data-part=paper-as-of]')).toContainText('数据版本');
  const [above, below] = [await head.boundingBox(), await page.locator('main.wall').boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  expect(below?.width).toBeLessThanOrEqual(PAPER);
});

test.describe('before the door', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('a printed page says what it is, and that it shows no data', async ({ page }) => {
    await page.goto('/sign-in');
    const head = page.locator('[data-part=paper-head]');
    await expect(head).toBeAttached();
    await expect(head).toBeHidden();
    await printed(page);
    await expect(head).toContainText('诉警 Tocsin · 登录');
    await expect(head.locator('[data-part=paper-as-of]')).toContainText(
      /没有数据 · 打印于 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/,
    );
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
    await expect(page.locator('[data-action=language]')).toBeHidden();
  });
});

/** In which theme's accent the trend is drawn. */
async function accents(page: Page) {
  const found = await pixelsOf(chart(page, 'trend'), { light: accentOf('light'), dark: accentOf('dark') });
  return { light: (found['light'] ?? 0) > 50, dark: (found['dark'] ?? 0) > 50 };
}

test.describe('a sheet of paper', () => {
  test.use({ theme: 'dark' });

  test('shows charts that were drawn anew for it before it was laid out', async ({ page }) => {
    await page.goto(`/overview?${OCTOBER}`);
    await settled(page);
    // after the product's own listener, before the browser lays out the paper
    await page.evaluate(() =>
      addEventListener('beforeprint', () => {
        const canvas = document.querySelector<HTMLCanvasElement>('[data-chart=trend] canvas');
        const isDark = document.documentElement.classList.contains('dark');
        Object.assign(globalThis, { atPrint: { isDark, picture: canvas?.toDataURL() ?? '' } });
      }),
    );
    const before = await chart(page, 'trend').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    const sheet = await page.pdf({ preferCSSPageSize: true });
    expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
    const atPrint = await page.evaluate(
      () => (globalThis as unknown as { atPrint?: { isDark: boolean; picture: string } }).atPrint,
    );
    expect(atPrint?.isDark).toBe(false);
    expect(atPrint?.picture.length).toBeGreaterThan(1000);
    expect(atPrint?.picture).not.toBe(before);
    await expect.poll(() => accents(page)).toEqual({ light: false, dark: true });
  });
});

test('no page is wider than paper, and cards stay whole', async ({ page }) => {
  test.setTimeout(180_000);
  const { alerts } = await ask<ListAlertsReply>(page.request, '/api/v1/alerts');
  const paths = [`/overview?${OCTOBER}`, `/trends?${OCTOBER}&split=region`, `/regions?${OCTOBER}`, `/cases?${OCTOBER}`];
  const more = [
    `/timeliness?${OCTOBER}`,
    '/warnings',
    `/warnings/${alerts[0]?.id ?? ''}`,
    '/rules',
    '/data',
    '/gallery',
  ];
  // the text of an A4 page between margins of 12 mm
  await page.setViewportSize({ width: PAPER, height: 1000 });
  const wider: Record<string, string[]> = {};
  for (const path of [...paths, ...more]) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await printed(page);
    await expect(page.locator('[data-part=paper-head]'), path).toBeVisible();
    if ((await page.evaluate(() => document.documentElement.scrollWidth)) > PAPER) wider[path] = await widest(page);
    const cards = await page
      .locator('main .card')
      .evaluateAll((all) => all.map((card) => getComputedStyle(card).breakInside));
    expect(new Set([...cards, 'avoid']).size, path).toBe(1);
  }
  expect(wider).toEqual({});
});

/** What reaches past the edge of the paper, the innermost first. */
const widest = (page: Page): Promise<string[]> =>
  page.locator('main *').evaluateAll(
    (all, paper) =>
      all
        .filter((one) => one.getBoundingClientRect().right > paper + 1)
        .map((one) => `${one.tagName}.${one.getAttribute('class') ?? ''} ${one.textContent?.slice(0, 30) ?? ''}`)
        .reverse()
        .slice(0, 5),
    PAPER,
  );
