import type { ReferenceCells } from '../reference/read-row.ts';

interface Node {
  readonly from: string;
  /** '' for no end. */
  readonly until: string;
  readonly parent: string;
  readonly successors: readonly string[];
}

/** Where the dots of a code put it; '' at the top. */
const dotted = (code: string): string => code.slice(0, Math.max(0, code.lastIndexOf('.')));
const lastPart = (code: string): string => code.slice(code.lastIndexOf('.') + 1);

/**
 * A company's organisations over time. Each has one row, or one for each period in which it had another parent. Codes that
 * no row lists lie where their dots put them.
 */
export class OrganisationTree {
  readonly #nodes = new Map<string, Node[]>();
  /** By where an office would come to lie under its own last part: the listed ones that a row ever put there. */
  readonly #movedTo = new Map<string, Set<string>>();

  constructor(rows: readonly ReferenceCells[]) {
    for (const { code = '', parent = '', from = '', until = '', successor = '' } of rows) {
      const node = { from, until, parent, successors: successor.split(';').filter((one) => one !== '') };
      this.#nodes.set(code, [...(this.#nodes.get(code) ?? []), node]);
      const place = `${parent}.${lastPart(code)}`;
      if (parent !== '' && place !== code)
        this.#movedTo.set(place, (this.#movedTo.get(place) ?? new Set<string>()).add(code));
    }
    for (const nodes of this.#nodes.values()) nodes.sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  get codes(): string[] {
    return [...this.#nodes.keys()];
  }

  /** The days on which any organisation began or ended, ascending. */
  get days(): string[] {
    const days = [...this.#nodes.values()].flat().flatMap(({ from, until }) => [from, until]);
    return [...new Set(days)].filter((day) => day !== '').sort();
  }

  /**
   * Under which organisation a code is counted on a day: itself, or whoever has taken it over alone by then. What was split
   * among several stays itself: nobody knows who of them each case belongs to. An office without a row goes with the
   * listed one above it.
   */
  heir(code: string, day: string, seen: ReadonlySet<string> = new Set()): string {
    if (seen.has(code)) return code;
    const further = new Set([...seen, code]);
    const nodes = this.#nodes.get(code);
    if (nodes === undefined) {
      const above = this.#listedAbove(code);
      const heir = above === undefined ? undefined : this.heir(above, day, further);
      return heir === undefined || heir === above ? code : heir;
    }
    if (nodes.some((node) => isValid(node, day))) return code;
    const successors = nodes.findLast(({ until }) => until !== '' && until <= day)?.successors ?? [];
    const [only] = successors;
    return only !== undefined && successors.length === 1 ? this.heir(only, day, further) : code;
  }

  /**
   * Where a code stands in the tree of a day, as a dotted path: the code itself where its dots already tell. Listed offices of a
   * branch that was merged go with it under a name made of their whole code (`B.A_01`), on every day and whether or not `B.01`
   * is free: two branches that become one may both have had an 01, and one name must not mean two offices. So do offices that
   * were moved by themselves, where another one with the same last part is or ever was put under the same parent.
   */
  path(code: string, day: string, seen: ReadonlySet<string> = new Set()): string {
    if (seen.has(code)) return code;
    const further = new Set([...seen, code]);
    const above = this.#at(code, day)?.parent || dotted(code);
    if (above === '') return code;
    const parent = this.heir(above, day);
    const path = `${this.path(parent, day, further)}.${lastPart(code)}`;
    const isTaken = this.#nodes.has(path) || (this.#movedTo.get(`${above}.${lastPart(code)}`)?.size ?? 0) > 1;
    const needsWhole = parent !== above || (path !== code && isTaken);
    return needsWhole ? `${this.path(parent, day, further)}.${code.replaceAll('.', '_')}` : path;
  }

  /** Under which organisation what came on a day stood then: itself, but an office without a row with whoever ran it. */
  holder(code: string, day: string): string {
    return this.#nodes.has(code) ? code : this.heir(code, day);
  }

  /** The row that is valid on the day; for a day outside all of them the nearest earlier one, else the first. */
  #at(code: string, day: string): Node | undefined {
    const nodes = this.#nodes.get(code) ?? [];
    return nodes.find((node) => isValid(node, day)) ?? nodes.findLast(({ from }) => from <= day) ?? nodes[0];
  }

  #listedAbove(code: string): string | undefined {
    for (let above = dotted(code); above !== ''; above = dotted(above)) if (this.#nodes.has(above)) return above;
    return undefined;
  }
}

const isValid = ({ from, until }: Node, day: string): boolean => from <= day && (until === '' || day < until);
