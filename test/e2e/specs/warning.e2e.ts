import type { Alert, GetAlertReply, KnownIncident, ListAlertsReply } from '@tocsin/contracts';
import type { Page } from '@playwright/test';
import { accentOf, levelColour, pixelsOf } from './pixels.ts';
import { asRole } from './as-role.ts';
import { ask, expect, type Language, test, type Theme } from './signed-in.ts';

const cases: readonly { language: Language; theme: Theme }[] = [
  { language: 'zh-CN', theme: 'light' },
  { language: 'en', theme: 'dark' },
];
const text = (sentence: Alert['headline'], language: Language) => (language === 'en' ? sentence.en : sentence.zh);

/** The gravest open warning about a series of counts, or about a matter of fact. */
async function warningWith(page: Page, what: 'series' | 'fact'): Promise<string> {
  const { alerts } = await ask<ListAlertsReply>(page.request, '/api/v1/alerts');
  for (const { id, feed } of alerts) {
    const { cases: fact } = await ask<GetAlertReply>(page.request, `/api/v1/alerts/${id}`);
    if (feed === null && (fact !== null) === (what === 'fact')) return id;
  }
  throw new Error(`The demo has no open warning about a ${what}.`);
}

test('a matter of fact leads to its complaint, and shows neither chart nor chance', async ({ page }) => {
  const id = await warningWith(page, 'fact');
  const { cases: fact } = await ask<GetAlertReply>(page.request, `/api/v1/alerts/${id}`);
  await page.goto(`/warnings/${id}`);
  await expect(page.locator('[data-card=fact]')).toBeVisible();
  await expect(page.locator('[data-chart=evidence]')).toHaveCount(0);
  await page.locator('[data-card=fact] a').click();
  await expect(page).toHaveURL(fact?.id === null ? /\/cases\?/ : new RegExp(`/cases/${fact?.id ?? ''}`));
});

for (const { language, theme } of cases) {
  test.describe(`in ${language}, ${theme}`, () => {
    test.use({ language, theme });

    test('the list holds every open warning, the highest level first', async ({ page }) => {
      const { alerts, total } = await ask<ListAlertsReply>(page.request, '/api/v1/alerts');
      expect(total).toBeGreaterThan(0);
      await page.goto('/warnings');
      await expect(page.locator('[data-alert]')).toHaveCount(alerts.length);
      const ids = await page
        .locator('[data-alert]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-alert')));
      expect([...ids].sort()).toEqual(alerts.map(({ id }) => id).sort());
      const ranks = ids.map((id) =>
        ['blue', 'yellow', 'orange', 'red'].indexOf(alerts.find((one) => one.id === id)?.level ?? ''),
      );
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    });

    test('a warning opens, and its chart draws the line and where it fired', async ({ page }) => {
      await page.goto('/warnings');
      const id = await warningWith(page, 'series');
      await page.locator(`[data-alert="${id}"]`).click();
      await expect(page).toHaveURL(new RegExp(`/warnings/${id}$`));

      const reply = await ask<GetAlertReply>(page.request, `/api/v1/alerts/${id}`);
      await expect(
        page.getByRole('heading', { level: 1 }).filter({ hasText: text(reply.alert.headline, language) }),
      ).toBeVisible();
      await expect(page.locator('[data-event]')).toHaveCount(reply.events.length);
      await expect(page.locator('[data-contributor]')).toHaveCount(reply.contributors.length);

      const canvas = page.locator('[data-chart=evidence] canvas').first();
      await expect(canvas).toBeVisible();
      const colours = { line: accentOf(theme), fired: levelColour(theme, reply.alert.level) };
      await expect.poll(async () => (await pixelsOf(canvas, colours))['line']).toBeGreaterThan(200);
      expect((await pixelsOf(canvas, colours))['fired']).toBeGreaterThan(30);
      // what is not there must not be found either, or the counting proves nothing
      expect((await pixelsOf(canvas, { other: '#FF00FF' }))['other']).toBe(0);
    });
  });
}

test('an address of no warning says so', async ({ page }) => {
  await page.goto('/warnings/no-such-warning');
  await expect(page.getByRole('alert')).toContainText('没有找到');
});

test('the chart can be read by keyboard', async ({ page }) => {
  await page.goto(`/warnings/${await warningWith(page, 'series')}`);
  const chart = page.locator('[data-chart=evidence] [role=application]');
  await expect(chart.locator('canvas').first()).toBeVisible();
  await chart.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(chart.locator('[aria-live]')).toContainText(/\d{4}-\d{2}-\d{2}/);
  await expect(page.locator('.chart-tip-title')).toBeVisible();
});

test('a verdict is given, makes an incident known, is seen in the list and by who may not judge, and is taken back', async ({
  page,
  browser,
}) => {
  const incidentsOf = async (id: string) => {
    const { incidents } = await ask<{ incidents: KnownIncident[] }>(page.request, '/api/v1/incidents');
    return incidents.filter((one) => one.id.startsWith(`warning-${id}`));
  };
  const id = await warningWith(page, 'series');
  const { alert } = await ask<GetAlertReply>(page.request, `/api/v1/alerts/${id}`);
  await page.goto(`/warnings/${id}`);
  const card = page.locator('[data-card=verdict]');
  await expect(card.locator('[data-part=no-verdict]')).toBeVisible();
  await expect(card.locator('[data-action=judge]')).toBeDisabled();
  await card.getByRole('radio', { name: /^属实/ }).check();
  await card.getByRole('textbox').fill('已与分公司核实');
  await card.locator('[data-action=judge]').click();
  await expect(card.locator('[data-verdict=confirmed]')).toContainText('已与分公司核实');
  const [incident, ...more] = await incidentsOf(id);
  expect(more).toEqual([]);
  expect(incident).toMatchObject({ from: alert.firstBucket, slice: alert.slice, origin: 'verdict' });

  const own = await asRole(browser, 'executive');
  const theirs = await own.newPage();
  await theirs.goto('/warnings');
  await expect(theirs.locator(`[data-alert="${id}"]`)).toContainText('属实');
  await theirs.goto(`/warnings/${id}`);
  await expect(theirs.locator('[data-verdict=confirmed]')).toBeVisible();
  await expect(theirs.locator('[data-action=judge]')).toHaveCount(0);
  await own.close();

  await card.locator('[data-action=take-back]').click();
  await expect(card.locator('[data-part=no-verdict]')).toBeVisible();
  await expect(card.locator('[data-action=judge]')).toBeDisabled();
  expect(await incidentsOf(id)).toEqual([]);
});
