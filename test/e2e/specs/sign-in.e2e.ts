import { expect, test } from '@playwright/test';
import { demo } from '../product/demo-env.ts';

test.use({ storageState: { cookies: [], origins: [] } });

test('the printed password opens the door, another does not, and signing out shuts it', async ({ page }) => {
  await page.goto('/warnings');
  await expect(page).toHaveURL(/\/sign-in\?to=(%2F|\/)warnings/);

  await page.fill('input[name=name]', demo.name);
  await page.fill('input[name=password]', 'not-the-password');
  await page.click('button[type=submit]');
  await expect(page.getByRole('alert')).toBeVisible();

  await page.fill('input[name=password]', demo.password);
  await page.click('button[type=submit]');
  await expect(page).toHaveURL(/\/warnings$/);
  await expect(page.locator('[data-alert]').first()).toBeVisible();

  await page.click('[data-action=account]');
  await page.click('[data-action=sign-out]');
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await page.request.get('/api/v1/indicators?from=2026-01-01&until=2026-02-01')).status()).toBe(401);
  await page.goto('/overview');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('the door speaks both languages and remembers which', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
  await page.click('[data-action=language]');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
