import type { Dimension } from './dimension.ts';
import type { IsoDay } from './scalars.ts';

/** Between two days of change, what codes are called: `codes[i]` counts as `as[i]`; others stay what they are. */
export interface TranslationPiece {
  /** The first day to which it no longer applies; absent for the last piece. */
  readonly until?: IsoDay | undefined;
  readonly codes: readonly string[];
  readonly as: readonly string[];
}

/** How the codes of a dimension, as complaints carry them, become the codes that figures are told by. */
export interface CodeTranslation {
  /** One or more, oldest first, by the day received. */
  readonly pieces: readonly TranslationPiece[];
  /** What a code means that somebody asks for. */
  readonly asked: ReadonlyMap<string, string>;
  /** Codes that no table names, by the code whose name they bear. */
  readonly bears: ReadonlyMap<string, string>;
}

/** Only dimensions of which any code is translated. */
export type Translation = Readonly<Partial<Record<Dimension, CodeTranslation>>>;

/** Ends the code under which the history of a code that was split is kept: `claim.unsplit` lies below `claim`. */
export const UNSPLIT = 'unsplit';
