import { type APIRequestContext, test as plain } from '@playwright/test';

export type Language = 'zh-CN' | 'en';
export type Theme = 'light' | 'dark';

/** Tests on the demo's pages by someone who is signed in, in a language and a theme of their choice. */
export const test = plain.extend<{ language: Language; theme: Theme }>({
  language: ['zh-CN', { option: true }],
  theme: ['light', { option: true }],
  page: async ({ page, language, theme }, use) => {
    await page.addInitScript(
      ([locale, appearance]) => {
        localStorage.setItem('tocsin.locale', locale);
        localStorage.setItem('tocsin.theme', appearance);
      },
      [language, theme] as const,
    );
    await use(page);
  },
});

export { expect } from '@playwright/test';

/** Asks the API as the page does, with the same cookie. */
export async function ask<Reply>(
  api: APIRequestContext,
  path: string,
  query: Record<string, string> = {},
): Promise<Reply> {
  const answer = await api.get(path, { params: query, headers: { accept: 'application/json' } });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Reply;
}
