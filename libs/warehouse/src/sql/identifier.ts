/** A table's or column's name, known to be one of a closed list. Made by `identifier`. */
export class Identifier {
  /** Keeps look-alikes out: only `identifier` makes one. */
  readonly #made = true;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  static is(part: unknown): part is Identifier {
    return typeof part === 'object' && part !== null && #made in part;
  }
}

const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `name` as SQL text, if it is one of `allowed`; throws otherwise, even where the compiler was outwitted. */
export function identifier<const Name extends string>(name: NoInfer<Name>, allowed: readonly Name[]): Identifier {
  if (!allowed.includes(name) || !PLAIN.test(name)) {
    throw new TypeError(`"${String(name)}" is not one of the names allowed here: ${allowed.join(', ')}`);
  }
  return new Identifier(name);
}
