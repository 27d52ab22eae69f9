import { type CodeTranslation, type Dimension, UNSPLIT, treeDimensions } from '@tocsin/contracts';
import type { ReferenceCells } from '../reference/read-row.ts';
import { piecesBetween, unlessEmpty } from './pieces.ts';

interface Step {
  readonly day: string;
  /** Old code → what it became. */
  readonly targets: ReadonlyMap<string, readonly string[]>;
}

/**
 * The changes of a classification up to a day, as a translation of what was received before each of them. One code that became
 * one, or several that became one, are told exactly. One that became several is not divided: its history lies under
 * "not subdivided" beside them (`claim.unsplit`), or stays under its own code where codes form no tree.
 */
export function crosswalkTranslation(
  dimension: Dimension,
  rows: readonly ReferenceCells[],
  seen: readonly string[],
  on: string,
): CodeTranslation | undefined {
  const steps = stepsOf(rows.filter((row) => row['dimension'] === dimension && (row['effective'] ?? '') <= on));
  const isTree = treeDimensions.includes(dimension);
  const old = steps.flatMap(({ targets }) => [...targets.keys()]);
  const codes = [...new Set([...seen, ...old])].sort();
  const as = (code: string, day: string): string =>
    steps.filter((step) => step.day > day).reduce((current, step) => after(step, current, isTree), code);
  const pieces = piecesBetween(
    steps.map(({ day }) => day),
    codes,
    as,
  );
  const living = new Set(steps.flatMap(({ targets }) => [...targets.values()].flat()));
  const asked = new Map(old.filter((code) => !living.has(code)).map((code) => [code, as(code, '')] as const));
  return unlessEmpty({ pieces, asked, bears: new Map() });
}

function stepsOf(rows: readonly ReferenceCells[]): Step[] {
  const steps = new Map<string, Map<string, string[]>>();
  for (const { effective = '', from_code = '', to_code = '' } of rows) {
    const targets = steps.get(effective) ?? new Map<string, string[]>();
    steps.set(effective, targets.set(from_code, [...(targets.get(from_code) ?? []), to_code]));
  }
  return [...steps].map(([day, targets]) => ({ day, targets })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What a code is called after a step; a code of a tree goes with the nearest one above it that the step names. */
function after({ targets }: Step, code: string, isTree: boolean): string {
  const own = targets.get(code);
  if (own !== undefined) return own.length === 1 ? (own[0] ?? code) : undivided(own, code, isTree);
  if (!isTree) return code;
  for (let at = code.lastIndexOf('.'); at > 0; at = code.lastIndexOf('.', at - 1)) {
    const above = targets.get(code.slice(0, at));
    const [only] = above ?? [];
    if (above === undefined || only === undefined) continue;
    return above.length === 1 ? only + code.slice(at) : undivided(above, code, isTree);
  }
  return code;
}

function undivided(targets: readonly string[], code: string, isTree: boolean): string {
  if (!isTree) return code;
  const [first = [], ...others] = targets.map((target) => target.split('.').slice(0, -1));
  const parts = others.reduce<readonly string[]>((kept, other) => {
    const differs = kept.findIndex((part, i) => part !== other[i]);
    return differs < 0 ? kept : kept.slice(0, differs);
  }, first);
  return [...parts, UNSPLIT].join('.');
}
