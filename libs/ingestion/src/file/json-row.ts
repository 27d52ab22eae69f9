import type { Fault } from '../check/fault.ts';
import { headingKey } from '../profile/heading.ts';
import type { Plan } from '../profile/plan.ts';

/** One NDJSON line taken apart; `keys` and `texts` are what it said, for showing. */
export interface JsonRow {
  readonly keys: readonly string[];
  readonly texts: readonly string[];
  readonly faults: readonly Fault[];
}

/**
 * Puts the values of a JSON object into `cells` (in the order of the plan's columns, '' when absent or null). Numbers
 * and flags become text, a list of single values is joined by `|`. A number too long to be kept exactly is refused, for
 * JSON has lost digits. Of several names of one column the first value that is not empty counts.
 */
export function readJsonRow(line: string, plan: Plan, cells: string[]): JsonRow {
  const object = parseObject(line);
  if (object === undefined)
    return { keys: [], texts: [], faults: [{ code: 'not-json', field: '', value: '', expected: '' }] };
  const keys = Object.keys(object);
  const texts: string[] = [];
  const faults: Fault[] = [];
  for (let place = 0; place < plan.columns.length; place++) cells[place] = '';
  for (const key of keys) {
    const text = textOf(object[key]);
    texts.push(text ?? JSON.stringify(object[key]));
    const place = plan.placeOfKey.get(key) ?? plan.placeOfKey.get(headingKey(key));
    if (place === undefined) faults.push({ code: 'unknown-field', field: key.slice(0, 64), value: '', expected: '' });
    else if (text === undefined) faults.push({ code: 'not-a-value', field: key, value: '', expected: '' });
    else if (place >= 0 && cells[place] === '') cells[place] = text;
  }
  return { keys, texts, faults };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? (parsed as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** A single value as text; undefined for one that is not. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part) => (typeof part === 'string' || typeof part === 'number' ? String(part) : undefined));
  return parts.includes(undefined) ? undefined : parts.join('|');
}
