import {
  type CanonicalFieldName,
  type DateFormat,
  type FieldSource,
  Profile,
  type Sentence,
  canonicalFields,
} from '@tocsin/contracts';
import { codeSetOf } from '../check/code-sets.ts';
import type { FieldSuggestion } from './assign-fields.ts';
import { codeSource } from './code-source.ts';
import type { ColumnShape } from './column-shape.ts';
import { findGrain } from './find-grain.ts';
import { findNaturalKey } from './find-natural-key.ts';
import { type DayOrder, inOrder } from './infer-dates.ts';
import { type Question, codesQuestion, dayOrderQuestion, missingQuestion } from './question.ts';

const fieldOf = new Map(canonicalFields.map((field) => [field.name, field]));
const ORDERS = ['month-first', 'day-first'] satisfies DayOrder[];

/** What a number that starts anew may be told apart by: what never changes before the day, which may be corrected. */
const TELL_APART = ['organisation', 'region', 'source', 'received_at'] satisfies CanonicalFieldName[];

/** A profile while it is made out of what each column seems to be. */
export class Draft {
  readonly notes: Sentence[] = [];
  readonly questions: Question[] = [];
  readonly #fields: Partial<Record<CanonicalFieldName, FieldSource>> = {};
  readonly #shapes: readonly ColumnShape[];
  readonly #chosen: readonly (FieldSuggestion | null)[];
  #grain: Profile['grain'];
  #naturalKey: Profile['naturalKey'];

  constructor(shapes: readonly ColumnShape[], chosen: readonly (FieldSuggestion | null)[]) {
    this.#shapes = shapes;
    this.#chosen = chosen;
    shapes.forEach((shape, place) => {
      const suggestion = chosen[place];
      if (suggestion) this.#take(shape, suggestion.field);
    });
    this.#askForMissing();
  }

  #take(shape: ColumnShape, name: CanonicalFieldName): void {
    const field = fieldOf.get(name);
    if (field === undefined) return;
    if (field.type === 'instant' || field.type === 'day') {
      const dates = this.#datesOf(shape, name);
      if (dates !== undefined) this.#fields[name] = { column: shape.name, ...(dates.length > 0 && { dates }) };
      return;
    }
    const { source, unknown, codes } = codeSource(field, shape.values);
    this.#fields[name] = { column: shape.name, ...source };
    if (unknown.length > 0) this.questions.push(codesQuestion(shape.name, name, unknown, codes));
  }

  /** None for a column without values; undefined for a question that has to be answered first. */
  #datesOf({ name: column, dates, serials }: ColumnShape, field: CanonicalFieldName): DateFormat[] | undefined {
    if (dates === undefined) return serials > 0.9 ? ['excel-serial'] : [];
    if (!dates.ambiguous) return [...dates.formats];
    const choices = new Set(ORDERS.flatMap((order) => inOrder(dates.formats, order)));
    this.questions.push(dayOrderQuestion(column, field, [...choices]));
    return undefined;
  }

  #askForMissing(): void {
    const free = this.#shapes.filter((_, place) => !this.#chosen[place]).map(({ name }) => name);
    const isMissing = (field: CanonicalFieldName) => !this.#chosen.some((one) => one?.field === field);
    if (isMissing('complaint_id')) this.questions.push(missingQuestion('complaint-id', 'complaint_id', free));
    if (isMissing('received_at')) this.questions.push(missingQuestion('received-at', 'received_at', free));
    if (!isMissing('source')) return;
    const sources = codeSetOf('source')?.codes.map(({ code }) => code) ?? [];
    this.questions.push(missingQuestion('source', 'source', sources));
  }

  /** Looks for what a complaint number that repeats means: a grain, or a number that starts anew. */
  gather(records: readonly (readonly string[])[]): void {
    const placeOf = (name: CanonicalFieldName) => this.#chosen.findIndex((one) => one?.field === name);
    const [id, received] = [placeOf('complaint_id'), placeOf('received_at')];
    const column = this.#shapes[id]?.name;
    if (column === undefined) return;
    const changed = (['updated_at', 'version'] as const).map(placeOf).filter((place) => place >= 0);
    const found = findGrain(records, { id, received: received < 0 ? undefined : received, changed });
    if (found === undefined) {
      if (!this.#areVersions(records, id, changed)) this.#key(records, id);
      return;
    }
    this.#grain = { by: [column] };
    this.notes.push({
      zh: `「${column}」重复出现：样本中 ${found.rows} 行是 ${found.complaints} 件投诉，按此列合并。`,
      en: `"${column}" repeats: ${found.rows} rows of the sample are ${found.complaints} complaints, gathered by this column.`,
    });
  }

  /** Whether records of one number differ in a moment of change or a version: then they are one complaint, told anew. */
  #areVersions(records: readonly (readonly string[])[], id: number, changed: readonly number[]): boolean {
    const idsBy = (places: readonly number[]) =>
      new Set(records.map((cells) => [id, ...places].map((place) => cells[place] ?? '').join('\u001f'))).size;
    return changed.length > 0 && idsBy(changed) > idsBy([]);
  }

  #key(records: readonly (readonly string[])[], id: number): void {
    const beside = TELL_APART.map((name) => this.#chosen.findIndex((one) => one?.field === name));
    const found = findNaturalKey(
      records,
      id,
      beside.filter((place) => place >= 0),
    );
    if (found === undefined) return;
    const names = found.map((place) => this.#shapes[place]?.name ?? '');
    this.#naturalKey = names;
    delete this.#fields.complaint_id;
    this.notes.push({
      zh: `「${names[0] ?? ''}」重复出现而内容不同，可能在各机构或各年度重新编号：建议以 ${names.join('、')} 共同确定一件投诉，请核对。`,
      en: `"${names[0] ?? ''}" repeats with other content, so it seems to start anew by office or year: ${names.join(', ')} together tell complaints apart. Check it.`,
    });
  }

  profile(): Profile {
    const spokenOf = new Set([
      ...Object.values(this.#fields).map(({ column }) => column),
      ...(this.#naturalKey ?? []),
      ...this.questions.map(({ column }) => column),
      '',
    ]);
    return Profile.parse({
      name: 'suggested',
      label: { zh: '新模板', en: 'New profile' },
      dates: this.#fields.received_at?.dates ?? ['yyyy-MM-dd'],
      fields: this.#fields,
      ignored: this.#shapes.map(({ name }) => name).filter((name) => !spokenOf.has(name)),
      ...(this.#grain && { grain: this.#grain }),
      ...(this.#naturalKey && { naturalKey: this.#naturalKey }),
    });
  }
}
