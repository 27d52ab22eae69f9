import type { Dimension } from '@tocsin/contracts';
import type { Chance } from '../chance/chance.ts';
import type { Cause } from '../master/causes.ts';
import type { Organisation, Outlet } from '../master/organisation.ts';
import type { Product, Products } from '../master/products.ts';
import type { Template } from '../text/slots.ts';

export const eventKinds = ['typhoon', 'mis-sold', 'ring', 'drift', 'gap', 'taxonomy'] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that was done to the data on purpose, so that a detector can be judged by it. */
export interface LabelledEvent {
  readonly kind: EventKind;
  /** Days on which complaints are touched, `from` ≤ day received < `until`. */
  readonly from: string;
  readonly until: string;
  /** Where: the values of each dimension that are touched. `outlet` is a column, not a dimension. */
  readonly slice: Readonly<Partial<Record<Dimension | 'outlet', readonly string[]>>>;
  /** Complaints that would not exist without the event. */
  readonly extra: number;
  readonly description: { readonly zh: string; readonly en: string };
}

/** What an event decides about one of its complaints; everything left out is drawn as for any other. */
export interface Given {
  readonly cause: Cause;
  readonly outlet: Outlet;
  readonly organisation?: string;
  readonly product?: Product;
  readonly salesChannel?: string;
  /** Day number. */
  readonly saleDay?: number;
  readonly source?: 'regulator' | 'self' | 'other';
  readonly complainantKind?: string;
  readonly phone?: string;
  readonly bodies?: readonly Template[];
}

/** An event that adds complaints. `perDay` is expected, per day of the period; what came of it is in `LabelledEvent`. */
export interface AddingEvent {
  readonly kind: EventKind;
  readonly label: Omit<LabelledEvent, 'extra'>;
  readonly perDay: readonly number[];
  readonly draw: (chance: Chance, dayNumber: number) => Given;
}

/** What events are made from. `firstDay` and `lastDay` are day numbers, `lastDay` not included. */
export interface Setting {
  readonly seed: number;
  readonly complaints: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly organisation: Organisation;
  readonly products: Products;
}

/** A bump of about `total` cases over the days from `from` to `until` (day numbers), shaped by `height` of 0 … 1. */
export function bump(
  { firstDay, lastDay }: Setting,
  from: number,
  until: number,
  total: number,
  height: (progress: number) => number,
): number[] {
  const perDay = Array.from({ length: lastDay - firstDay }, (_, index) => {
    const day = firstDay + index;
    return day < from || day >= until ? 0 : height((day - from + 0.5) / (until - from));
  });
  const sum = perDay.reduce((a, b) => a + b, 0);
  return perDay.map((share) => (sum === 0 ? 0 : (share * total) / sum));
}
