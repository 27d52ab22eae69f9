import type { Sector } from './regions.ts';
import { type Draw, drawFrom } from '../chance/draw.ts';

/** What a complaint is about: business line, reason, and the link of the business where it arose. */
export interface Cause {
  readonly line: string;
  readonly reason: string;
  readonly link: string;
}

type Weights = Readonly<Record<string, number>>;

/** Share of each line in its sector's complaints (车险 32–64 %, 普通寿险 41–54 %, 疾病险 18–23 % in 2021–23). */
export const lineShares: Readonly<Record<Sector, Weights>> = {
  property: {
    'property.motor': 50,
    'property.agriculture': 4,
    'property.guarantee': 10,
    'property.accident-health': 15,
    'property.liability': 6,
    'property.enterprise-home': 4,
    'property.other': 11,
  },
  life: {
    'life.traditional': 47,
    'life.participating': 13,
    'life.universal': 4,
    'life.unit-linked': 0.5,
    'life.critical-illness': 20,
    'life.medical': 8,
    'life.care': 0.5,
    'life.accident': 3,
    'life.annuity': 4,
  },
};

/**
 * Reasons of the first level inside each line. Together with `lineShares` they give the published shares of 2021–23:
 * property 理赔 71–84 %, 销售 8–12 %; life 销售 48–53 %, 退保 26–28 %.
 */
const GROUPS: Readonly<Record<string, Weights>> = {
  'property.motor': { claim: 86, sale: 4, surrender: 3, underwriting: 4, service: 2.5, renewal: 0.5 },
  'property.agriculture': { claim: 90, sale: 5, underwriting: 3, service: 2 },
  'property.guarantee': { claim: 30, sale: 38, surrender: 18, service: 9, product: 5 },
  'property.accident-health': { claim: 76, sale: 13, surrender: 6, renewal: 2, service: 2, underwriting: 1 },
  'property.liability': { claim: 85, sale: 6, underwriting: 5, service: 4 },
  'property.enterprise-home': { claim: 84, sale: 7, underwriting: 5, service: 4 },
  'property.other': { claim: 75, sale: 14, surrender: 6, service: 3, product: 2 },
  'life.traditional': {
    sale: 54,
    surrender: 29,
    claim: 3,
    service: 4,
    maturity: 4,
    renewal: 3,
    product: 2.5,
    underwriting: 0.5,
  },
  'life.participating': { sale: 56, surrender: 24, maturity: 13, service: 3, renewal: 2, product: 2 },
  'life.universal': { sale: 57, surrender: 27, maturity: 6, service: 4, product: 6 },
  'life.unit-linked': { sale: 58, surrender: 24, maturity: 8, product: 10 },
  'life.critical-illness': {
    sale: 47,
    surrender: 28,
    claim: 18,
    service: 2.5,
    renewal: 2,
    underwriting: 2,
    product: 0.5,
  },
  'life.medical': { claim: 42, sale: 32, surrender: 14, renewal: 6, service: 3, underwriting: 3 },
  'life.care': { sale: 45, surrender: 25, claim: 20, service: 6, product: 4 },
  'life.accident': { claim: 55, sale: 28, surrender: 12, service: 5 },
  'life.annuity': { sale: 57, surrender: 29, maturity: 8, service: 3, product: 3 },
};

/** The second level inside the first. */
const DETAILS: Readonly<Record<string, Weights>> = {
  claim: { liability: 30, amount: 30, delay: 20, paperwork: 10, attitude: 5, payment: 5 },
  sale: { exaggeration: 32, promise: 20, 'surrender-loss': 22, 'premium-terms': 14, signature: 6, callback: 6 },
  underwriting: { refusal: 55, tying: 45 },
  surrender: { refund: 64, delay: 18, procedure: 18 },
  maturity: { amount: 68, delay: 32 },
  renewal: { debit: 60, lapse: 40 },
  service: { attitude: 55, access: 45 },
  product: { terms: 100 },
};

const LINKS: Readonly<Record<string, string>> = {
  claim: 'claim',
  sale: 'sale',
  underwriting: 'underwriting',
  surrender: 'surrender',
  maturity: 'maturity',
  renewal: 'renewal',
  service: 'other',
  product: 'other',
};

/**
 * First-quarter sales turn into complaints about sales from March to May (assumed). The twelve factors average 1, so
 * the year's shares stay as published.
 */
const SALE_BY_MONTH = [0.9, 0.88, 1.08, 1.16, 1.1, 1.03, 1, 0.98, 0.97, 0.97, 0.97, 0.96];

/** Draws causes of a sector in a month (0 = January). */
export function drawCauses(sector: Sector, month: number): Draw<Cause> {
  const causes: Cause[] = [];
  const weights: number[] = [];
  for (const [line, share] of Object.entries(lineShares[sector])) {
    for (const [group, part] of Object.entries(GROUPS[line] ?? {})) {
      const season = group === 'sale' ? (SALE_BY_MONTH[month] ?? 1) : 1;
      const details = DETAILS[group] ?? {};
      const whole = Object.values(details).reduce((sum, weight) => sum + weight, 0);
      for (const [detail, weight] of Object.entries(details)) {
        // Coached call-backs come to light in the call-back, policy changes in policy service; the rest where they arose.
        const link = detail === 'callback' ? 'callback' : detail === 'procedure' ? 'policy-service' : LINKS[group];
        causes.push({ line, reason: `${group}.${detail}`, link: link ?? 'other' });
        weights.push((share * part * season * weight) / whole);
      }
    }
  }
  return drawFrom(causes, weights);
}
