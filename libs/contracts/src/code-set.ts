/** A text in both of the product's languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/**
 * One value that a coded field may take. `code` is a dotted path where the set is a tree
 * (`claim.amount` is a child of `claim`), so an ancestor is a prefix up to a dot.
 */
export interface Code {
  readonly code: string;
  readonly label: Label;
}

/** A named list of codes. `closed` sets refuse any other value; open sets take whatever a company sends. */
export interface CodeSet {
  readonly name: string;
  readonly closed: boolean;
  readonly codes: readonly Code[];
}

/** Builds a code set from `[code, zh, en]` rows; keeps the order given, which is the order shown. */
export function codeSet(name: string, closed: boolean, rows: readonly (readonly [string, string, string])[]): CodeSet {
  return { name, closed, codes: rows.map(([code, zh, en]) => ({ code, label: { zh, en } })) };
}
