import { readFile } from 'node:fs/promises';
import type { CaseRow, ExportJob, ListCasesReply } from '@tocsin/contracts';
import type { Download, Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { ask, expect, test } from './signed-in.ts';

const OCTOBER = { from: '2026-10-01', until: '2026-11-01', basis: 'company' };
const EVER = { from: '2024-01-01', until: '2027-01-01', basis: 'company' };

/** Every case of a filter as the API lists them, page after page. */
async function everyCase(page: Page, filter: Record<string, string>): Promise<CaseRow[]> {
  const cases: CaseRow[] = [];
  for (let after = ''; ;) {
    const more: Record<string, string> = after === '' ? {} : { after };
    const reply = await ask<ListCasesReply>(page.request, '/api/v1/cases', { ...filter, ...more, limit: '10000' });
    cases.push(...reply.cases);
    if (reply.next === null) return cases;
    after = reply.next;
  }
}

/** Asks for the list as a file, on the page, and follows it on the page of exports until it can be fetched. */
async function exported(page: Page, filter: Record<string, string>, format: 'csv' | 'xlsx') {
  await page.goto(`/cases?${new URLSearchParams(filter).toString()}`);
  await page.locator('[data-action=export-cases]').click();
  const begun = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/exports') && answer.status() === 202);
  await page.locator(`[data-format=${format}]`).click();
  const asked = (await (await begun).json()) as ExportJob;
  await expect(page).toHaveURL(/\/exports$/);
  const line = page.locator(`[data-export="${asked.id}"]`);
  await expect(line).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
  const fetching = page.waitForEvent('download');
  await line.locator('a').click();
  return { asked, line, download: await fetching };
}

interface Sheet {
  readonly head: string[];
  readonly rows: string[][];
}
const texts = (values: unknown, columns: number): string[] =>
  Array.from({ length: columns }, (_, at) => String((values as unknown[])[at + 1] ?? '').replace(/^\uFEFF/, ''));

/** Heading and rows of the first sheet, as a spreadsheet reads them; empty cells are ''. */
async function sheetOf(download: Download): Promise<Sheet> {
  const path = await download.path();
  const isCsv = download.suggestedFilename().endsWith('.csv');
  // cells as they are: the number of a complaint must not be read as a number
  const sheet = isCsv
    ? await new ExcelJS.Workbook().csv.readFile(path, { map: (value: string) => value })
    : (await new ExcelJS.Workbook().xlsx.readFile(path)).worksheets[0];
  const all: unknown[] = [];
  sheet?.eachRow(({ values }) => all.push(values));
  return asSheet(all);
}

/** The same of a long workbook, row by row: at once it would take the reader minutes. */
async function longSheetOf(download: Download): Promise<Sheet> {
  const all: unknown[] = [];
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(await download.path(), {}))
    for await (const { values } of sheet) all.push(values);
  return asSheet(all);
}

function asSheet(all: readonly unknown[]): Sheet {
  const columns = (all[0] as unknown[]).length - 1;
  const [head = [], ...rows] = all.map((values) => texts(values, columns));
  return { head, rows };
}

const column = ({ head, rows }: Sheet, name: string) => {
  const at = head.indexOf(name);
  expect(at, `${name} among ${head.join()}`).toBeGreaterThanOrEqual(0);
  return rows.map((row) => row[at] ?? '');
};
/** What a spreadsheet would run as a formula is defused by an apostrophe. */
const asCsv = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

for (const format of ['xlsx', 'csv'] as const) {
  test(`cases as ${format} open in a spreadsheet with the rows of the API`, async ({ page }) => {
    const cases = await everyCase(page, OCTOBER);
    expect(cases.length).toBeGreaterThan(100);
    const { line, download } = await exported(page, OCTOBER, format);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^tocsin-cases-.*\\.${format}$`));
    await expect(line).toContainText(`${cases.length.toLocaleString('en-US')} 行`);
    const sheet = await sheetOf(download);
    const written = (text: string) => (format === 'csv' ? asCsv(text) : text);
    for (const name of ['id', 'region', 'organisation', 'line', 'reason', 'status'] as const)
      expect(column(sheet, name), name).toEqual(cases.map((one) => written(one[name])));
    expect(column(sheet, 'groupSize')).toEqual(cases.map(({ groupSize }) => String(groupSize)));
  });
}

test('a large list is written in the background, tells how far it is, and is whole', async ({ page }) => {
  test.setTimeout(180_000);
  const { total } = await ask<ListCasesReply>(page.request, '/api/v1/cases', { ...EVER, limit: '1' });
  expect(total).toBeGreaterThan(10_000);
  const { asked, line, download } = await exported(page, EVER, 'xlsx');
  // answered before a row was written
  expect(asked).toMatchObject({ state: 'waiting', rows: 0, bytes: null });
  const job = await ask<ExportJob>(page.request, `/api/v1/exports/${asked.id}`);
  expect(job).toMatchObject({ state: 'done', rows: total, trouble: null });
  await expect(line).toContainText(`${total.toLocaleString('en-US')} 行`);
  expect((await readFile(await download.path())).byteLength).toBe(job.bytes);
  const sheet = await longSheetOf(download);
  expect(new Set(column(sheet, 'id')).size).toBe(total);
  const regions = new Map<string, number>();
  for (const region of column(sheet, 'region')) regions.set(region, (regions.get(region) ?? 0) + 1);
  const { rows } = await ask<{ rows: { code: string; value: number }[] }>(page.request, '/api/v1/breakdown', {
    ...{ ...EVER, measure: 'complaints', by: 'region', limit: '100' },
  });
  expect(rows.length).toBeGreaterThan(20);
  for (const { code, value } of rows.filter((one) => one.code !== '…'))
    expect(regions.get(code) ?? 0, code).toBe(value);
});

test('while one export is written the next one waits, and both say so', async ({ page }) => {
  const query = new URLSearchParams(EVER).toString();
  const ask202 = async () =>
    (await (
      await page.request.post('/api/v1/exports', { data: { kind: 'cases', query, format: 'xlsx' } })
    ).json()) as ExportJob;
  const [first, second] = [await ask202(), await ask202()];
  const seen: { first: number; states: string[] }[] = [];
  await page.goto('/exports');
  await expect(page.locator(`[data-export="${second.id}"]`)).toBeVisible();
  for (;;) {
    const { exports } = await ask<{ exports: ExportJob[] }>(page.request, '/api/v1/exports');
    const [one, two] = [first, second].map(({ id }) => exports.find((job) => job.id === id));
    seen.push({ first: one?.rows ?? 0, states: [one?.state ?? '', two?.state ?? ''] });
    if (two?.state === 'done') break;
  }
  // the second never begins before the first is done, and rows only grow
  for (const { states } of seen) if (states[0] !== 'done') expect(states[1]).toBe('waiting');
  const rows = seen.map((one) => one.first);
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  await expect(page.locator(`[data-export="${second.id}"]`)).toHaveAttribute('data-state', 'done');
});
