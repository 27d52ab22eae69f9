import { dayNumber } from '@tocsin/calendar';
import { Chance } from '../chance/chance.ts';
import { type Draw, drawFrom } from '../chance/draw.ts';
import { drift } from '../events/drift.ts';
import type { AddingEvent, EventKind, Setting } from '../events/event.ts';
import { misSold } from '../events/mis-sold.ts';
import { ring } from '../events/ring.ts';
import { type Gap, type Recoding, gap, recoding } from '../events/silent.ts';
import { typhoon } from '../events/typhoon.ts';
import { type Cause, drawCauses } from '../master/causes.ts';
import { createOrganisation } from '../master/organisation.ts';
import { createProducts } from '../master/products.ts';
import { type Region, type Sector, companyRegions } from '../master/regions.ts';
import { type Schedule, type Segment, createSchedule } from '../shape/schedule.ts';

export interface CompanyOptions {
  /** Equal seeds, equal company, to the last byte. */
  readonly seed: number;
  /** Ordinary complaints in the period; chasers, enquiries and the labelled events come on top. */
  readonly complaints: number;
  /** First day a complaint may be received. */
  readonly from: string;
  /** The day on which all is told: nothing that is entered on or after it is known yet. */
  readonly until: string;
  /** The labelled events, all or some of them; all unless said otherwise. A gap and new codes leave every other row as it is. */
  readonly events?: boolean | readonly EventKind[];
}

/** All that is fixed before the first complaint is made. A few megabytes, whatever the number of complaints. */
export interface World extends Setting {
  readonly regionOf: Readonly<Record<Sector, Draw<Region>>>;
  /** By sector and month, 0 = January. */
  readonly causeOf: Readonly<Record<Sector, readonly Draw<Cause>[]>>;
  /** Share of complaints closed in time, by region. */
  readonly punctuality: ReadonlyMap<string, number>;
  readonly adding: ReadonlyMap<Segment, AddingEvent>;
  readonly gap: Gap | undefined;
  readonly recoding: Recoding | undefined;
  readonly schedule: Schedule;
}

const TOPIC = 401;

export function createWorld(options: CompanyOptions): World {
  const { seed, complaints } = options;
  const firstDay = dayNumber(options.from);
  const lastDay = dayNumber(options.until);
  if (lastDay <= firstDay) throw new RangeError(`until (${options.until}) must come after from (${options.from})`);
  const organisation = createOrganisation(seed);
  const setting: Setting = { seed, complaints, firstDay, lastDay, organisation, products: createProducts(seed) };
  const { events = true } = options;
  const has = (kind: EventKind) => (typeof events === 'boolean' ? events : events.includes(kind));
  const adding = [typhoon, misSold, ring, drift]
    .flatMap((event) => event(setting) ?? [])
    .filter(({ kind }) => has(kind));
  const extras = adding.map(({ kind, perDay }) => ({ name: kind, perDay }));
  const chance = new Chance(seed, TOPIC);
  return {
    ...setting,
    regionOf: { property: drawRegion('property'), life: drawRegion('life') },
    causeOf: { property: drawCausesByMonth('property'), life: drawCausesByMonth('life') },
    punctuality: new Map(companyRegions.map(({ code }) => [code, 0.915 + 0.075 * chance.float()])),
    adding: new Map(adding.map((event): [Segment, AddingEvent] => [`event:${event.kind}`, event])),
    gap: has('gap') ? gap(setting) : undefined,
    recoding: has('taxonomy') ? recoding(setting) : undefined,
    schedule: createSchedule(seed, complaints, firstDay, lastDay - firstDay, extras),
  };
}

const drawRegion = (sector: Sector): Draw<Region> =>
  drawFrom(
    companyRegions,
    companyRegions.map(({ share }) => share[sector]),
  );

const drawCausesByMonth = (sector: Sector): Draw<Cause>[] =>
  Array.from({ length: 12 }, (_, month) => drawCauses(sector, month));
