import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import { headingKey } from '../profile/heading.ts';
import { headingSynonyms } from '../profile/shipped/heading-synonyms.ts';

/** Without signs: `Date_Received?` and `date received` are one. */
const loose = (text: string): string => headingKey(text).replace(/[\s_\-.?:/()[\]、，：？（）【】*#]/gu, '');
const words = (text: string): string[] =>
  headingKey(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

interface Named {
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly words: readonly (readonly string[])[];
}

const named = new Map<CanonicalFieldName, Named>(
  canonicalFields.map(({ name, label }) => {
    const own = [name, label.zh, label.en];
    const all = [...own, ...headingSynonyms[name]];
    return [name, { own: new Set(own.map(loose)), all: new Set(all.map(loose)), words: all.map(words) }];
  }),
);

const HAN = /[\u4e00-\u9fff]/;

/**
 * How much a heading sounds like a field, 0–1: 0.95 for the field's own name or label, 0.9 for one of its other names,
 * less where only a part agrees (`投诉受理日期` holds `受理日期`, `closing date` shares a word with `date closed`).
 */
export function nameEvidence(heading: string, field: CanonicalFieldName): number {
  // `_source`, `_id`: what a program wrote for itself.
  return heading.startsWith('_') ? 0.3 * likeness(heading, field) : likeness(heading, field);
}

function likeness(heading: string, field: CanonicalFieldName): number {
  const names = named.get(field);
  const key = loose(heading);
  if (names === undefined || key === '') return 0;
  if (names.own.has(key)) return 0.95;
  if (names.all.has(key)) return 0.9;
  return HAN.test(key) ? partInCommon(key, names.all) : wordsInCommon(words(heading), names.words);
}

/** The longest name of two characters and more that the heading holds; the end weighs most, for it says what it is. */
function partInCommon(key: string, names: ReadonlySet<string>): number {
  let best = 0;
  for (const name of names) {
    if (name.length < 2 || !HAN.test(name) || !key.includes(name)) continue;
    best = Math.max(best, (key.endsWith(name) ? 0.85 : 0.6) * Math.sqrt(name.length / key.length));
  }
  return best;
}

function wordsInCommon(heading: readonly string[], names: readonly (readonly string[])[]): number {
  let best = 0;
  for (const name of names) {
    const common = name.filter((word) => heading.includes(word)).length;
    const all = new Set([...name, ...heading]).size;
    if (common > 0 && common / all >= 0.5) best = Math.max(best, (0.7 * common) / all);
  }
  return best;
}
