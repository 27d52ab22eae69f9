import type { Import, Profile } from '@tocsin/contracts';
import { expect, test } from '@playwright/test';
import { type EmptyServer, startEmptyServer } from '../product/empty-server.ts';
import { ask } from './signed-in.ts';

/** Enough that the import is seen on its way. */
const ROWS = 300_000;

/** No day is later than the 12th, no column tells the source, and one status is no code. */
function ledger(): Buffer {
  const rows = Array.from(
    { length: ROWS },
    (_, index) => `T${index},${1 + (index % 12)}/${1 + (index % 7)}/2025,${index % 3 === 0 ? '搁置' : '办结'}`,
  );
  return Buffer.from(`${['投诉编号,受理日期,状态', ...rows].join('\n')}\n`);
}

test.describe('a file that leaves questions open', () => {
  test.describe.configure({ mode: 'serial' });
  test.setTimeout(120_000);
  let server: EmptyServer;
  test.beforeAll(async () => {
    server = await startEmptyServer();
  });
  test.afterAll(() => server.stop());

  test('asks them, takes the answers into its profile, and is imported while the page tells how far', async ({
    browser,
  }) => {
    const page = await server.open(browser);
    await page.goto('/data');
    await page.setInputFiles('input[type=file]', { name: '台账.csv', mimeType: 'text/csv', buffer: ledger() });
    await expect(page.locator('[data-question]')).toHaveCount(3);
    await expect(page.locator('[data-action=import]')).toBeDisabled();

    const order = page.locator('[data-question=day-order]');
    await expect(order).toContainText('“月/日”也可按“日/月”');
    await order.locator('[data-answer=day-first]').click();
    await expect(order).toHaveCount(0);

    const codes = page.locator('[data-question=unknown-codes]');
    await expect(codes).toContainText('搁置');
    await codes.locator('[data-value=搁置] select').selectOption('open');
    await expect(codes).toHaveCount(0);

    await page.evaluate(() => localStorage.setItem('tocsin.locale', 'en'));
    await page.reload();
    const source = page.locator('[data-question=source]');
    await expect(source).toContainText('No column tells where the complaints came from');
    await expect(page.locator('[data-question]')).toHaveCount(1);
    await source.locator('[data-answer=regulator]').click();
    await expect(page.locator('[data-question]')).toHaveCount(0);

    await page.evaluate(() => {
      const shares = new Set<string>();
      Object.assign(window, { shares });
      const look = () => {
        shares.add(document.querySelector('.import-head [role=progressbar]')?.getAttribute('aria-valuenow') ?? '');
        requestAnimationFrame(look);
      };
      look();
    });
    await page.click('[data-action=import]');
    await expect(page.locator('[data-state=done]')).toBeVisible({ timeout: 60_000 });
    const shares = await page.evaluate(() => [...(window as unknown as { shares: Set<string> }).shares]);
    const between = shares.filter((share) => Number(share) > 0 && Number(share) < 100);
    expect(between, shares.join()).not.toEqual([]);

    const { imports } = await ask<{ imports: Import[] }>(server.api, '/api/v1/imports');
    const [taken] = imports;
    expect(taken).toMatchObject({ state: 'done', read: ROWS, added: ROWS, rejected: 0 });
    const profile = await ask<Profile>(server.api, `/api/v1/profiles/${taken?.profile ?? ''}`);
    expect(profile).toMatchObject({
      constants: { source: 'regulator' },
      fields: { received_at: { dates: ['d/M/yyyy'] }, status: { values: { 搁置: 'open' } } },
    });
  });

  test('shows how an import stands without its stream, from the record alone', async ({ browser }) => {
    const page = await server.open(browser);
    await page.route('**/api/v1/imports/*/progress', (route) => route.abort('connectionfailed'));
    await page.goto('/data');
    await page.setInputFiles('input[type=file]', {
      name: '另一份.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('complaint_id,received_at,source\nZ-1,2025-03-04,self\n'),
    });
    await page.click('[data-action=import]');
    await expect(page.locator('[data-state=done]')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('[data-count=added]')).toHaveAttribute('value', '1');
  });
});
