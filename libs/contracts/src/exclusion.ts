/**
 * In a filter's list a leading `!` leaves a value out: `region=!110000` is everything but Beijing, a missing region
 * included; `line=life,!life.annuity` is life without annuities; a bare `!` leaves out what was not given.
 */
const MARK = '!';

/** A value as a list says that it is left out. */
export const excluding = (code: string): string => `${MARK}${code}`;

export const isExcluding = (value: string): boolean => value.startsWith(MARK);

/** The code that a list's value means, kept or left out. */
export const codeOf = (value: string): string => (isExcluding(value) ? value.slice(MARK.length) : value);

/** The list with other codes kept; what it leaves out stays out, unless it is kept now. */
export const withKept = (values: readonly string[], codes: readonly string[]): string[] => [
  ...codes,
  ...values.filter((value) => isExcluding(value) && !codes.includes(codeOf(value))),
];

/** The list without leaving a code out. */
export const withRestored = (values: readonly string[], code: string): string[] =>
  values.filter((value) => value !== excluding(code));

/** The codes that a list keeps (none: all) and those that it leaves out. */
export const keptAndExcluded = (values: readonly string[]): { kept: string[]; excluded: string[] } => ({
  kept: values.filter((value) => !isExcluding(value)),
  excluded: values.filter(isExcluding).map(codeOf),
});
