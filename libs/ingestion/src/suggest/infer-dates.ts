import { type DateFormat, dateFormats } from '@tocsin/contracts';
import { dateReader } from '../dates/date-format.ts';

/** What comes first in dates like 3/5/2026. */
export type DayOrder = 'month-first' | 'day-first';

/** How a column writes dates, found over all values that were seen. */
export interface DateReading {
  /** The fewest formats that read the values, most frequent first. */
  readonly formats: readonly DateFormat[];
  /** Share of the values that they read. */
  readonly share: number;
  /** Which order the values themselves prove; undefined where dates are not written that way. */
  readonly order: DayOrder | undefined;
  /** Every value can be read in both orders, as different days: somebody has to say which. */
  readonly ambiguous: boolean;
}

const monthFirst = dateFormats.filter((format) => format.startsWith('M/d'));
const dayFirst = dateFormats.filter((format) => format.startsWith('d/M'));
const plain = dateFormats.filter(
  (format) => !monthFirst.includes(format) && !dayFirst.includes(format) && format !== 'excel-serial',
);
const readers = new Map(dateFormats.map((format) => [format, dateReader([format])]));
const reads = (format: DateFormat, value: string) => readers.get(format)?.(value) !== undefined;
const readsAny = (formats: readonly DateFormat[], value: string) => formats.some((format) => reads(format, value));

/**
 * The formats of a column, by all its values: one value never decides, but one 25/3/2026 among them proves that the day
 * comes first. `known` is what another column of the same file has proved; without it values that fit both orders are
 * reported as ambiguous and no order is chosen. Undefined where fewer than half of the values are dates.
 */
export function inferDates(values: readonly string[], known?: DayOrder): DateReading | undefined {
  if (values.length === 0) return undefined;
  const slashed = values.filter((value) => readsAny(monthFirst, value) || readsAny(dayFirst, value));
  const [asMonth, asDay] = [monthFirst, dayFirst].map(
    (formats) => slashed.filter((value) => readsAny(formats, value)).length,
  ) as [number, number];
  const proved: DayOrder | undefined = asMonth === asDay ? undefined : asMonth > asDay ? 'month-first' : 'day-first';
  // 3/3/2026 is the same day in both orders: only different days are a question.
  const ambiguous = proved === undefined && known === undefined && slashed.some(isTwoDays);
  const order = proved ?? known;
  const slashFormats = order === 'day-first' ? dayFirst : monthFirst;
  const { formats, read } = fewest([...plain, ...slashFormats], values);
  if (read < values.length / 2) return undefined;
  return { formats, share: read / values.length, order: slashed.length > 0 ? order : undefined, ambiguous };
}

/** Formats of the other order beside those of a reading, as a person may choose. */
export const inOrder = (formats: readonly DateFormat[], order: DayOrder): DateFormat[] =>
  formats.map((format) => {
    const swapped = format.replace(/^(?:M\/d|d\/M)/, order === 'day-first' ? 'd/M' : 'M/d');
    return dateFormats.find((one) => one === swapped) ?? format;
  });

function isTwoDays(value: string): boolean {
  const [first, second] = value.split('/');
  return first !== undefined && Number(first) !== Number(second);
}

/** Takes the format that reads most of what is left until nothing more is read; of equals the first of the list. */
function fewest(candidates: readonly DateFormat[], values: readonly string[]): { formats: DateFormat[]; read: number } {
  const formats: DateFormat[] = [];
  let rest = values;
  while (rest.length > 0) {
    const counted = candidates.map((format) => [format, rest.filter((value) => reads(format, value)).length] as const);
    const [best, count] = counted.reduce((most, one) => (one[1] > most[1] ? one : most));
    if (count === 0) break;
    formats.push(best);
    rest = rest.filter((value) => !reads(best, value));
  }
  return { formats, read: values.length - rest.length };
}

/** Share of the values that are day numbers of a spreadsheet in the years 1980–2100. */
export function serialShare(values: readonly string[]): number {
  const serials = values.filter(
    (value) => /^\d{5}(?:\.\d+)?$/.test(value) && Number(value) > 29_220 && Number(value) < 73_416,
  );
  return values.length === 0 ? 0 : serials.length / values.length;
}
