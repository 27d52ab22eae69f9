import { type APIRequestContext, type Browser, type Page, request } from '@playwright/test';
import { type Product, runProduct } from './run-product.ts';

const ADMIN = { name: '首席管理员', password: 'a-long-enough-password' };

/** A server without a row, with its administrator signed in. */
export interface EmptyServer {
  readonly api: APIRequestContext;
  /** A new page of the administrator's, in Chinese. */
  readonly open: (browser: Browser) => Promise<Page>;
  /** Ends the server and, after `meanwhile`, starts it again on the same data at the same address. */
  readonly restart: Product['restart'];
  readonly stop: () => Promise<void>;
}

export async function startEmptyServer(settings: Readonly<Record<string, string>> = {}): Promise<EmptyServer> {
  const product: Product = await runProduct(['serve'], settings);
  const code = /set-up code (\S+)/.exec(product.printed())?.[1] ?? '';
  const api = await request.newContext({ baseURL: product.url });
  await api.post('/api/v1/setup', { data: { ...ADMIN, code } });
  const answer = await api.post('/api/v1/session', { data: ADMIN });
  if (!answer.ok()) throw new Error(`The administrator cannot sign in: ${answer.status()} ${await answer.text()}`);
  return {
    api,
    open: async (browser) => {
      const context = await browser.newContext({
        baseURL: product.url,
        storageState: await api.storageState(),
        viewport: { width: 1440, height: 900 },
        timezoneId: 'Asia/Shanghai',
      });
      return context.newPage();
    },
    restart: product.restart,
    stop: async () => {
      await api.dispose();
      await product.stop();
    },
  };
}
