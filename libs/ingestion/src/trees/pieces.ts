import type { CodeTranslation, TranslationPiece } from '@tocsin/contracts';

/** A day before all others. */
export const FIRST_DAY = '';

/** The pieces between days of change: `as` says what a code is called on a day. Equal neighbours become one. */
export function piecesBetween(
  days: readonly string[],
  codes: readonly string[],
  as: (code: string, day: string) => string,
): TranslationPiece[] {
  const pieces = [FIRST_DAY, ...days].map((day, i) => {
    const changed = codes.map((code) => [code, as(code, day)] as const).filter(([code, other]) => code !== other);
    return { until: days[i], codes: changed.map(([code]) => code), as: changed.map(([, other]) => other) };
  });
  return pieces.filter((piece, i) => {
    const next = pieces[i + 1];
    return next === undefined || JSON.stringify([piece.codes, piece.as]) !== JSON.stringify([next.codes, next.as]);
  });
}

/** Undefined where nothing is translated at all. */
export const unlessEmpty = (translation: CodeTranslation): CodeTranslation | undefined =>
  translation.pieces.every(({ codes }) => codes.length === 0) ? undefined : translation;
