/**
 * A name for a profile made from a file's: its Latin letters and digits, else `source` with a number that no profile
 * has yet. What the server demands: a small letter, then at most 63 small letters, digits or hyphens.
 */
export function freeProfileName(fileName: string, taken: readonly string[]): string {
  const letters = fileName
    .replace(/(\.[a-z0-9]{1,7}){1,2}$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 48);
  const stem = letters.length < 3 ? 'source' : letters;
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export const isProfileName = (name: string): boolean => /^[a-z][a-z0-9-]{0,63}$/.test(name);
