/**
 * What two headings have in common that mean the same column: full-width and half-width forms, upper and lower case,
 * and white space (also inside) make no difference. `ＩＤ`, ` id ` and `Id` are one heading; `sub_issue` and `Sub-issue`
 * are two, because guessing about signs would make headings ambiguous.
 */
export function headingKey(heading: string): string {
  return heading.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}
