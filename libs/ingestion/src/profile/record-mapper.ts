import { type CanonicalFieldName, type FieldSource, type Profile, canonicalFields } from '@tocsin/contracts';
import type { Fault } from '../check/fault.ts';
import type { PersonKey } from '../hash/person-key.ts';
import { fieldIndex } from '../row/field-index.ts';
import { checkedPattern } from './pattern.ts';
import type { Plan } from './plan.ts';
import { type MapValue, valueMap } from './value-map.ts';

interface Field {
  readonly name: CanonicalFieldName;
  readonly field: number;
  readonly place: number;
  readonly constant: string;
  readonly map: MapValue | undefined;
}

/** A field whose cell is not simply looked up: joined, cut out, or several values in one. */
interface RichField extends Field {
  readonly source: FieldSource;
  readonly more: readonly number[];
  readonly extract: ((value: string) => string) | undefined;
  readonly apart: ((value: string) => string[]) | undefined;
}

/** What separates the parts of a natural key: no value holds it. */
const UNIT = '\u001f';

/**
 * Makes the canonical values of one record out of its cells, in the order that the contract's `FieldSource` names:
 * columns → extract → values → rules → otherwise, then a constant where nothing has come of it, then the kind and the
 * natural key. One mapper serves one file; it keeps nothing of a record but its faults.
 *
 * Cost    a field that is just a column costs one look at its cell: the plain case runs for every row of every file.
 */
export class RecordMapper {
  /** Values that the profile refuses; the canonical value stays as it came. */
  readonly faults: Fault[] = [];
  readonly #plain: Field[] = [];
  readonly #rich: RichField[] = [];
  readonly #kinds: readonly {
    readonly place: number;
    readonly holds: (value: string) => boolean;
    readonly kind: string;
  }[];
  readonly #keyCells: readonly number[];
  readonly #personKey: PersonKey;

  constructor(profile: Profile, plan: Plan, personKey: PersonKey) {
    canonicalFields.forEach(({ name, type }, field) => {
      const source = profile.fields[name];
      const constant = plan.constants[field] ?? '';
      if (source === undefined && constant === '') return;
      const place = plan.cellOf[field] ?? -1;
      const more = plan.moreOf[field] ?? [];
      const one: Field = { name, field, place, constant, map: source && valueMap(source) };
      const several =
        type === 'codes' && source !== undefined && (source.separator !== undefined || one.map !== undefined);
      if (source !== undefined && (more.length > 0 || source.extract !== undefined || several)) {
        const extract = source.extract === undefined ? undefined : checkedPattern(source.extract).found;
        const apart = several ? separator(source.separator ?? '|') : undefined;
        this.#rich.push({ ...one, source, more, extract, apart });
      } else this.#plain.push(one);
    });
    this.#kinds = profile.kinds.map(({ kind, when }, rule) => {
      const equals = new Set(when.equals);
      const patterns = (when.matches ?? []).map(checkedPattern);
      const holds = (value: string) => equals.has(value) || patterns.some((pattern) => pattern.matches(value));
      return { place: plan.kindCells[rule] ?? -1, holds, kind };
    });
    this.#keyCells = plan.keyCells;
    this.#personKey = personKey;
  }

  /** Fills `values` (by the place of the field in `canonicalFields`, '' where nothing is known) from a record's cells. */
  map(cells: readonly string[], values: string[]): void {
    this.faults.length = 0;
    for (const { field, place, constant, map, name } of this.#plain) {
      const value = place >= 0 ? trimmed(cells[place] ?? '') : '';
      if (value === '') values[field] = constant;
      else values[field] = map === undefined ? value : (map(value) ?? this.#refuse(name, value));
    }
    for (const rich of this.#rich) values[rich.field] = this.#richValue(rich, cells) || rich.constant;
    for (const { place, holds, kind } of this.#kinds) {
      if (!holds(trimmed(cells[place] ?? ''))) continue;
      values[fieldIndex.kind] = kind;
      break;
    }
    if (this.#keyCells.length > 0 && (values[fieldIndex.complaint_id] ?? '') === '') {
      values[fieldIndex.complaint_id] = this.#naturalKey(cells);
    }
  }

  #richValue({ place, more, source, extract, apart, map, name }: RichField, cells: readonly string[]): string {
    let value = place >= 0 ? trimmed(cells[place] ?? '') : '';
    if (more.length > 0) {
      const parts = [value, ...more.map((at) => trimmed(cells[at] ?? ''))];
      value = parts.filter((part) => part !== '').join(source.joiner ?? ' ');
    }
    if (extract !== undefined && value !== '') value = extract(value).trim();
    if (value === '' || (map === undefined && apart === undefined)) return value;
    const mapped = (part: string) => (map === undefined ? part : (map(part) ?? this.#refuse(name, part)));
    return apart === undefined ? mapped(value) : apart(value).map(mapped).join('|');
  }

  /** Keyed, for it may be made of names and phones: nobody finds them by trying. */
  #naturalKey(cells: readonly string[]): string {
    const parts = this.#keyCells.map((place) => trimmed(cells[place] ?? ''));
    return parts.every((part) => part === '') ? '' : this.#personKey('complaint', parts.join(UNIT));
  }

  #refuse(field: CanonicalFieldName, value: string): string {
    this.faults.push({ code: 'unmapped', field, value, expected: '' });
    return value;
  }
}

/** Cuts a cell at any of the characters. */
function separator(characters: string): (value: string) => string[] {
  const cuts = new Set(characters);
  return (value) => {
    const parts: string[] = [''];
    for (const character of value) {
      if (cuts.has(character)) parts.push('');
      else parts[parts.length - 1] += character;
    }
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  };
}

/** Most cells have nothing to trim: the ends are looked at before anything is made. */
export function trimmed(cell: string): string {
  const { length } = cell;
  if (length === 0) return cell;
  return isOrdinary(cell.charCodeAt(0)) && isOrdinary(cell.charCodeAt(length - 1)) ? cell : cell.trim();
}

const isOrdinary = (code: number) => code > 32 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff;
