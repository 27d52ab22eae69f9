import type { Page } from '@playwright/test';
import type { GetIndicatorsReply } from '@tocsin/contracts';
import { type EmptyServer, startEmptyServer } from '../product/empty-server.ts';
import { expect, test } from './signed-in.ts';

const MINUTE = 60_000;
const wall = (page: Page) => page.locator('main.wall');
const connection = (page: Page) => page.locator('[data-part=connection]');
const volume = (page: Page) => wall(page).locator('[data-measure=complaints] data');

const DAY = 86_400_000;
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** One complaint forwarded by the regulator for each of the last hundred days, today included. */
function complaints(batch: string): string {
  const today = Date.now();
  const row = (_: unknown, back: number) =>
    JSON.stringify({
      ...{ complaint_id: `${batch}${back}`, received_at: `${isoDay(today - back * DAY)}T00:30:00+08:00` },
      ...{ kind: 'complaint', source: 'regulator', region: '370100', organisation: 'hq', status: 'open' },
      ...{ line: 'life.traditional', reason: 'sale' },
    });
  return Array.from({ length: 100 }, row).join('\n');
}

async function put(server: EmptyServer, batch: string): Promise<void> {
  const answer = await server.api.post('/api/v1/imports?wait=true', {
    data: complaints(batch),
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': `wall-${batch}` },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const figureOf = async (server: EmptyServer, from: string, until: string) => {
  const query = { from, until, basis: 'regulator' };
  const answer = await server.api.get('/api/v1/indicators', { params: query });
  const { indicators } = (await answer.json()) as GetIndicatorsReply;
  return indicators.find(({ measure }) => measure === 'complaints')?.value;
};
const lastMonth = () => {
  // the product's day, eight hours ahead of UTC
  const now = new Date(Date.now() + DAY / 3);
  const month = (back: number) => isoDay(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
  return [month(1), month(0)] as const;
};

test('ten minutes on the wall, with the server restarted in the middle', async ({ browser }) => {
  test.setTimeout(240_000);
  const server = await startEmptyServer();
  try {
    await put(server, 'A');
    const page = await server.open(browser);
    await page.setViewportSize({ width: 1920, height: 1080 });
    const broken: string[] = [];
    page.on('pageerror', ({ message }) => broken.push(message));
    await page.clock.install();
    await page.goto('/wall');
    const [from, until] = lastMonth();
    const days = (Date.parse(until) - Date.parse(from)) / DAY;
    await expect(volume(page)).toHaveText(String(days));
    expect(await figureOf(server, from, until)).toBe(days);

    const seen = new Set<string>();
    const turn = async (minutes: number) => {
      for (let half = 0; half < minutes * 2; half += 1) {
        seen.add((await wall(page).getAttribute('data-scene')) ?? '');
        await page.clock.runFor(MINUTE / 2);
        await expect(page.locator('[data-part=clock]')).toBeVisible();
        await expect(page.locator('[data-part=data-time]')).toContainText('数据至');
      }
    };
    await turn(4);
    expect([...seen].sort()).toEqual(['national', 'regions', 'warnings']);
    await expect(connection(page)).toHaveAttribute('data-lost', 'false');

    await server.restart(async () => {
      await expect(connection(page)).toHaveAttribute('data-lost', 'true');
      await turn(2);
      // what was there stays, with the word that it is old
      await expect(connection(page)).toContainText(/连接已断开/);
    });
    await put(server, 'B');
    await turn(4);
    await expect(connection(page)).toHaveAttribute('data-lost', 'false');
    await page.keyboard.press(' ');
    await page.locator('[data-scene=national]').last().click();
    await expect(volume(page)).toHaveText(String(2 * days));
    expect(await figureOf(server, from, until)).toBe(2 * days);
    expect(broken).toEqual([]);
  } finally {
    await server.stop();
  }
});

test('a scene is held and turned by keyboard; nothing is smaller than 20 pixels at 1080 lines', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.clock.install();
  await page.goto('/wall');
  for (const scene of ['national', 'regions', 'warnings']) {
    await expect(wall(page)).toHaveAttribute('data-scene', scene);
    await expect(wall(page).locator('data, .numbers, .number').first()).not.toHaveText('—');
    const small = await wall(page).evaluate((root) =>
      [...root.querySelectorAll('*')]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''))
        .filter((one) => one.getClientRects().length > 0 && one.closest('.visually-hidden') === null)
        .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 19.99)
        .map((one) => one.textContent),
    );
    expect(small).toEqual([]);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Space');
  await page.clock.runFor(2 * MINUTE);
  await expect(wall(page)).toHaveAttribute('data-scene', 'national');
  await page.keyboard.press('Space');
  await page.clock.runFor(MINUTE / 2);
  await expect(wall(page)).toHaveAttribute('data-scene', 'regions');
});
