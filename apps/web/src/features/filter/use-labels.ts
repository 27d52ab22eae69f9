import { cityOf, dictionaryOf, type Dimension, type GetDictionaries, reportingRegion } from '@tocsin/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { call } from '../../api/request.ts';

/** Cities are named among the regions: each dimension offers its own. */
const isOffered = (dimension: Dimension, code: string): boolean =>
  dimension === 'city' ? cityOf(code) === code : dimension !== 'region' || reportingRegion(code) === code;

/**
 * Codes of every dimension with their names in the reader's language, as the server knows them: the product's own, renamed
 * and added to by the company. They come with the first figures; until then a name is blank, and a table that is made of names
 * waits for them: its rows would change their heights.
 */
export function useLabels() {
  const { locale, t } = useI18n();
  const { data, isPending } = useQuery({
    queryKey: ['dictionaries'],
    queryFn: ({ signal }) => call<typeof GetDictionaries>('GET', '/api/v1/dictionaries', { signal }),
    staleTime: 10 * 60_000,
  });

  const codesOf = (dimension: Dimension): { code: string; label: string }[] => {
    const named = data.value?.dictionaries[dictionaryOf(dimension)] ?? [];
    const isEnglish = locale.value === 'en';
    return named
      .filter(({ code }) => isOffered(dimension, code))
      .map(({ code, zh, en }) => ({ code, label: (isEnglish ? en || zh : zh || en) || code }));
  };
  /** Names looked up before; a new map whenever the dictionaries or the language change. */
  const cached = computed(() => ({
    of: new Map<Dimension, Map<string, string>>(),
    because: [data.value, locale.value],
  }));
  const namesOf = (dimension: Dimension): Map<string, string> => {
    const known = cached.value.of.get(dimension);
    if (known) return known;
    const made = new Map(codesOf(dimension).map(({ code, label }) => [code, label]));
    cached.value.of.set(dimension, made);
    return made;
  };
  /** A code's name; an unknown code speaks for itself, and an empty one says that nothing was given. */
  const label = (dimension: Dimension, code: string): string =>
    code === ''
      ? t('common.notGiven')
      : code === '…'
        ? t('common.rest')
        : (namesOf(dimension).get(code) ?? (isPending.value ? '' : code));
  return { codesOf, label, areComing: isPending };
}
