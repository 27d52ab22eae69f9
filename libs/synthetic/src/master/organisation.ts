import { Chance } from '../chance/chance.ts';
import { type Draw, drawFrom } from '../chance/draw.ts';
import { type City, type Region, companyRegions } from './regions.ts';

/**
 * One sales office (营销服务部) with the offices above it. Codes are dotted paths, so an ancestor is a prefix:
 * 370000 (省级分公司) → 370000.02 (中心支公司) → 370000.02.01 (支公司) → 370000.02.01.03.
 */
export interface Outlet {
  readonly code: string;
  readonly branch: string;
  readonly centre: string;
  readonly province: string;
  readonly region: Region;
  readonly city: City;
  /** Running number in the whole company: sellers are named after it. */
  readonly number: number;
}

export interface OrganisationUnit {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly parent: string;
}

export interface Organisation {
  readonly units: readonly OrganisationUnit[];
  readonly outlets: readonly Outlet[];
  /** Draws an outlet of a region; a few do most of the business. */
  readonly outletOf: ReadonlyMap<string, Draw<Outlet>>;
  /** By region: which part of its business each of its cities does, in their order; they add up to 1. */
  readonly cityShares: ReadonlyMap<string, readonly number[]>;
}

const TOPIC = 101;
const two = (n: number): string => String(n).padStart(2, '0');

/** The organisation tree, about 2,200 offices of all levels, the same for any number of complaints. */
export function createOrganisation(seed: number): Organisation {
  const chance = new Chance(seed, TOPIC);
  const units: OrganisationUnit[] = [];
  const outlets: Outlet[] = [];
  const outletOf = new Map<string, Draw<Outlet>>();
  const cityShares = new Map<string, readonly number[]>();
  for (const region of companyRegions) {
    units.push({ code: region.code, zh: `${region.zh}分公司`, en: `${region.en} Branch`, parent: '' });
    const mine = region.cities.flatMap((city, index) => addCentre(region, city, index + 1, chance, units));
    const numbered = mine.map((outlet, index) => ({ ...outlet, number: outlets.length + index + 1 }));
    outlets.push(...numbered);
    const weights = skewed(numbered.length, chance);
    outletOf.set(region.code, drawFrom(numbered, weights));
    cityShares.set(region.code, sharesOf(region, numbered, weights));
  }
  return { units, outlets, outletOf, cityShares };
}

function sharesOf({ cities }: Region, outlets: readonly Outlet[], weights: readonly number[]): number[] {
  const sum = (of: (outlet: Outlet) => boolean) =>
    outlets.reduce((total, outlet, index) => total + (of(outlet) ? (weights[index] ?? 0) : 0), 0);
  const whole = sum(() => true);
  return cities.map((city) => sum((outlet) => outlet.city === city) / whole);
}

/** One 中心支公司 with its 2–5 支公司 of 2–5 offices each; adds their names to `units`. */
function addCentre(region: Region, city: City, index: number, chance: Chance, units: OrganisationUnit[]): Outlet[] {
  const centre = `${region.code}.${two(index)}`;
  const found: Outlet[] = [];
  units.push({ code: centre, zh: `${city.zh}中心支公司`, en: `${city.en} Centre`, parent: region.code });
  const branches = chance.between(2, 5);
  for (let b = 1; b <= branches; b += 1) {
    const branch = `${centre}.${two(b)}`;
    units.push({ code: branch, zh: `${city.zh}第${b}支公司`, en: `${city.en} Office ${b}`, parent: centre });
    const offices = chance.between(2, 5);
    for (let o = 1; o <= offices; o += 1) {
      const code = `${branch}.${two(o)}`;
      units.push({ code, zh: `${city.zh}${b}-${o}营销服务部`, en: `${city.en} Outlet ${b}-${o}`, parent: branch });
      found.push({ code, branch, centre, province: region.code, region, city, number: 0 });
    }
  }
  return found;
}

/** Weights that fall like 1/rank^0.8, shuffled: a few outlets carry most of the business. */
export function skewed(size: number, chance: Chance): number[] {
  const weights = Array.from({ length: size }, (_, rank) => 1 / (rank + 1) ** 0.8);
  for (let i = size - 1; i > 0; i -= 1) {
    const j = chance.below(i + 1);
    [weights[i], weights[j]] = [weights[j] as number, weights[i] as number];
  }
  return weights;
}
