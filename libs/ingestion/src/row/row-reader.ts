import { defaultDeadlineRules } from '@tocsin/calendar';
import { type CanonicalFieldName, canonicalFields, reportingRegion } from '@tocsin/contracts';
import type { Fault, FaultCode } from '../check/fault.ts';
import { dateReader } from '../dates/date-format.ts';
import { Zone } from '../dates/zone.ts';
import { contentHash, decimal64 } from '../hash/content-hash.ts';
import { maskAllButLast4, maskIdNumber, maskName, maskPhone } from '../mask/mask-field.ts';
import { type Known, maskText } from '../mask/mask-text.ts';
import { across } from './across.ts';
import { type FindDoubts, doubtFinder } from './doubts.ts';
import { dueByRule } from './due-by-rule.ts';
import { fieldIndex } from './field-index.ts';
import { type ReadCell, formatsOf, momentFields, readCellOf, spelled, textCell } from './field-steps.ts';
import { type Moment, type Moments, momentReader } from './moments.ts';
import type { RowOptions } from './row-options.ts';
import { CONTENT_FROM, type StoredRow, columnIndex, emptyCells, storedColumns } from './stored-columns.ts';

interface Step {
  readonly name: CanonicalFieldName;
  readonly place: number;
  /** −1 for a field that only feeds others. */
  readonly column: number;
  readonly required: boolean;
  readonly read: ReadCell;
}

const maskers: Partial<Record<CanonicalFieldName, (value: string) => string>> = {
  complainant_name: maskName,
  complainant_phone: maskPhone,
  complainant_id_number: maskIdNumber,
  policy_number: maskAllButLast4,
};
/** Checked like the others, but written by `#hidePeople` and `#name` alone. */
const WRITTEN_APART: ReadonlySet<CanonicalFieldName> = new Set(['agent', 'narrative', 'version']);

/**
 * Makes one stored row out of one source row: checks every field, then the fields against each other, fills in what
 * follows from others, masks what is personal, and writes the cells of `storedColumns`.
 *
 * One reader serves one batch and is re-used for each row; it keeps nothing of a row but its faults. All faults of the
 * fields are found at once, so that a person mends a row in one go.
 */
export class RowReader {
  /** What was wrong with the last row; empty when it was accepted. */
  readonly faults: Fault[] = [];
  /** What is doubtful about the last row, if it was accepted. */
  readonly doubts: Fault[] = [];
  readonly #options: RowOptions;
  readonly #steps: Step[];
  readonly #cells: (string | null)[] = [...emptyCells];
  readonly #content: string[] = [];
  readonly #moments: Moments = {};
  readonly #dueByRule: (received: number) => string | undefined;
  readonly #arrivedAt: string;
  readonly #findDoubts: FindDoubts;
  #field: CanonicalFieldName = 'complaint_id';
  #value = '';

  constructor(options: RowOptions) {
    this.#options = options;
    this.#dueByRule = dueByRule(options.deadlineRules ?? defaultDeadlineRules, options.holidays ?? {});
    this.#arrivedAt = String(Math.floor(options.now));
    this.#steps = this.#stepsFor(options);
    this.#findDoubts = doubtFinder(options);
  }

  /**
   * `values` by the place of the field in `canonicalFields`: trimmed, mapped to canonical codes, '' when not given.
   * The row, which is used again for the next one; undefined when it is refused, for the reasons in `faults`.
   */
  read(values: readonly string[], rowNumber: number): StoredRow | undefined {
    this.faults.length = 0;
    this.doubts.length = 0;
    for (const { name } of momentFields) this.#moments[name] = undefined;
    for (let place = 0; place < emptyCells.length; place++) this.#cells[place] = emptyCells[place] ?? null;
    for (const step of this.#steps) {
      const value = values[step.place] ?? '';
      this.#field = step.name;
      this.#value = value;
      if (value === '') {
        if (step.required) this.#complain('missing');
        continue;
      }
      const cell = step.read(value, this.#complain);
      if (cell !== undefined && step.column >= 0) this.#cells[step.column] = cell;
    }
    const received = this.#moments.received_at;
    if (this.faults.length > 0 || received === undefined) return undefined;
    across(this.#moments, received, this.#cells[columnIndex.due_on] ?? null, this.#options.now, (code, field) => {
      this.faults.push({ code, field, value: values[fieldIndex[field]] ?? '', expected: '' });
    });
    if (this.faults.length > 0) return undefined;
    this.#fillIn(values, received);
    this.#hidePeople(values);
    const status = this.#cells[columnIndex.status] ?? '';
    this.#findDoubts({ values, moments: this.#moments, status }, (code, field, expected = '') => {
      this.doubts.push({ code, field, value: values[fieldIndex[field]] ?? '', expected });
    });
    this.#name(values, rowNumber);
    return this.#cells;
  }

  readonly #complain = (code: FaultCode, expected = ''): void => {
    this.faults.push({ code, field: this.#field, value: this.#value, expected });
  };

  #stepsFor({ profile, timeZone }: RowOptions): Step[] {
    const product = new Zone(timeZone);
    const source = profile.timeZone === undefined ? product : new Zone(profile.timeZone);
    const isMoment = new Set<string>(momentFields.map(({ name }) => name));
    return canonicalFields
      .filter(({ name }) => isFilled(name, profile))
      .map((field) => ({
        name: field.name,
        place: fieldIndex[field.name],
        column: columnOf(field.name),
        required: 'required' in field,
        read: isMoment.has(field.name) ? this.#momentCell(field, profile, source, product) : readOf(field, profile),
      }));
  }

  #momentCell(
    field: (typeof momentFields)[number],
    profile: RowOptions['profile'],
    source: Zone,
    product: Zone,
  ): ReadCell {
    const formats = formatsOf(field, profile);
    const read = momentReader(dateReader(formats), source, product);
    return (value, complain) => {
      const moment = read(value);
      if (moment === undefined) complain('not-a-date', spelled(formats));
      else if (moment.at < 0) complain('too-early', '1970-01-01');
      else this.#moments[field.name] = moment;
      return moment && String(moment.at);
    };
  }

  /** What follows from other fields. */
  #fillIn(values: readonly string[], received: Moment): void {
    const cells = this.#cells;
    const given = (name: CanonicalFieldName) => values[fieldIndex[name]] !== '';
    const closed = this.#moments.closed_at;
    cells[columnIndex.report_region] = reportingRegion(cells[columnIndex.region] ?? '');
    // A day without a time may begin before the hour of receipt on the same day: time never runs backwards.
    for (const name of ['answered_at', 'closed_at'] as const) {
      const moment = this.#moments[name];
      if (moment) cells[columnIndex[name]] = String(Math.max(moment.at, received.at));
    }
    if (!given('status')) cells[columnIndex.status] = statusFrom(closed, this.#moments.answered_at, values);
    if (given('due_on')) cells[columnIndex.due_by] = 'source';
    else if (cells[columnIndex.kind] === 'complaint') {
      cells[columnIndex.due_on] = this.#dueByRule(received.day) ?? null;
      cells[columnIndex.due_by] = 'rules';
    }
    const arrived = this.#moments.arrived_at;
    const future = arrived === undefined || arrived.at > this.#options.now;
    cells[columnIndex.arrived_at] = future ? this.#arrivedAt : String(arrived.at);
  }

  #hidePeople(values: readonly string[]): void {
    const value = (name: CanonicalFieldName) => values[fieldIndex[name]] ?? '';
    const { personKey } = this.#options;
    const [name, phone, identity, agent] = [
      value('complainant_name'),
      value('complainant_phone'),
      value('complainant_id_number'),
      value('agent'),
    ];
    const phoneKey = phone === '' ? '' : personKey('phone', phone);
    this.#cells[columnIndex.phone_key] = phoneKey;
    if (identity !== '') this.#cells[columnIndex.complainant_key] = personKey('identity', identity);
    else if (phone !== '') this.#cells[columnIndex.complainant_key] = phoneKey;
    else if (name !== '') this.#cells[columnIndex.complainant_key] = personKey('name', name);
    if (agent !== '') this.#cells[columnIndex.agent] = personKey('agent', agent);
    const narrative = value('narrative');
    if (narrative === '') return;
    const known: readonly Known[] = [
      [name, maskName],
      [phone, maskPhone],
      [identity, maskIdNumber],
      [value('policy_number'), maskAllButLast4],
    ];
    this.#cells[columnIndex.narrative] = maskText(narrative, known);
  }

  /** Where it came from, and which version of the complaint it is. */
  #name(values: readonly string[], rowNumber: number): void {
    const cells = this.#cells;
    for (let place = CONTENT_FROM; place < cells.length; place++)
      this.#content[place - CONTENT_FROM] = cells[place] ?? NULL;
    // joined first, since a loop over the one text is much faster than one over many
    const { high, low } = contentHash(this.#content.join('\t'));
    cells[columnIndex.version] = decimal64(this.#versionSeconds(values), low);
    cells[columnIndex.batch_id] = this.#options.batchId;
    cells[columnIndex.row_number] = String(rowNumber);
    cells[columnIndex.content_hash] = decimal64(high, low);
  }

  /** The source's own version where it has one, else the newest moment at which something happened to the complaint. */
  #versionSeconds(values: readonly string[]): number {
    const version = values[fieldIndex.version] ?? '';
    if (version !== '') return Number(version);
    const of = (name: CanonicalFieldName) => this.#moments[name]?.at ?? 0;
    return of('updated_at') || Math.max(of('closed_at'), of('answered_at'), of('received_at'));
  }
}

/** In the hash of what a row holds: to change it would make every complaint that is sent again a newer version of itself. */
const NULL = '\\N';

const isFilled = (name: CanonicalFieldName, { fields, constants, naturalKey, kinds }: RowOptions['profile']) =>
  fields[name] !== undefined ||
  constants[name] !== undefined ||
  (name === 'complaint_id' && naturalKey !== undefined) ||
  (name === 'kind' && kinds.length > 0);

const columnOf = (name: CanonicalFieldName): number =>
  WRITTEN_APART.has(name) ? -1 : storedColumns.findIndex((column) => column === name);

/** Personal fields are checked like any text and stored masked; what is written apart is only checked. */
function readOf(field: (typeof canonicalFields)[number], profile: RowOptions['profile']): ReadCell {
  const { name, type } = field;
  const mask = maskers[name];
  if (mask !== undefined) return textCell(mask);
  return type === 'text' && WRITTEN_APART.has(name) ? textCell(() => undefined, name) : readCellOf(field, profile);
}

function statusFrom(closed: Moment | undefined, answered: Moment | undefined, values: readonly string[]): string {
  if (values[fieldIndex.outcome] === 'withdrawn') return 'withdrawn';
  return closed ? 'closed' : answered ? 'answered' : 'open';
}
