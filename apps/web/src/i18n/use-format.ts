import type { Sentence } from '@tocsin/contracts';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { monthLabel, periodLabel, shortDay } from './days.ts';
import { formatCount } from './format.ts';
import type { Locale } from './locale.ts';

/** Numbers, days and the server's bilingual sentences in the reader's language. */
export function useFormat() {
  const { locale } = useI18n();
  const current = computed(() => locale.value as Locale);
  return {
    locale: current,
    count: (value: number | null) => formatCount(value, current.value),
    sentence: (sentence: Sentence) => (current.value === 'en' ? sentence.en : sentence.zh),
    label: (label: { zh: string; en: string }) => (current.value === 'en' ? label.en : label.zh),
    shortDay: (day: string) => shortDay(day, current.value),
    month: (day: string, withYear = false) => monthLabel(day, current.value, withYear),
    period: (from: string, until: string) => periodLabel(from, until, current.value),
  };
}
