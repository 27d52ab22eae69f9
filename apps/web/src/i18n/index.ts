import { createI18n } from 'vue-i18n';
import { type Locale, rememberLocale, rememberedLocale } from './locale.ts';
import zhCn from './messages/zh-cn/index.ts';
import { openSection, openSections, type Section } from './sections.ts';

/** Chinese is always there; English is loaded when it is first wanted. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Locale,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCn } as Record<string, typeof zhCn>,
});

/** Switches the language of everything, the document's own included, and remembers it. */
export async function setLocale(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18n.global.availableLocales.includes('en')) {
    i18n.global.setLocaleMessage('en', (await import('./messages/en/index.ts')).default);
  }
  for (const messages of await openSections(locale)) i18n.global.mergeLocaleMessage(locale, messages);
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  rememberLocale(locale);
}

/** Has the messages of a section at hand before its page is shown; a later switch of language brings them too. */
export async function loadSection(section: Section): Promise<void> {
  const locale = i18n.global.locale.value as Locale;
  i18n.global.mergeLocaleMessage(locale, await openSection(section, locale));
}

export const startLocale = () => setLocale(rememberedLocale());
