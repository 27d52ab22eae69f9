import type { ListRulesReply, PreviewRuleReply, RuleSummary } from '@tocsin/contracts';
import { ask, expect, test } from './signed-in.ts';

test('every rule stands in the list, and one opens with its versions', async ({ page }) => {
  const { rules } = await ask<ListRulesReply>(page.request, '/api/v1/rules');
  await page.goto('/rules');
  await expect(page.locator('[data-rule]')).toHaveCount(rules.filter(({ rule }) => !rule.removed).length);
  await page.locator('[data-rule] a').first().click();
  await expect(page.locator('[data-version]').first()).toBeVisible();
});

test('a mark of a chart becomes a rule: what it would have done, a budget, and it is switched on', async ({ page }) => {
  await page.goto('/trends?from=2025-11-01&until=2026-11-01&grain=week&region=370000&basis=company');
  await page.locator('[data-chart=trends] canvas').first().waitFor();
  await page.locator('[data-chart=trends] [role=application]').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+F10');
  await page.locator('[data-mark-action=rule]').click();
  await expect(page).toHaveURL(/\/rules\/new\?.*region=370000/);

  await page.locator('[data-method=ears-c2]').click();
  const tried = page.waitForResponse((answer) => answer.url().endsWith('/rules/preview') && answer.ok());
  await page.locator('[data-field=min-count]').fill('3');
  const reply = (await (await tried).json()) as PreviewRuleReply;
  await expect(page.locator('[data-part=would]')).toHaveAttribute('data-total', String(reply.firings.total));
  await expect(page.locator('[data-chart=rule-preview] canvas').first()).toBeVisible();

  await page.locator('[data-field=budget]').fill('2');
  await page.locator('[data-field=id]').fill('shandong-watched');
  const save = page.locator('[data-action=save]');
  await expect(save).toBeEnabled();
  await save.click();
  await expect(page).toHaveURL(/\/rules\/shandong-watched$/);
  const { rule } = await ask<RuleSummary>(page.request, '/api/v1/rules/shandong-watched');
  expect(rule).toMatchObject({
    ...{ kind: 'series', enabled: true, budgetPerWeek: 2, minCount: 3, version: 1 },
    where: { region: ['370000'] },
    detector: { name: 'ears-c2' },
  });
});
