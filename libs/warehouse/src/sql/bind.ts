/** The ClickHouse types a value may be bound as, and what each takes in TypeScript. */
export interface BindTypes {
  String: string;
  'Array(String)': readonly string[];
  Date: string;
  'Array(Date)': readonly string[];
  UInt8: number;
  UInt32: number;
  /** A bigint or digits, where a number would lose its last places. */
  UInt64: number | bigint | string;
  Int64: number | bigint | string;
  Float64: number;
  'Array(UInt32)': readonly number[];
}
export type BindType = keyof BindTypes;

/** A value on its way to the server as a typed parameter. Made by `bind`. */
export class Bound {
  /** Keeps look-alikes out: only `bind` makes one. */
  readonly #made = true;
  readonly value: BindTypes[BindType];
  readonly type: BindType;

  constructor(value: BindTypes[BindType], type: BindType) {
    this.value = value;
    this.type = type;
  }

  static is(part: unknown): part is Bound {
    return typeof part === 'object' && part !== null && #made in part;
  }
}

export const bind = <Type extends BindType>(value: BindTypes[Type], type: Type): Bound => new Bound(value, type);
