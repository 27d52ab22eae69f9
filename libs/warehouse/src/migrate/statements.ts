/** The statements of a migration: they end with `;` at the end of a line; lines of comment stay with what follows. */
export const statementsOf = (text: string): string[] =>
  text
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replaceAll(/^--.*$/gm, '').trim() !== '');

/** `{zone}` is the only placeholder: columns of instants carry the zone that was fixed at first start. */
export function inZone(statement: string, timeZone: string): string {
  if (!/^[A-Za-z0-9_+\-/]+$/.test(timeZone)) throw new Error(`"${timeZone}" is not a time zone's name`);
  return statement.replaceAll('{zone}', timeZone);
}
