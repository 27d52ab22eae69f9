import { type CanonicalField, type Profile, canonicalFields, type gatherings } from '@tocsin/contracts';
import { dateReader } from '../dates/date-format.ts';
import { dayNumber } from '../dates/day-number.ts';
import { formatsOf } from '../row/field-steps.ts';

/** One value out of a field's values in several rows, in the order of the rows, none of them empty. */
type Gather = (values: readonly string[]) => string;
type Gathering = (typeof gatherings)[number];

const SECONDS_A_DAY = 86_400;

/**
 * Makes the values of one complaint out of those of its rows, each field by its own `gather`. `rows` are arrays by the
 * place of the field in `canonicalFields`, in the order of the file.
 */
export function valueGatherer(profile: Profile): (rows: readonly (readonly string[])[]) => string[] {
  const gathers = canonicalFields.map((field) => {
    const source = profile.fields[field.name];
    return gatherOf(source?.gather ?? 'first', field, profile, source?.joiner);
  });
  return (rows) =>
    gathers.map((gather, field) => {
      const values = rows.map((row) => row[field] ?? '').filter((value) => value !== '');
      return values.length === 0 ? '' : gather(values);
    });
}

function gatherOf(gathering: Gathering, field: CanonicalField, profile: Profile, joiner = '; '): Gather {
  switch (gathering) {
    case 'first':
      return (values) => values[0] ?? '';
    case 'last':
      return (values) => values.at(-1) ?? '';
    case 'join':
      return field.type === 'codes'
        ? (values) =>
            distinct(
              values.flatMap((value) => value.split('|')),
              '|',
            )
        : (values) => distinct(values, joiner);
    case 'any':
      return (values) => values.find((value) => /^(?:true|1|是|y|yes)$/i.test(value)) ?? values[0] ?? '';
    case 'sum':
      return sum;
    case 'least':
      return extreme(-1, sizeOf(field, profile));
    case 'greatest':
      return extreme(1, sizeOf(field, profile));
  }
}

const distinct = (values: readonly string[], joiner: string) => [...new Set(values)].join(joiner);

/** In hundredths, so that 0.1 + 0.2 is 0.3; a value that is no number is handed on, for the check to name it. */
function sum(values: readonly string[]): string {
  const wrong = values.find((value) => !/^\d+(?:\.\d+)?$/.test(value));
  if (wrong !== undefined) return wrong;
  const hundredths = values.reduce((total, value) => total + Math.round(Number(value) * 100), 0);
  return String(hundredths / 100);
}

type Size = (value: string) => number;

/** The first of the smallest (−1) or largest (1); a value without a size comes first, for the check to name it. */
function extreme(sign: -1 | 1, size: Size | undefined): Gather {
  if (size === undefined) return (values) => [...values].sort((a, b) => (a < b ? sign : a > b ? -sign : 0))[0] ?? '';
  return (values) => {
    let [best = ''] = values;
    let most = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      const measured = size(value);
      if (Number.isNaN(measured)) return value;
      if (measured * sign > most) [best, most] = [value, measured * sign];
    }
    return best;
  };
}

/** How values of a field compare: dates by their moment, numbers by number, anything else (undefined) as text. */
function sizeOf(field: CanonicalField, profile: Profile): Size | undefined {
  if (field.type === 'integer' || field.type === 'decimal') return Number;
  if (field.type !== 'instant' && field.type !== 'day') return undefined;
  const read = dateReader(formatsOf(field, profile));
  return (value) => {
    const date = read(value);
    if (date === undefined) return Number.NaN;
    return dayNumber(date.year, date.month, date.day) * SECONDS_A_DAY + (date.seconds ?? 0) - (date.offset ?? 0);
  };
}
