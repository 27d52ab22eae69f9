import { writeFileSync } from 'node:fs';
import { expect, test } from './signed-in.ts';

/** Two and a half of the pieces in which an upload goes, of rows that nobody imports. */
const BYTES = 10 * 1024 * 1024;
const file = () => {
  const row = 'complaint_id,received_at,source\n';
  return { name: '大文件.csv', mimeType: 'text/csv', buffer: Buffer.from(row.repeat(BYTES / row.length)) };
};

test('an upload that is cut off and reloaded goes on where it stopped', async ({ page }) => {
  const sent: string[] = [];
  let isDown = false;
  await page.route('**/api/v1/uploads/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    if (isDown) return route.abort('connectionfailed');
    sent.push((await route.request().headerValue('upload-offset')) ?? '');
    // after the first piece the line is down
    isDown = true;
    return route.continue();
  });

  // a file that is chosen twice must be the same file: Playwright gives buffers a new time, a path keeps its own
  const chosen = file();
  const path = test.info().outputPath(chosen.name);
  writeFileSync(path, chosen.buffer);
  await page.goto('/data');
  await page.setInputFiles('input[type=file]', path);
  await expect(page.locator('[data-upload=lost]')).toBeVisible();
  expect(sent).toEqual(['0']);

  await page.reload();
  await expect(page.locator('[data-unfinished]')).toContainText('大文件.csv');
  isDown = false;
  sent.length = 0;
  await page.unroute('**/api/v1/uploads/*');
  page.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(request.headers()['upload-offset'] ?? '');
  });
  await page.setInputFiles('input[type=file]', path);
  await expect(page).toHaveURL(/\/data\/import\?upload=/);
  expect(sent[0]).toBe(String(4 * 1024 * 1024));
  expect(sent).not.toContain('0');

  const id = new URL(page.url()).searchParams.get('upload') ?? '';
  const whole = await page.request.head(`/api/v1/uploads/${id}`, { headers: { 'tus-resumable': '1.0.0' } });
  expect(Number(whole.headers()['upload-offset'])).toBe(chosen.buffer.length);
});
