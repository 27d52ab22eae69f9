import type { GetCaseReply, GetTimelinessReply, ListCasesReply } from '@tocsin/contracts';
import type { Page } from '@playwright/test';
import { ask, expect, test } from './signed-in.ts';

const filter = { from: '2026-10-01', until: '2026-11-01', basis: 'company' };
const OCTOBER = new URLSearchParams(filter).toString();
const casesOf = (page: Page, more: Record<string, string>) =>
  ask<ListCasesReply>(page.request, '/api/v1/cases', { ...filter, ...more });
const total = (page: Page) => page.locator('[data-part=case-total]');
const rows = (page: Page) => page.locator('tr[data-case]');

test('the list counts as the API does, goes on page after page, and finds words', async ({ page }) => {
  await page.goto(`/cases?${OCTOBER}`);
  const all = await casesOf(page, {});
  expect(all.total).toBeGreaterThan(100);
  await expect(total(page)).toHaveAttribute('value', String(all.total));
  await expect(rows(page)).toHaveCount(50);
  await page.locator('[data-action=more-cases]').click();
  await expect(rows(page)).toHaveCount(100);
  const second = await casesOf(page, { after: all.next ?? '' });
  const ids = await rows(page).evaluateAll((some) => some.map((one) => (one as HTMLElement).dataset['case']));
  expect(ids).toEqual([...all.cases, ...second.cases].map(({ id }) => id));

  await page.locator('[data-control=case-search]').fill('退保');
  await expect(page).toHaveURL(/q=/);
  const found = await casesOf(page, { q: '退保' });
  expect(found.total).toBeLessThan(all.total);
  await expect(total(page)).toHaveAttribute('value', String(found.total));
  await expect(rows(page).first().locator('mark').first()).toHaveText('退保');
  await page.reload();
  await expect(total(page)).toHaveAttribute('value', String(found.total));
});

test('a facet narrows the list to as many as it says', async ({ page }) => {
  await page.goto(`/cases?${OCTOBER}`);
  const value = page.locator('[data-facet=line] button').first();
  const count = (await value.locator('data').getAttribute('value')) ?? '';
  await value.click();
  await expect(value).toHaveAttribute('aria-pressed', 'true');
  await expect(total(page)).toHaveAttribute('value', count);
});

test('a case opens by keyboard and tells how its time stands and where it came from', async ({ page }) => {
  await page.goto(`/cases?${OCTOBER}`);
  const [first] = (await casesOf(page, {})).cases;
  await rows(page).first().locator('a').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${first?.id ?? ''}$`));
  const one = await ask<GetCaseReply>(page.request, `/api/v1/cases/${first?.id ?? ''}`);
  await expect(page.getByRole('heading', { level: 1, name: first?.id ?? '' })).toBeVisible();
  await expect(page.locator('main')).toContainText(one.clock?.why.zh ?? '');
  await expect(page.locator('main')).toContainText(one.case.narrative.slice(0, 40));
  await page
    .getByRole('link', { name: /第 [\d,]+ 行/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/data/imports/${one.versions[0]?.batchId ?? ''}`));
});

test('the figures of what is due are the API’s, and lead to as many cases', async ({ page }) => {
  await page.goto(`/timeliness?${OCTOBER}`);
  const reply = await ask<GetTimelinessReply>(page.request, '/api/v1/timeliness', filter);
  expect(reply.open).toBeGreaterThan(0);
  for (const { band, count } of reply.bands)
    await expect(page.locator(`[data-band=${band}] data`)).toHaveAttribute('value', String(count));
  for (const { code, open, overdue } of reply.organisations.slice(0, 5)) {
    const figures = page.locator(`[data-open-by=organisation] tr[data-code="${code}"] data`);
    await expect(figures.nth(0)).toHaveAttribute('value', String(open));
    await expect(figures.nth(1)).toHaveAttribute('value', String(overdue));
  }
  const links = [
    ['[data-band=overdue]', reply.bands.find(({ band }) => band === 'overdue')?.count],
    ['[data-band=t5]', reply.bands.find(({ band }) => band === 't5')?.count],
    [`[data-age="${reply.ageing[1]?.from ?? 0}"]`, reply.ageing[1]?.open],
    [`[data-age="${reply.ageing.at(-1)?.from ?? 0}"]`, reply.ageing.at(-1)?.open],
    ['[data-open-by=organisation] tbody a', reply.organisations.find(({ code }) => code !== '')?.open],
  ] as const;
  for (const [link, count] of links) {
    await page.locator(link).first().click();
    await expect(page).toHaveURL(/\/cases\?.*due=/);
    await expect(total(page)).toHaveAttribute('value', String(count));
    await page.goBack();
    await expect(page.locator('[data-band=overdue]')).toBeVisible();
  }
});

test('a mark of a chart leads to its cases', async ({ page }) => {
  await page.goto(`/trends?${OCTOBER}&grain=month`);
  await page.locator('[data-chart=trends] canvas').first().waitFor();
  await page.locator('[data-chart=trends] [role=application]').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+F10');
  await page.locator('[data-mark-action=cases]').click();
  await expect(page).toHaveURL(/\/cases\?.*from=2026-10-01&until=2026-11-01/);
  const { total: count } = await casesOf(page, {});
  await expect(total(page)).toHaveAttribute('value', String(count));
});
