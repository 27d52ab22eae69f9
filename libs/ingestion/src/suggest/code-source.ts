import { type CanonicalField, type FieldSource, canonicalFields } from '@tocsin/contracts';
import { codeSetOf } from '../check/code-sets.ts';
import { headingKey } from '../profile/heading.ts';
import { canonicalProfile } from '../profile/shipped/canonical.ts';

export interface CodeSource {
  /** The dictionary and separator that a column needs; empty where its values are codes already. */
  readonly source: Partial<FieldSource>;
  /** Different values that are neither codes nor names of any, where the field takes nothing else. */
  readonly unknown: readonly string[];
  readonly codes: readonly string[];
}

/** How a column's values become the codes of a field: by the names that the canonical profile knows. */
export function codeSource(field: CanonicalField, values: readonly string[]): CodeSource {
  const place = canonicalFields.find(({ name }) => name === field.name);
  const shipped = place && canonicalProfile.fields[place.name];
  const set = codeSetOf(field.codeSet ?? '');
  if (shipped?.values === undefined || set === undefined) return { source: {}, unknown: [], codes: [] };
  const codes = set.codes.map(({ code }) => code);
  const known = new Map(Object.entries(shipped.values).map(([text, code]) => [headingKey(text), code]));
  const used = [...(shipped.separator ?? '')].filter((sign) => values.some((value) => value.includes(sign)));
  const parts = field.type === 'codes' ? values.flatMap((value) => cut(value, used)) : values;
  const foreign = [...new Set(parts)].filter((part) => !codes.includes(part));
  const mapped = foreign.flatMap((part): [string, string][] => {
    const code = known.get(headingKey(part));
    return code === undefined ? [] : [[part, code]];
  });
  return {
    source: {
      ...(mapped.length > 0 && { values: Object.fromEntries(mapped) }),
      ...(used.length > 0 && { separator: used.join('') }),
    },
    unknown: set.closed ? foreign.filter((part) => !known.has(headingKey(part))) : [],
    codes,
  };
}

function cut(value: string, signs: readonly string[]): string[] {
  let parts = [value];
  for (const sign of signs) parts = parts.flatMap((part) => part.split(sign));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
