import type { Page } from '@playwright/test';

/** A menu of the filter bar, and what is clicked in it one after another. No state comes twice: none is remembered. */
interface Menu {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  /** Clicks: how many, and the place of each. */
  readonly count: number;
  readonly click: (page: Page, index: number) => Promise<void>;
  /** A menu that shuts itself after a click is opened again. */
  readonly shutsItself?: boolean;
}

const tick = async (page: Page, index: number): Promise<void> => page.locator('.pick .option').nth(index).click();
const pick = (dimension: string, count: number): Menu => ({
  name: dimension,
  count,
  open: (page) => page.locator(`[data-filter=${dimension}]`).click(),
  click: tick,
});

export const menus: readonly Menu[] = [
  { ...pick('region', 10) },
  { ...pick('line', 8) },
  {
    name: 'sales channel',
    count: 6,
    open: async (page) => {
      await page.locator('.filter-bar').getByRole('button', { name: '更多筛选' }).click();
      await page.getByRole('button', { name: '销售渠道' }).click();
    },
    click: tick,
  },
  {
    name: 'period',
    count: 7,
    shutsItself: true,
    open: (page) => page.locator('.filter-bar .period').click(),
    click: async (page, index) => page.locator('.presets .preset').nth(index).click(),
  },
];

/** Takes back what was chosen; the filter's own button shows only where there is something to take back. */
export async function reset(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const button = page.locator('.filter-bar .reset');
  if (await button.isVisible()) await button.click();
}
