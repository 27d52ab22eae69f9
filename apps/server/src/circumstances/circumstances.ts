import { type DetectorName, type Point, takesExposure } from '@tocsin/detection';
import { type Dimension, type RuleGrain, type Slice, keptAndExcluded } from '@tocsin/contracts';
import type { ArrivedShares } from './arrived-shares.ts';
import type { BusinessVolume } from './business-volume.ts';
import type { Cut } from './told-cells.ts';
import { type KnownEvent, eventsOf, withEvents } from './known-events.ts';
import type { Part } from './same-part.ts';

/** What is known of days besides their counts. */
export interface Circumstances {
  readonly events: readonly KnownEvent[];
  /** How much of the last days has arrived; undefined where that cannot be told. */
  readonly arrived: ArrivedShares | undefined;
  readonly volume: BusinessVolume | undefined;
}

export const noCircumstances: Circumstances = { events: [], arrived: undefined, volume: undefined };

/** What is watched, as far as circumstances have to do with it. */
export interface Watched extends Cut {
  readonly grain: RuleGrain;
  readonly detector: { readonly name: DetectorName };
}

/** Adds to the points of a slice what is known of it besides. */
export type AddKnown = (points: readonly Point[], slice: Slice) => readonly Point[];

/**
 * For all series of a rule: known events are marked on those they concern, and where the method takes exposure each bucket
 * has the volume of business of its first day. `split` are the dimensions of the slices that are asked about.
 */
export function addKnown(
  { grain, detector, where, split }: Watched,
  { events, volume }: Pick<Circumstances, 'events' | 'volume'>,
): AddKnown {
  const volumeOf =
    volume === undefined || !takesExposure(detector.name, grain) ? undefined : volume.of({ where, split });
  return (points, slice) => {
    const marked = withEvents(points, eventsOf(partOf(where, slice), events), grain);
    const volumeOn = volumeOf?.(slice);
    if (volumeOn === undefined) return marked;
    return marked.map((point) => {
      const exposure = volumeOn(point.at);
      return exposure === undefined ? point : { ...point, exposure };
    });
  };
}

/** The slice within what the rule is limited to; what is left out by name limits nothing. */
export function partOf(where: Cut['where'], slice: Slice): Part {
  const kept = (Object.keys(where) as Dimension[]).map(
    (name) => [name, keptAndExcluded(where[name] ?? []).kept] as const,
  );
  return { ...Object.fromEntries(kept.filter(([, codes]) => codes.length > 0)), ...slice };
}
