import { AnyRule } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import {
  compareLevels,
  defaultFeedRules,
  defaultPolicy,
  defaultRules,
  headline,
  levelOf,
  lowerLevel,
} from './index.ts';

const of = (p: number, q: number, observed = 62, expected = 21) =>
  levelOf({ observed, expected, p, q }, defaultPolicy.levels);

describe('the level of an excess', () => {
  it.each([
    [0.01, 0.9, undefined],
    [0.009, 0.9, 'blue'],
    [0.009, 0.049, 'yellow'],
    [0.009, 0.0099, 'orange'],
    [0.0001, 0.0009, 'red'],
  ])('p %d and q %d: %s', (p, q, level) => expect(of(p, q)).toBe(level));

  it('is red only for twice the expectation and five cases more', () => {
    expect(of(1e-9, 1e-8, 41, 21)).toBe('orange'); // not twice
    expect(of(1e-9, 1e-8, 5, 0.2)).toBe('orange'); // 4.8 above
    expect(of(1e-9, 1e-8, 6, 0.2)).toBe('red');
  });

  it('can be compared and lowered', () => {
    expect(compareLevels('red', 'orange')).toBeGreaterThan(0);
    expect([lowerLevel('red'), lowerLevel('blue')]).toEqual(['orange', undefined]);
  });
});

describe('the default rules', () => {
  it('are rules, each with a name of its own', () => {
    const all = [...defaultRules, ...defaultFeedRules];
    for (const rule of all) expect(AnyRule.parse(rule)).toEqual(rule);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});

describe('the headline', () => {
  const note = { zh: '62 件, 预期 21', en: '62 cases, 21 expected' };
  const nameOf = (dimension: string, code: string) => ({ zh: `${dimension}=${code}`, en: code });

  it('names the slice in the order of the dimensions', () => {
    expect(headline({ line: 'property.motor', region: '340000' }, note, nameOf)).toEqual({
      zh: 'region=340000 · line=property.motor：62 件, 预期 21',
      en: '340000 · property.motor: 62 cases, 21 expected',
    });
  });

  it('says when it is the whole company', () => expect(headline({}, note, nameOf).zh).toBe('全公司：62 件, 预期 21'));
});
