import { addMonths, dayNumber, isoDay, monthStart } from '@tocsin/calendar';
import type { World } from '../case/world.ts';
import { Chance } from '../chance/chance.ts';
import { lineShares } from '../master/causes.ts';
import { type Sector, companyRegions } from '../master/regions.ts';
import { SECTOR_SHARE } from '../shape/schedule.ts';

export interface Exposure {
  /** First day of the month. */
  readonly month: string;
  /** A city or district where the branch keeps its books by them, the region otherwise. */
  readonly region: string;
  readonly organisation: string;
  readonly line: string;
  /** Yuan. */
  readonly premium: number;
  /** Policies signed in the month. */
  readonly policies: number;
  /** Insured person-times; 0 in property. */
  readonly person_times: number;
}

/** Regulator complaints per 100M yuan, per 10k policies, per 10k person-times: the middle of the medians of 2021–23. */
const RATES: Readonly<Record<Sector, { premium: number; policies: number; personTimes: number }>> = {
  property: { premium: 4.3, policies: 0.36, personTimes: Infinity },
  life: { premium: 1.6, policies: 0.22, personTimes: 0.08 },
};

const REGULATOR_SHARE = 0.517;

/** Premium by month beside an average one: the life companies' 开门红, the property companies' year end. */
const SEASON: Readonly<Record<Sector, readonly number[]>> = {
  life: [2.7, 1.25, 1.35, 0.75, 0.75, 0.95, 0.7, 0.75, 0.85, 0.65, 0.65, 0.65],
  property: [1.2, 0.8, 1.05, 0.95, 0.98, 1.06, 0.96, 0.95, 1.02, 0.94, 0.99, 1.1],
};

/** Branches that keep their books by city or district; of the others only the whole is known. */
const BY_CITY: readonly string[] = ['110000', '320000', '340000', '370000', '440300'];

const TOPIC = 601;
const CITY_TOPIC = 602;

/**
 * The denominators: every month that ended before the company's last day × region, or city in a few of them, × line. The
 * organisation is the provincial branch. Worked backwards from the complaints to expect, so that the company's rates lie near the
 * published medians, and then apart from region to region (a factor of about 2 between the better and the worse).
 */
export function* exposures(world: World): Generator<Exposure> {
  const last = monthStart(isoDay(world.lastDay));
  const perDay = world.complaints / (world.lastDay - world.firstDay);
  const cities = citiesOf(world);
  for (let month = monthStart(isoDay(world.firstDay)); month < last; month = addMonths(month, 1)) {
    const days = dayNumber(addMonths(month, 1)) - dayNumber(month);
    for (const sector of ['property', 'life'] as const) {
      const total = perDay * days * SECTOR_SHARE[sector] * REGULATOR_SHARE;
      for (const cell of cells(world.seed, month, sector, total)) yield* inCities(cell, cities.get(cell.region));
    }
  }
}

/** A month's cells of a sector in which `total` forwarded complaints are expected. */
function* cells(seed: number, month: string, sector: Sector, total: number): Generator<Exposure> {
  const chance = new Chance(seed, TOPIC, sector === 'life' ? 1 : 0);
  const season = SEASON[sector][Number(month.slice(5, 7)) - 1] ?? 1;
  const regionSum = companyRegions.reduce((sum, { share }) => sum + share[sector], 0);
  const lines = Object.entries(lineShares[sector]);
  const lineSum = lines.reduce((sum, [, share]) => sum + share, 0);
  // Where complaints crowd, the rate is above the median: the published life company's 吉林 has a fifth of them.
  const worse = lines.map(() => Math.exp(0.25 * chance.normal()));
  for (const { code, share } of companyRegions) {
    const place = Math.exp(0.3 * chance.normal());
    for (const [index, [line, lineShare]] of lines.entries()) {
      const expected = (total * share[sector] * lineShare) / (regionSum * lineSum * place * (worse[index] ?? 1));
      const { premium, policies, personTimes } = RATES[sector];
      yield {
        month,
        region: code,
        organisation: code,
        line,
        premium: Math.round((expected / premium) * 1e8 * season),
        policies: Math.round((expected / policies) * 1e4 * season),
        person_times: Math.round((expected / personTimes) * 1e4),
      };
    }
  }
}

interface Share {
  readonly code: string;
  /** The part of the region's business that this city and those before it do. */
  readonly upTo: number;
}

/** The cities of the branches that keep their books by them; rates lie apart from city to city as from region to region. */
function citiesOf({ seed, organisation }: World): Map<string, readonly Share[]> {
  const chance = new Chance(seed, CITY_TOPIC);
  return new Map(
    companyRegions
      .filter(({ code }) => BY_CITY.includes(code))
      .map(({ code, cities }) => {
        const weights = (organisation.cityShares.get(code) ?? []).map((part) => part / Math.exp(0.3 * chance.normal()));
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        let before = 0;
        const shares = cities.map((city, index) => {
          before += (weights[index] ?? 0) / whole;
          return { code: city.code, upTo: index === cities.length - 1 ? 1 : before };
        });
        return [code, shares];
      }),
  );
}

/** A region's cell as its cities' cells, which add up to it to the last yuan. */
function* inCities(cell: Exposure, shares: readonly Share[] | undefined): Generator<Exposure> {
  if (shares === undefined) return yield cell;
  let before = 0;
  for (const { code, upTo } of shares) {
    const part = (figure: number) => Math.round(figure * upTo) - Math.round(figure * before);
    yield {
      ...{ ...cell, region: code },
      ...{ premium: part(cell.premium), policies: part(cell.policies), person_times: part(cell.person_times) },
    };
    before = upTo;
  }
}

export function exposureCsv(world: World): string {
  const lines = ['month,region,organisation,line,premium,policies,person_times'];
  for (const e of exposures(world)) {
    lines.push([e.month, e.region, e.organisation, e.line, e.premium, e.policies, e.person_times].join(','));
  }
  return `${lines.join('\n')}\n`;
}
