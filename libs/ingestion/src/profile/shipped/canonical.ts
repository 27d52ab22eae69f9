import { type CanonicalFieldName, type FieldSource, Profile, canonicalFields } from '@tocsin/contracts';
import { codeSetOf } from '../../check/code-sets.ts';
import { headingSynonyms } from './heading-synonyms.ts';
import { valueSynonyms } from './value-synonyms.ts';

/** Characters by which people separate several values in a cell. */
const SEPARATORS = '|、,，;';

function sourceOf(field: (typeof canonicalFields)[number]): FieldSource {
  const { name, label, type } = field;
  const aliases = [label.zh, label.en, ...headingSynonyms[name]];
  const values = 'codeSet' in field && field.codeSet !== undefined ? valuesOf(field.codeSet) : undefined;
  return {
    column: name,
    aliases: [...new Set(aliases)].filter((alias) => alias !== name),
    ...(values && { values }),
    ...(type === 'codes' && { separator: SEPARATORS }),
  };
}

/**
 * The names of a set's codes in both languages, and how people also write them. A name that two codes share is in
 * none: which is meant cannot be told.
 */
function valuesOf(name: string): Record<string, string> {
  const named =
    codeSetOf(name)?.codes.flatMap(({ code, label }) => [label.zh, label.en].map((text) => [text, code] as const)) ??
    [];
  const taken = new Map<string, string | undefined>();
  for (const [text, code] of named) taken.set(text, taken.has(text) && taken.get(text) !== code ? undefined : code);
  for (const [text, code] of Object.entries(valueSynonyms[name] ?? {})) taken.set(text, code);
  return Object.fromEntries([...taken].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/**
 * Columns are named as the canonical fields are, or by their Chinese or English labels, or by what Chinese companies
 * commonly call them; codes may be written as their names. Only the required columns must be there, in any order.
 */
export const canonicalProfile: Profile = Profile.parse({
  name: 'canonical',
  label: { zh: '标准格式', en: 'Canonical' },
  dates: [
    'yyyy-MM-dd',
    'yyyy-MM-dd HH:mm:ss',
    'iso',
    'yyyy-MM-dd HH:mm',
    'yyyy-MM-ddTHH:mm:ss',
    'yyyy/M/d',
    'yyyy/M/d H:mm',
    'yyyy/M/d H:mm:ss',
    'yyyy-M-d',
    'yyyy-M-d H:mm',
    'yyyy-M-d H:mm:ss',
    'yyyy.M.d',
    'yyyy年M月d日',
    'yyyy年M月d日 H:mm',
    'yyyy年M月d日 H:mm:ss',
    'yyyy年M月d日 H时m分',
    'yyyyMMdd',
    'yyyyMMddHHmmss',
  ],
  fields: Object.fromEntries(
    canonicalFields.map((field): [CanonicalFieldName, FieldSource] => [field.name, sourceOf(field)]),
  ),
});
