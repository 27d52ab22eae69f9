import type { Fault } from '../check/fault.ts';
import { headingKey } from '../profile/heading.ts';
import type { Plan } from '../profile/plan.ts';
import { trimmed } from '../profile/record-mapper.ts';

/** One NDJSON line taken apart; `shown` is what it said, for showing: undefined where it is no object, or an empty one. */
export interface JsonRow {
  readonly faults: readonly Fault[];
  shown(): Readonly<Record<string, string>> | undefined;
}

/**
 * Puts the values of a JSON object into `cells` (in the order of the plan's columns, '' when absent or null). Numbers
 * and flags become text, a list of single values is joined by `|`. A number too long to be kept exactly is refused, for
 * JSON has lost digits. Of several names of one column the first value that is not empty counts.
 */
export function readJsonRow(line: string, plan: Plan, cells: string[]): JsonRow {
  const object = parseObject(line);
  if (object === undefined) return { faults: [NOT_JSON], shown: () => undefined };
  const faults: Fault[] = [];
  for (let place = 0; place < plan.columns.length; place++) cells[place] = '';
  for (const key in object) {
    const text = textOf(object[key]);
    const place = plan.placeOfKey.get(key) ?? plan.placeOfKey.get(headingKey(key));
    if (place === undefined) faults.push({ code: 'unknown-field', field: key.slice(0, 64), value: '', expected: '' });
    else if (text === undefined) faults.push({ code: 'not-a-value', field: key, value: '', expected: '' });
    else if (place >= 0 && cells[place] === '') cells[place] = text;
  }
  return { faults, shown: () => shownOf(object) };
}

const NOT_JSON: Fault = { code: 'not-json', field: '', value: '', expected: '' };

function shownOf(object: Readonly<Record<string, unknown>>): Record<string, string> | undefined {
  const entries = Object.entries(object);
  if (entries.length === 0) return undefined;
  return Object.fromEntries(entries.map(([key, value]) => [key, textOf(value) ?? JSON.stringify(value)]));
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
  if (typeof value === 'string') return trimmed(value);
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : String(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map((part) => (typeof part === 'string' || typeof part === 'number' ? String(part) : undefined));
  return parts.includes(undefined) ? undefined : parts.join('|');
}
