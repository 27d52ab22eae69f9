import {
  type Dimension,
  type IsoDay,
  type Translation,
  atLevel,
  exposureDimensions,
  keptAndExcluded,
  treeDimensions,
} from '@tocsin/contracts';

/** A row of a reference table as it is kept: texts by column. */
export type Cells = Readonly<Record<string, string>>;

type Where = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** A part of the company, as a rule cuts it. */
export interface Cut {
  readonly where: Where;
  readonly split: readonly { readonly dimension: Dimension; readonly level?: number | undefined }[];
}

/** A row about a day with its codes told as complaints' of that day are. */
export function toldOf(
  cells: Cells,
  asked: { readonly day: IsoDay; readonly dimensions: readonly Dimension[]; readonly translation: Translation },
): Cells {
  const { day, dimensions, translation } = asked;
  const told: Record<string, string> = {};
  for (const dimension of dimensions) {
    const code = cells[dimension] ?? '';
    const piece = translation[dimension]?.pieces.find(({ until }) => until === undefined || day < until);
    const at = piece?.codes.indexOf(code) ?? -1;
    told[dimension] = at < 0 ? code : (piece?.as[at] ?? code);
  }
  return { ...cells, ...told };
}

/** Whether a row of exposure belongs to what is asked about; the dimensions that exposure is not known by say nothing of it. */
export const withinCut = (where: Where): ((cells: Cells) => boolean) =>
  within(where, exposureDimensions, { blankIsWhole: true });

/** Whether a row belongs to what is asked about; `blankIsWhole`: a row without a code is about all of them. */
export function within(
  where: Where,
  dimensions: readonly Dimension[],
  { blankIsWhole }: { readonly blankIsWhole: boolean },
): (cells: Cells) => boolean {
  const asked = dimensions.map((dimension) => ({ dimension, ...keptAndExcluded(where[dimension] ?? []) }));
  return (cells) =>
    asked.every(({ dimension, kept, excluded }) => {
      const code = cells[dimension] ?? '';
      const isAny = (codes: readonly string[]) => codes.some((one) => isWithin(dimension, code, one));
      // A row for the whole of a dimension also holds what is left out of it, and cannot stand for the rest.
      const mayHoldIt = blankIsWhole && code === '';
      return (kept.length === 0 || isAny(kept)) && (excluded.length === 0 || (!mayHoldIt && !isAny(excluded)));
    });
}

/** Whether a code is another one, or lies below it where codes are a tree. */
const isWithin = (dimension: Dimension, code: string, of: string): boolean =>
  code === of || (treeDimensions.includes(dimension) && code.startsWith(`${of}.`));

/** A code under the one that it is counted under: its own, or its ancestor at the level. */
export const cutAt = (dimension: Dimension, code: string, level: number | undefined): string =>
  level === undefined || !treeDimensions.includes(dimension) ? code : atLevel(code, level);
