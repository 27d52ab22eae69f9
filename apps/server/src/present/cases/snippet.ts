const BEFORE = 24;
const LENGTH = 140;

/**
 * The piece of a narrative that a list shows: its beginning, or from a little before the first word asked for. Characters,
 * not code units, are counted, so that none is cut in two.
 */
export function snippet(narrative: string, words: readonly string[]): string {
  const places = words.map((word) => narrative.indexOf(word)).filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const lead = [...narrative.slice(0, first)];
  const letters = [...narrative];
  const from = letters.length <= LENGTH ? 0 : Math.min(Math.max(0, lead.length - BEFORE), letters.length - LENGTH);
  const piece = letters.slice(from, from + LENGTH).join('');
  return `${from > 0 ? '…' : ''}${piece}${from + LENGTH < letters.length ? '…' : ''}`;
}
