import type { Sentence } from '@tocsin/contracts';

/** So many names of events are said; of more only that there are some. */
const MOST_NAMES = 3;

/** What known events are called, each name once, to stand behind the word for what they are: 「台风」, " (Typhoon)"; nothing where they are many. */
export function eventNames(labels: readonly Sentence[]): Sentence {
  const names = [...new Map(labels.map((label) => [label.zh, label])).values()];
  if (names.length === 0 || names.length > MOST_NAMES) return { zh: '', en: '' };
  return {
    zh: `「${names.map(({ zh }) => zh).join('」「')}」`,
    en: ` (${names.map(({ en }) => en).join(', ')})`,
  };
}
