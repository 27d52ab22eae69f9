import { expect, test } from '@playwright/test';
import { type Product, runProduct } from '../product/run-product.ts';

/** Twelve visits in one region on one day: the rule for visits fires at ten. */
const VISITS = 12;
const dayBefore = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

function visitsCsv(): string {
  const header = 'complaint_id,received_at,source,intake_channel,region,line,reason,status';
  const rows = Array.from({ length: VISITS }, (_, index) =>
    [
      `V-${index}`,
      `${dayBefore(1)} 10:00:0${index % 10}`,
      'regulator',
      'visit',
      '540000',
      'property.motor',
      'claim.delay',
      'open',
    ].join(),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

test.describe('an empty server', () => {
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(120_000);
  // cookies know no ports: the demo's would be sent here too
  test.use({ storageState: { cookies: [], origins: [] } });
  let product: Product;
  test.beforeAll(async () => {
    product = await runProduct(['serve']);
  });
  test.afterAll(() => product.stop());

  test('makes its administrator with the printed code, takes a file, and rings without a reload', async ({ page }) => {
    await page.goto(product.url);
    await expect(page).toHaveURL(/\/setup$/);
    const code = /set-up code (\S+)/.exec(product.printed())?.[1] ?? '';
    await page.fill('input[name=name]', '首席管理员');
    await page.fill('input[name=password]', 'a-long-enough-password');
    await page.fill('input[name=again]', 'another-password');
    await page.fill('input[name=code]', code);
    await page.click('button[type=submit]');
    await expect(page.getByRole('alert')).toContainText('不一样');

    await page.fill('input[name=again]', 'a-long-enough-password');
    await page.click('button[type=submit]');
    await expect(page).toHaveURL(/\/overview/);
    await expect(page.getByText('尚无数据')).toBeVisible();

    await page.goto(`${product.url}/data`);
    await expect(page.getByText('还没有导入过数据')).toBeVisible();
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
    await page.setInputFiles('input[type=file]', {
      name: '来访.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(visitsCsv()),
    });
    await page.click('[data-action=import]');

    const toast = page.locator('[data-toast]');
    await expect(toast).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('[data-state=done]')).toBeVisible();
    await toast.getByRole('link').click();
    await expect(page).toHaveURL(/\/warnings\//);
    await expect(page.getByRole('heading', { level: 1 }).last()).toContainText('西藏');
    expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  });

  test('says at the door that the set-up is over', async ({ page }) => {
    await page.goto(`${product.url}/overview`);
    await expect(page).toHaveURL(/\/sign-in/);
  });
});
