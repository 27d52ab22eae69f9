import type { FieldSource } from '@tocsin/contracts';
import { headingKey } from './heading.ts';
import { checkedPattern } from './pattern.ts';

/** So many different values of a column are remembered; further ones are looked up anew each time. */
const MOST_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 100;

/** Source value → canonical value; undefined for one that the profile refuses. The value is never empty. */
export type MapValue = (value: string) => string | undefined;

/**
 * A field's dictionary, then its rules, then what becomes of the rest. The dictionary is looked up as it is written,
 * then without regard to width, case and white space. A value that is already one of its results is left alone. Equal
 * values come again and again: each is worked out once. Undefined where a source maps nothing.
 */
export function valueMap({ values, rules = [], otherwise }: FieldSource): MapValue | undefined {
  if (values === undefined && rules.length === 0 && otherwise === undefined) return undefined;
  const written = new Map(Object.entries(values ?? {}));
  const tolerant = new Map([...written].map(([value, result]) => [headingKey(value), result]));
  const results = new Set(written.values());
  const patterns = rules.map(({ matches, value }) => [checkedPattern(matches), value] as const);
  const workOut: MapValue = (value) => {
    if (results.has(value)) return value;
    const listed = tolerant.get(headingKey(value));
    if (listed !== undefined) return listed;
    for (const [pattern, result] of patterns) if (pattern.matches(value)) return result;
    return otherwise === undefined || otherwise === 'keep'
      ? value
      : otherwise === 'refuse'
        ? undefined
        : otherwise.value;
  };
  return (value) => {
    const known = written.get(value);
    if (known !== undefined) return known;
    const result = workOut(value);
    if (result !== undefined && value.length <= LONGEST_REMEMBERED && written.size < MOST_REMEMBERED) {
      written.set(value, result);
    }
    return result;
  };
}
