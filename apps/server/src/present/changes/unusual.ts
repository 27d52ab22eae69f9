import type { Slice } from '@tocsin/contracts';
import { benjaminiHochberg } from '@tocsin/stats';

export interface Judged {
  readonly slice: Slice;
  readonly observed: number;
  readonly expected: number;
  /** Two-sided. */
  readonly chance: number;
}

/** Of what is named, at most this share is named by chance. */
const FALSE_SHARE = 0.05;
export const MOST_CHANGES = 3;
/** What candidates share is read in one pass, which costs more with each of them. */
export const MOST_TRIED = 12;
/** Slices of fewer cases, come or expected, say nothing that a list of cases does not. */
export const FEWEST_CASES = 10;

/** What is unusual among all slices that were looked at, by evidence: the rarest first, the larger of equals. */
export function unusual<One extends Judged>(judged: readonly One[], looked: number): One[] {
  const chances = [
    ...judged.map(({ chance }) => chance),
    ...Array<number>(Math.max(0, looked - judged.length)).fill(1),
  ];
  const adjusted = benjaminiHochberg(chances);
  return judged
    .filter((_, index) => (adjusted[index] ?? 1) <= FALSE_SHARE)
    .sort((a, b) => a.chance - b.chance || excess(b) - excess(a) || (name(a) < name(b) ? -1 : 1));
}

const excess = ({ observed, expected }: Judged): number => Math.abs(observed - expected);
const name = ({ slice }: Judged): string => JSON.stringify(slice);

/**
 * The first few that are news after those before them. `chanceWithout` says how rare a slice still is without the cases
 * of those already chosen: a line of business that rose in one region alone is no second story.
 */
export function apart<One extends Judged>(
  ranked: readonly One[],
  chanceWithout: (next: One, chosen: readonly One[]) => number,
): One[] {
  const chosen: One[] = [];
  const least = Math.max(...ranked.map(({ chance }) => chance));
  for (const next of ranked.slice(0, MOST_TRIED)) {
    if (chosen.length === MOST_CHANGES) break;
    if (chosen.some((known) => isSameStory(next, known))) continue;
    if (chosen.length === 0 || chanceWithout(next, chosen) <= least) chosen.push(next);
  }
  return chosen;
}

/** A slice and one inside it. */
function isSameStory(a: Judged, b: Judged): boolean {
  const holds = (outer: Slice, inner: Slice) =>
    Object.entries(outer).every(([dimension, code]) => inner[dimension as keyof Slice] === code);
  return holds(a.slice, b.slice) || holds(b.slice, a.slice);
}
