import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './signed-in.ts';

const pages = [
  '/overview',
  '/trends',
  '/trends?split=region&grain=month',
  '/regions',
  '/regions?region=370000',
  '/cases',
  '/timeliness',
  '/warnings',
  '/rules',
  '/exports',
  '/wall',
  '/data',
  '/data/feeds',
];
/** What browsers call good is four times as much. */
const MOST_MOVED = 0.025;
/** Answers come in an order of their own on each page, some long after the others, as from a server with much to do. */
const LONGEST_WAIT_MS = 600;

for (const width of [1440, 390]) {
  test.describe(`${width} wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const path of pages) {
      test(`nothing on ${path} jumps while it loads`, async ({ page }) => {
        await slowly(page);
        await page.addInitScript(noteMoves);
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        const moves = await page.evaluate(() => globalThis.tocsinMoves);
        const moved = moves.reduce((sum, { value }) => sum + value, 0);
        expect(moved, moves.map(({ what }) => what).join('\n')).toBeLessThan(MOST_MOVED);
      });
    }
  });
}

test('no figure is asked for twice while a page loads', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const path = request.url().replace(/^.*(?=\/api\/v1\/)/, '');
    if (/^\/api\/v1\/(indicators|series|expectation|breakdown|changes|freshness)\b/.test(path)) asked.push(path);
  });
  const begun = page.waitForResponse('**/api/v1/feed');
  await page.goto('/overview');
  await begun;
  await expect(page.locator('[data-chart=reasons] .bars').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.length).toBeGreaterThan(5);
  expect([...new Set(asked)]).toEqual(asked);
});

/** The wait of an answer follows from its address, so that it is the same in every run. */
async function slowly(page: Page): Promise<void> {
  await page.route('**/api/v1/**', async (route) => {
    const address = route
      .request()
      .url()
      .replace(/^.*\/api\//, '');
    if (!address.startsWith('v1/feed')) {
      const sum = [...address].reduce((total, letter, at) => (total * 31 + letter.charCodeAt(0) + at) % 997, 7);
      await sleep((sum / 997) * LONGEST_WAIT_MS);
    }
    await route.continue();
  });
}

declare global {
  // what the page keeps for us
  var tocsinMoves: { value: number; what: string }[];
}

/** Runs in the page before its own scripts: how much of the screen moved how far, without a person having done anything. */
function noteMoves(): void {
  interface Shift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
  }
  globalThis.tocsinMoves = [];
  const place = ({ y, height }: DOMRect) => `${Math.round(y)} (${Math.round(height)} high)`;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
      if (hadRecentInput) continue;
      const parts = sources.map(({ node, previousRect, currentRect }) => {
        const name = node instanceof Element ? `${node.nodeName}.${String(node.className)}` : (node?.nodeName ?? '');
        return `${name}: ${place(previousRect)} → ${place(currentRect)}`;
      });
      globalThis.tocsinMoves.push({ value, what: `${value.toFixed(4)} ${parts.join('; ')}` });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
