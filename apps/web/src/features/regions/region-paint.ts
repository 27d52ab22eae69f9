import { type Departure, type Palette, colourStep, departure, textOn } from '@tocsin/charts';
import type { Measure } from '@tocsin/contracts';

/** What a region's figure is held against: what its own history lets expect (counts alone), or itself earlier. */
export const expectations = ['expectation', 'year', 'period'] as const;
export type Expectation = (typeof expectations)[number];

/** By what regions are coloured. */
export const regionColours = ['excess', 'value'] as const;
export type RegionColour = (typeof regionColours)[number];

/** A figure with what it is held against and how many cases are behind it. */
export interface Held {
  readonly value: number | null;
  readonly expected: number | null;
  readonly cases?: number | undefined;
  readonly chance?: number | null | undefined;
}

/** A ground and the text on it; absent: no colour is due. */
export interface Paint {
  readonly background: string;
  readonly colour: string;
}

const kindOf = ({ kind, unit }: Measure) => (unit.en === '%' ? 'share' : kind === 'sum' ? 'count' : 'rate');

export const departureOf = (measure: Measure, held: Held): Departure =>
  departure({ cases: undefined, ...held, kind: kindOf(measure) });

/** The colour of a figure: by how far it lies from what was expected, or by its size among the others (`edges`). */
export function paintOf(
  palette: Palette,
  colour: RegionColour,
  away: Departure,
  value: number | null,
  edges: readonly number[],
): Paint | undefined {
  if (value === null) return undefined;
  if (colour === 'value') return painted(palette.sequential[colourStep(value, edges)]);
  return away.kind === 'known' ? painted(palette.diverging[away.step + 3]) : undefined;
}

const painted = (background: string | undefined): Paint | undefined =>
  background === undefined ? undefined : { background, colour: textOn(background) };
