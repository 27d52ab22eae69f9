import type { Role } from '@tocsin/contracts';
import type { Browser, BrowserContext } from '@playwright/test';
import { demo } from '../product/demo-env.ts';
import { expect } from './signed-in.ts';

const PASSWORD = 'a long word for tests';

/** Somebody else in a window of their own: an account of this role, made by the demo's administrator. */
export async function asRole(browser: Browser, role: Role): Promise<BrowserContext> {
  const admin = await browser.newContext({ baseURL: demo.url, storageState: demo.state });
  const name = `${role}-${(await (await admin.request.get('/api/v1/accounts')).text()).length}`;
  const made = await admin.request.post('/api/v1/accounts', { data: { name, password: PASSWORD, role } });
  expect(made.ok(), await made.text()).toBe(true);
  await admin.close();
  const own = await browser.newContext({ baseURL: demo.url, storageState: { cookies: [], origins: [] } });
  const answer = await own.request.post('/api/v1/session', { data: { name, password: PASSWORD } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return own;
}
