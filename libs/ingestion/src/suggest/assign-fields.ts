import { type CanonicalFieldName, type Sentence, canonicalFields } from '@tocsin/contracts';
import type { ColumnShape } from './column-shape.ts';
import { nameEvidence } from './name-evidence.ts';
import { valueEvidence } from './value-evidence.ts';

/** What a column seems to be, how sure that is (0–1), and why. */
export interface FieldSuggestion {
  readonly field: CanonicalFieldName;
  readonly confidence: number;
  readonly because: Sentence;
}

/** Below it nothing is proposed: a wrong field costs a person more than a missing one. */
const LEAST = 0.4;
/** Values alone, without a name that says so, must be this telling. */
const LEAST_WITHOUT_NAME = 0.5;
const ONLY_DATES = 0.45;

/**
 * Gives each column at most one field and each field at most one column, the surest pairs first; of equally sure ones
 * the column that stands first. By column, null where nothing is sure enough.
 */
export function assignFields(columns: readonly ColumnShape[]): (FieldSuggestion | null)[] {
  const pairs = columns
    .flatMap((shape, column) => canonicalFields.map((field) => ({ column, ...suggestionOf(shape, field) })))
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const chosen: (FieldSuggestion | null)[] = columns.map(() => null);
  const taken = new Set<string>();
  for (const { column, field, confidence, because } of pairs) {
    if (chosen[column] !== null || taken.has(field)) continue;
    taken.add(field);
    chosen[column] = { field, confidence: Math.round(confidence * 100) / 100, because };
  }
  if (!taken.has('received_at')) takeOnlyDates(columns, chosen);
  return chosen;
}

/** Where nothing says when complaints were received, and one column alone holds dates, it is likely that one. */
function takeOnlyDates(columns: readonly ColumnShape[], chosen: (FieldSuggestion | null)[]): void {
  const places = [...columns.keys()].filter((place) => columns[place]?.dates !== undefined);
  const [only] = places;
  if (places.length !== 1 || only === undefined || chosen[only] !== null) return;
  const because = {
    zh: '这是唯一的日期列，可能是受理时间：请核对。',
    en: 'It is the only column of dates, so it may be when complaints were received: check it.',
  };
  chosen[only] = { field: 'received_at', confidence: ONLY_DATES, because };
}

function suggestionOf(shape: ColumnShape, field: (typeof canonicalFields)[number]): FieldSuggestion {
  const name = nameEvidence(shape.name, field.name);
  const value = valueEvidence(field, shape);
  const because = reason(name, value.because);
  if (value.score < 0) return { field: field.name, confidence: name * 0.1, because };
  if (name === 0 && value.score < LEAST_WITHOUT_NAME) return { field: field.name, confidence: 0, because };
  return { field: field.name, confidence: Math.min(0.99, name + (1 - name) * value.score), because };
}

function reason(name: number, value: Sentence | undefined): Sentence {
  const sound =
    name >= 0.9
      ? { zh: '列名一致', en: 'the name says so' }
      : name > 0
        ? { zh: '列名相近', en: 'the name is similar' }
        : undefined;
  const parts = [sound, value].filter((part) => part !== undefined);
  const en = parts.map((part) => part.en).join('; ');
  return {
    zh: `${parts.map((part) => part.zh).join('；')}。`,
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`,
  };
}
