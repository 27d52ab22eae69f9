import type { CodeSet } from '@tocsin/contracts';
import type { Source } from './draft.ts';

/** One value of the source and what it becomes. `unknown`: the codes have no such value, so rows would be refused. */
export interface MappedValue {
  readonly from: string;
  readonly to: string;
  readonly isUnknown: boolean;
}

/** The values seen in a column, with what the dictionary makes of each; those that it cannot place come first. */
export function mappedValues(source: Source, seen: readonly string[], codes: CodeSet): MappedValue[] {
  const known = new Set(codes.codes.map(({ code }) => code));
  const pieces = seen.flatMap((text) => (source.separator ? text.split(source.separator) : [text]));
  const all = new Set([...pieces.map((text) => text.trim()), ...Object.keys(source.values ?? {})]);
  all.delete('');
  return [...all]
    .map((from) => {
      const to = source.values?.[from] ?? (known.has(from) ? from : '');
      return { from, to, isUnknown: to === '' && codes.closed };
    })
    .toSorted((a, b) => Number(b.isUnknown) - Number(a.isUnknown));
}

/** The dictionary with one value placed; an empty `to` takes it out. */
export function withValue(values: Source['values'], from: string, to: string): Source['values'] {
  const { [from]: _, ...rest } = values ?? {};
  const next = to === '' ? rest : { ...rest, [from]: to };
  return Object.keys(next).length === 0 ? undefined : next;
}

/** The dictionary that the codes' own names make of the values seen: 监管转办 is `regulator`, without a person saying so. */
export function valuesByName(codes: CodeSet, seen: readonly string[]): Record<string, string> {
  const named = new Map(codes.codes.flatMap(({ code, label }) => [label.zh, label.en].map((name) => [name, code])));
  return Object.fromEntries(
    seen.flatMap((text) => {
      const code = named.get(text.trim());
      return code === undefined ? [] : [[text.trim(), code]];
    }),
  );
}
