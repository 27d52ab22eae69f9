import type { Backtest, ListRulesReply, ListRuleVersionsReply, RuleSummary } from '@tocsin/contracts';
import type { Page } from '@playwright/test';
import { asRole } from './as-role.ts';
import { ask, expect, test } from './signed-in.ts';

/** A rule over series that is not one of those that ship: what is done to it is nobody else's business. */
async function ownRule(page: Page, id: string): Promise<RuleSummary> {
  const rule = {
    ...{ kind: 'series', id, label: { zh: '试验规则', en: 'A rule to try' }, measure: 'complaints', basis: 'company' },
    ...{ where: { region: ['370000'] }, split: [], grain: 'week', minCount: 3, enabled: false },
    detector: { name: 'ears-c2' },
  };
  const answer = await page.request.put(`/api/v1/rules/${id}`, { data: { rule, expectedVersion: 0 } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as RuleSummary;
}

test('an earlier version of a rule is kept anew, and the later one stays in the history', async ({ page }) => {
  await ownRule(page, 'care-versions');
  await page.goto('/rules/care-versions');
  await page.locator('[data-field=min-count]').fill('9');
  const save = page.locator('[data-action=save]');
  await expect(save).toBeEnabled();
  await save.click();
  await expect(page.locator('[data-version]')).toHaveCount(2);
  await expect(page.locator('[data-version="2"]')).toContainText('3 → 9');

  await page.locator('[data-version="1"] [data-action=restore]').click();
  await expect(page.locator('[data-version]')).toHaveCount(3);
  await expect(page.locator('[data-version="3"]')).toContainText('9 → 3');
  await expect(page.locator('[data-field=min-count]')).toHaveValue('3');
  const { rule } = await ask<RuleSummary>(page.request, '/api/v1/rules/care-versions');
  expect(rule).toMatchObject({ version: 3, minCount: 3, enabled: false });
  const { versions } = await ask<ListRuleVersionsReply>(page.request, '/api/v1/rules/care-versions/versions');
  expect(versions.map((one) => [one.version, one.rule.kind === 'series' ? one.rule.minCount : null])).toEqual([
    [3, 3],
    [2, 9],
    [1, 3],
  ]);
});

/** Runs the back-test of a rule's page and compares its table with what the API answers. */
async function backtested(page: Page, id: string): Promise<Backtest> {
  await page.goto(`/rules/${id}`);
  const panel = page.locator('[data-part=backtest]');
  await panel.locator('[data-field=backtest-from]').fill('2026-09-01');
  const run = panel.locator('[data-action=backtest]');
  await expect(run).toBeEnabled();
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/backtests') && answer.ok());
  await run.click();
  const made = (await (await begun).json()) as Backtest;
  await expect(panel.getByRole('progressbar').or(panel.locator('[data-outcome]').first())).toBeVisible();
  await expect(run.or(panel.locator('[data-outcome]').first()).first()).toBeVisible();

  await expect(panel.locator('[data-outcome]').first()).toBeVisible({ timeout: 150_000 });
  const test = await ask<Backtest>(page.request, `/api/v1/backtests/${made.id}`);
  expect(test.state).toBe('done');
  expect(test.input).toMatchObject({ from: '2026-09-01' });
  const rows = panel.locator('[data-outcome]');
  await expect(rows).toHaveCount(test.outcomes.length);
  for (const [at, outcome] of test.outcomes.entries()) {
    if (outcome.trouble !== null) continue;
    await expect(rows.nth(at).locator('td.figure')).toHaveText([
      outcome.warnings.toLocaleString('en-US'),
      String(outcome.perWeek),
      String(outcome.falsePerWeek),
    ]);
  }
  return test;
}

test('a back-test is started on the page, tells how far it is, and shows the figures of the API', async ({ page }) => {
  test.setTimeout(180_000);
  await ownRule(page, 'care-backtest');
  const { outcomes } = await backtested(page, 'care-backtest');
  expect(outcomes.length).toBeGreaterThan(1);
});

test('so are rules about places and about facts; where nothing could be stricter it is said', async ({ page }) => {
  test.setTimeout(300_000);
  const put = async (id: string, more: object) => {
    const rule = { id, label: { zh: '试验规则', en: 'A rule to try' }, enabled: false, budgetPerWeek: 5, ...more };
    const answer = await page.request.put(`/api/v1/rules/${id}`, { data: { rule, expectedVersion: 0 } });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await put('care-places', { kind: 'scan', over: 'regions', simulations: 99 });
  const places = await backtested(page, 'care-places');
  expect(places.outcomes.map(({ variant, trouble }) => [variant, trouble])).toEqual([
    [null, null],
    [{ 'limit.recurrenceDays': 180 }, null],
    [{ 'limit.recurrenceDays': 730 }, null],
  ]);
  await expect(page.locator('[data-outcome]').nth(1)).toContainText('偶然出现一次的间隔天数 180');

  await put('care-facts', { kind: 'trigger', trigger: { name: 'media' } });
  const facts = await backtested(page, 'care-facts');
  expect(facts.outcomes).toMatchObject([{ variant: null, trouble: null }]);
  await expect(page.locator('[data-part=backtest] [data-part=note]').last()).toContainText('没有更严的参数可以建议');
});

test('an executive reads rules, may change none, and is told why', async ({ browser }) => {
  const theirs = await asRole(browser, 'executive');
  const page = await theirs.newPage();
  await page.goto('/rules');
  const { rules, mayChange } = await ask<ListRulesReply>(page.request, '/api/v1/rules');
  expect(mayChange).toBe(false);
  await expect(page.locator('[data-rule]')).toHaveCount(rules.filter(({ rule }) => !rule.removed).length);
  await expect(page.locator('main')).toContainText('您可以查看规则，但不能修改：需要管理员、消保或分析角色');
  await expect(page.locator('[data-rule] [role=switch]').first()).toBeDisabled();
  await expect(page.locator('a[href="/rules/new"]')).toHaveCount(0);

  const { rule } = rules[0] as RuleSummary;
  await page.goto(`/rules/${rule.id}`);
  await expect(page.locator('[data-part=read-only]')).toContainText('不能修改');
  await expect(page.locator('[data-part=in-words]')).not.toBeEmpty();
  await expect(page.locator('[data-version]').first()).toBeVisible();
  for (const action of ['save', 'remove', 'restore', 'backtest'])
    await expect(page.locator(`[data-action=${action}]`)).toHaveCount(0);

  const { version, removed: _, ...draft } = rule;
  const sentence = '这一操作需要以下角色之一：管理员、消保、分析；您的角色是管理层。';
  const refused = [
    await page.request.put(`/api/v1/rules/${rule.id}`, { data: { rule: draft, expectedVersion: version } }),
    await page.request.put(`/api/v1/rules/${rule.id}/enabled`, { data: { enabled: false, expectedVersion: version } }),
    await page.request.delete(`/api/v1/rules/${rule.id}?expectedVersion=${version}`),
    await page.request.post('/api/v1/backtests', {
      data: { rules: [{ id: rule.id }], from: '2026-09-01', until: '2026-10-01' },
    }),
  ];
  for (const answer of refused) {
    expect(answer.status(), answer.url()).toBe(403);
    expect(((await answer.json()) as { detail?: { zh: string } }).detail?.zh).toContain(sentence);
  }
  expect((await ask<RuleSummary>(page.request, `/api/v1/rules/${rule.id}`)).rule.version).toBe(version);
  await theirs.close();
});
