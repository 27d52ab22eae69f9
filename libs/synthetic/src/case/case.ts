import { Chance } from '../chance/chance.ts';
import { drawFrom } from '../chance/draw.ts';
import type { Given } from '../events/event.ts';
import type { Cause } from '../master/causes.ts';
import { drawComplainantKind, drawIntake, drawSalesChannel, drawSource } from '../master/channels.ts';
import type { Outlet } from '../master/organisation.ts';
import type { Product } from '../master/products.ts';
import type { Sector } from '../master/regions.ts';
import { compactDay, dayText, monthOf } from '../shape/day-text.ts';
import { type Place, SECTOR_SHARE, dayStart, placeOf } from '../shape/schedule.ts';
import type { Template } from '../text/slots.ts';
import type { World } from './world.ts';

export type Kind = 'complaint' | 'chaser' | 'enquiry' | 'tipoff';

/** One row as it happened, before anybody wrote it down: what it is about and whom it concerns. */
export interface Case {
  readonly ordinal: number;
  readonly id: string;
  readonly kind: Kind;
  /** The complaint that this chaser or repeat belongs to. */
  readonly parent: Case | undefined;
  readonly isRepeat: boolean;
  /** Day number and moment (seconds of the company's clock) of receipt. */
  readonly day: number;
  readonly receivedAt: number;
  readonly source: 'regulator' | 'self' | 'other';
  readonly intake: string;
  /** Where the complainant lives: mostly a city, sometimes only the province, now and then nothing (''). */
  readonly region: string;
  readonly outlet: Outlet;
  /** Who answers for it: the outlet's 支公司, its 中心支公司 or the province. */
  readonly organisation: string;
  readonly isEscalated: boolean;
  readonly cause: Cause;
  readonly product: Product;
  readonly salesChannel: string;
  readonly saleDay: number;
  readonly complainantKind: string;
  readonly phone: string | undefined;
  readonly bodies: readonly Template[] | undefined;
}

const TOPIC = 501;
/** Repeats among ordinary complaints; they are complaints and are counted. */
const REPEATS = 0.04;

/** Receipt by hour of the day. */
const drawHour = drawFrom(
  Array.from({ length: 24 }, (_, hour) => hour),
  [1, 0.5, 0.3, 0.2, 0.3, 0.6, 1.5, 4, 22, 42, 40, 28, 14, 18, 34, 36, 32, 20, 10, 8, 7, 5, 3, 2],
);

/** Makes row `ordinal` of the schedule; the same every time it is asked for. */
export function caseOf(world: World, ordinal: number): Case {
  const place = placeOf(world.schedule, ordinal);
  const { segment } = place;
  const chance = new Chance(world.seed, TOPIC, ordinal);
  if (segment === 'property' || segment === 'life') {
    const parent = chance.chance(REPEATS) ? earlier(world, chance, ordinal, place.day, 30) : undefined;
    if (parent !== undefined) return followUp(world, chance, ordinal, place, parent, 'complaint');
    return drawCase(world, chance, ordinal, place, { kind: 'complaint', sector: segment });
  }
  if (segment === 'chaser') {
    const parent = earlier(world, chance, ordinal, place.day, 20);
    if (parent !== undefined) return followUp(world, chance, ordinal, place, parent, 'chaser');
  }
  const sector = chance.chance(SECTOR_SHARE.life) ? 'life' : 'property';
  const kind = segment === 'chaser' || segment === 'enquiry' || segment === 'tipoff' ? segment : 'complaint';
  const given = world.adding.get(segment)?.draw(chance, world.firstDay + place.day);
  return drawCase(world, chance, ordinal, place, { kind, sector, given });
}

const idOf = (day: number, inDay: number): string => `TS${compactDay(day)}${String(inDay + 1).padStart(6, '0')}`;

const momentOf = (chance: Chance, day: number): number => day * 86400 + drawHour(chance) * 3600 + chance.below(3600);

/** A repeat (a complaint again) or a chaser: the same matter, person and place as its parent, on a later day. */
function followUp(
  world: World,
  chance: Chance,
  ordinal: number,
  { day, inDay }: Place,
  parent: Case,
  kind: 'complaint' | 'chaser',
): Case {
  const repeat = kind === 'complaint';
  const number = world.firstDay + day;
  return {
    ...parent,
    ordinal,
    id: idOf(number, inDay),
    kind,
    parent,
    isRepeat: repeat,
    isEscalated: repeat && parent.isEscalated,
    day: number,
    receivedAt: momentOf(chance, number),
    source: repeat ? parent.source : 'self',
    intake: repeat ? parent.intake : 'phone',
  };
}

/**
 * A complaint of the last `reach` days that is not a repeat itself, or undefined if chance found none in one try.
 * Its own moment lies on an earlier day.
 */
function earlier(world: World, chance: Chance, ordinal: number, day: number, reach: number): Case | undefined {
  const first = dayStart(world.schedule, Math.max(0, day - reach));
  const until = dayStart(world.schedule, day);
  const found = first + chance.below(until - first);
  if (until <= first || found >= ordinal) return undefined;
  const { segment } = placeOf(world.schedule, found);
  if (segment === 'chaser' || segment === 'enquiry' || segment === 'tipoff') return undefined;
  const parent = caseOf(world, found);
  return parent.isRepeat || isHidden(world, parent) ? undefined : parent;
}

/** Whether the row falls into the reporting gap: it happened, but no file holds it. */
export function isHidden({ gap }: World, { day, outlet }: Pick<Case, 'day' | 'outlet'>): boolean {
  return gap !== undefined && day >= gap.from && day < gap.until && outlet.province === gap.region;
}

interface Wanted {
  readonly kind: Kind;
  readonly sector: Sector;
  readonly given?: Given | undefined;
}

/** One literal and no spreading: this runs for every row, and V8 copies spread objects field by field. */
function drawCase(world: World, chance: Chance, ordinal: number, place: Place, { kind, sector, given }: Wanted): Case {
  const day = world.firstDay + place.day;
  const cause = given?.cause ?? world.causeOf[sector][monthOf(day)]?.(chance);
  if (cause === undefined) throw new RangeError(`no causes for ${dayText(day)}`);
  const region = given?.outlet.region ?? world.regionOf[sector](chance);
  const outlet = given?.outlet ?? world.organisation.outletOf.get(region.code)?.(chance);
  const product = given?.product ?? world.products.of.get(cause.line)?.(chance);
  if (outlet === undefined || product === undefined) throw new RangeError(`no outlet or product for ${cause.line}`);
  const source = given?.source ?? drawSource(chance);
  const inProperty = cause.line.startsWith('property');
  const age = inProperty ? chance.below(365) : 20 + chance.exponential(800);
  return {
    ordinal,
    id: idOf(day, place.inDay),
    kind,
    parent: undefined,
    isRepeat: false,
    isEscalated: kind === 'complaint' && chance.chance(source === 'self' ? 0.005 : 0.05),
    day,
    receivedAt: momentOf(chance, day),
    source,
    intake: drawIntake[source](chance),
    region: drawPlace(chance, outlet),
    outlet,
    organisation: given?.organisation ?? drawAnswerable(chance, outlet),
    cause,
    product,
    salesChannel: given?.salesChannel ?? drawSalesChannel[inProperty ? 'property' : 'life'](chance),
    saleDay: given?.saleDay ?? Math.max(10957, Math.floor(day - age)),
    complainantKind: given?.complainantKind ?? drawComplainantKind(chance),
    phone: given?.phone,
    bodies: given?.bodies,
  };
}

function drawPlace(chance: Chance, { city, region }: Outlet): string {
  const u = chance.float();
  return u < 0.9 ? city.code : u < 0.99 ? region.code : '';
}

/** Mostly the 中心支公司: it is the level that scorecards compare. */
function drawAnswerable(chance: Chance, { branch, centre, province }: Outlet): string {
  const u = chance.float();
  return u < 0.35 ? branch : u < 0.92 ? centre : province;
}
