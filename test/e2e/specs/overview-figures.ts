import type { GetBreakdownReply, GetIndicatorsReply, GetSeriesReply } from '@tocsin/contracts';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { ask } from './signed-in.ts';

/** The figures of the overview, however it came by them. Numbers as they are, not as they are written. */
export interface Figures {
  readonly cards: Record<string, number>;
  readonly overdue: number[];
  readonly regions: Record<string, number>;
  readonly reasons: number[];
  readonly weeks: Record<string, number>;
}

const CARDS = ['complaints', 'per_100m_premium', 'per_10k_policies', 'on_time_closure'];
const filterNames = [
  'from',
  'until',
  'basis',
  'region',
  'organisation',
  'line',
  'product',
  'sales_channel',
  'link',
  'reason',
];

/** The filter that stands in the page's address. */
export function filterOf(page: Page): Record<string, string> {
  const search = new URL(page.url()).searchParams;
  return Object.fromEntries(filterNames.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])));
}

/** Waits until the page shows its figures and nothing is under way any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page).toHaveURL(/from=.*until=/);
  await expect(page.locator('[data-measure=complaints] data')).toBeVisible();
  await expect(page.locator('[data-chart=trend] canvas')).toBeVisible();
  await expect(page.locator('[data-chart=regions] [data-region]').first()).toBeVisible();
  await expect(page.locator('[data-chart=reasons] li').first()).toBeVisible();
  await page.waitForLoadState('load');
  await page.waitForTimeout(300);
}

async function shownFigures(page: Page): Promise<Figures> {
  const numbers = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
  const cards: [string, number][] = [];
  for (const card of CARDS) {
    const [value = NaN] = await numbers(`[data-measure=${card}] data`);
    cards.push([card, value]);
  }
  const regions = await page.locator('[data-chart=regions] [data-region]').evaluateAll((all) =>
    all.flatMap((one) => {
      const { region = '', value = '' } = (one as HTMLElement).dataset;
      return value === '' ? [] : [[region, Number(value)] as [string, number]];
    }),
  );
  const overdue = await numbers('[data-card=timeliness] data');
  const reasons = await numbers('[data-chart=reasons] li data');
  return {
    cards: Object.fromEntries(cards),
    overdue,
    regions: Object.fromEntries(regions),
    reasons,
    weeks: await shownWeeks(page),
  };
}

/** The trend's figures, from its table view. */
async function shownWeeks(page: Page): Promise<Record<string, number>> {
  const trend = page.locator('[data-chart=trend]');
  await trend.getByRole('button', { name: /^(表格|Table)$/ }).click();
  const rows = await trend
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => (cell as HTMLElement).dataset['value'] ?? '')),
    );
  await trend.getByRole('button', { name: /^(图形|Chart)$/ }).click();
  return Object.fromEntries(rows.flatMap(([at = '', value = '']) => (value === '' ? [] : [[at, Number(value)]])));
}

/** The same figures from the API, asked with the page's own filter. */
async function apiFigures(api: APIRequestContext, page: Page, shown: Figures): Promise<Figures> {
  const filter = filterOf(page);
  const { indicators, timeliness } = await ask<GetIndicatorsReply>(api, '/api/v1/indicators', filter);
  const everywhere = { ...filter, region: '' };
  const regions = await ask<GetBreakdownReply>(api, '/api/v1/breakdown', { ...everywhere, by: 'region' });
  const reasons = await ask<GetBreakdownReply>(api, '/api/v1/breakdown', { ...filter, by: 'reason', level: '2' });
  const starts = Object.keys(shown.weeks).sort();
  const end = new Date(Date.parse(starts.at(-1) ?? '') + 7 * 86_400_000).toISOString().slice(0, 10);
  const window = { ...filter, from: starts[0] ?? '', until: end };
  const { points } = await ask<GetSeriesReply>(api, '/api/v1/series', { ...window, by: 'week' });
  return {
    cards: Object.fromEntries(
      indicators.filter(({ measure }) => CARDS.includes(measure)).map(({ measure, value }) => [measure, value ?? 0]),
    ),
    overdue: [timeliness.overdue, timeliness.nearDue],
    regions: Object.fromEntries([
      // a region without a row had none: the page says 0, the API nothing
      ...Object.keys(shown.regions).map((region) => [region, 0] as [string, number]),
      ...regions.rows.flatMap(({ code, value }) =>
        /^\d{6}$/.test(code) && value !== null ? [[code, value] as [string, number]] : [],
      ),
    ]),
    reasons: reasons.rows
      .flatMap(({ value }) => (value === null ? [] : [value]))
      .sort((a, b) => b - a)
      .slice(0, 14),
    weeks: Object.fromEntries(points.flatMap(({ at, value }) => (value === null ? [] : [[at, value]]))),
  };
}

/** The page comes to show exactly what the API says; answers what it shows. Figures may still be on their way at first. */
export async function expectFiguresOfApi(page: Page): Promise<Figures> {
  let shown: Figures | undefined;
  await expect(async () => {
    shown = await shownFigures(page);
    expect(shown).toEqual(await apiFigures(page.request, page, shown));
  }).toPass({ timeout: 30_000 });
  if (shown === undefined) throw new Error('The overview shows no figures.');
  return shown;
}
