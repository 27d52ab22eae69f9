import { type Browser, type BrowserContext, type Page, chromium } from '@playwright/test';
import { chromiumOptions } from '../../e2e/product/chromium.ts';
import { type Probe, installClickProbe, installProbe } from './page-probe.ts';
import type { ServerProcess } from './server-process.ts';
import { afterBench } from './workspace.ts';

/** A question as the page asks it. */
export interface PageCall {
  readonly path: string;
  readonly accept: string;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page has asked since the last time this was called. */
  readonly asked: () => PageCall[];
}

/** Nothing changed and nothing was asked for so long: the page stands. */
const QUIET_MS = 500;
const PATIENCE_MS = 120_000;

export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch(chromiumOptions);
  afterBench(() => browser.close());
  return browser;
}

/** A fresh profile without anything in its cache, signed in as the administrator of this machine, on an empty page. */
export async function freshPage(browser: Browser, server: ServerProcess): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Asia/Shanghai',
    extraHTTPHeaders: { ...server.headers },
  });
  await context.addInitScript(installProbe);
  await context.addInitScript(installClickProbe);
  const page = await context.newPage();
  let calls: PageCall[] = [];
  page.on('request', (request) => {
    const path = request.url().slice(server.url.length);
    if (request.method() !== 'GET' || !path.startsWith('/api/') || path.startsWith('/api/v1/feed')) return;
    calls.push({ path, accept: request.headers()['accept'] ?? '*/*' });
  });
  const asked = (): PageCall[] => {
    const these = calls;
    calls = [];
    return these;
  };
  return { page, context, asked };
}

/** Waits until the page stands, and says what it noted. */
export async function standing(page: Page): Promise<Probe> {
  const stands = ([quiet]: readonly [number]): boolean => {
    const { open, content, charts, clicked } = globalThis.tocsinProbe;
    return open === 0 && charts > 0 && performance.now() - Math.max(content, clicked) > quiet;
  };
  await page.waitForFunction(stands, [QUIET_MS] as const, { polling: 50, timeout: PATIENCE_MS });
  return page.evaluate(() => globalThis.tocsinProbe);
}
