export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

const KEY = 'tocsin.locale';

/** The language chosen before, else Chinese: the product is Chinese first, whatever the browser prefers. */
export function rememberedLocale(): Locale {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Storage is closed to us: the choice lasts until the page is left.
  }
}
