import type { Locale } from './locale.ts';

/** Messages of pages that few people open: loaded with them, in the reader's language. */
const sections = {
  alert: {
    'zh-CN': () => import('./messages/zh-cn/alert/index.ts'),
    en: () => import('./messages/en/alert/index.ts'),
  },
  data: {
    'zh-CN': () => import('./messages/zh-cn/data/index.ts'),
    en: () => import('./messages/en/data/index.ts'),
  },
  context: {
    'zh-CN': () => import('./messages/zh-cn/context/index.ts'),
    en: () => import('./messages/en/context/index.ts'),
  },
  exports: {
    'zh-CN': () => import('./messages/zh-cn/exports/index.ts'),
    en: () => import('./messages/en/exports/index.ts'),
  },
  views: {
    'zh-CN': () => import('./messages/zh-cn/views/index.ts'),
    en: () => import('./messages/en/views/index.ts'),
  },
  trends: {
    'zh-CN': () => import('./messages/zh-cn/trends/index.ts'),
    en: () => import('./messages/en/trends/index.ts'),
  },
  regions: {
    'zh-CN': () => import('./messages/zh-cn/regions/index.ts'),
    en: () => import('./messages/en/regions/index.ts'),
  },
  wall: {
    'zh-CN': () => import('./messages/zh-cn/wall/index.ts'),
    en: () => import('./messages/en/wall/index.ts'),
  },
  cases: {
    'zh-CN': () => import('./messages/zh-cn/cases/index.ts'),
    en: () => import('./messages/en/cases/index.ts'),
  },
  rules: {
    'zh-CN': () => import('./messages/zh-cn/rules/index.ts'),
    en: () => import('./messages/en/rules/index.ts'),
  },
  gallery: {
    'zh-CN': () => import('./messages/zh-cn/gallery/index.ts'),
    en: () => import('./messages/en/gallery/index.ts'),
  },
  print: {
    'zh-CN': () => import('./messages/zh-cn/print/index.ts'),
    en: () => import('./messages/en/print/index.ts'),
  },
  timeliness: {
    'zh-CN': () => import('./messages/zh-cn/timeliness/index.ts'),
    en: () => import('./messages/en/timeliness/index.ts'),
  },
} as const;

export type Section = keyof typeof sections;

const wanted = new Set<Section>();

/** Remembers that a section is in use and gives its messages. */
export async function openSection(section: Section, locale: Locale): Promise<object> {
  wanted.add(section);
  return (await sections[section][locale]()).default;
}

/** The messages of every section in use, for a language that is about to be shown. */
export const openSections = (locale: Locale): Promise<object[]> =>
  Promise.all([...wanted].map((section) => openSection(section, locale)));
