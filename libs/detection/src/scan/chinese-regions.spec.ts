import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regions, singleListedCities } from '@tocsin/contracts';
import { mappedRegions, regionDistance, regionNeighbours, regionZones } from '../index.ts';

const codes = regions.codes.map(({ code }) => code);
const aRegion = fc.constantFrom(...mappedRegions);

function partOf(region: string): Set<string> {
  const part = new Set([region]);
  for (const member of part) for (const next of regionNeighbours(member)) part.add(next);
  return part;
}

describe('reporting regions on the map', () => {
  it('are the 34 provinces and the five single-listed cities', () => {
    expect([...mappedRegions].sort()).toEqual([...codes].sort());
    expect(mappedRegions).toHaveLength(39);
  });

  it('border each other both ways, once, and never themselves', () => {
    fc.assert(
      fc.property(aRegion, aRegion, (a, b) => {
        expect(regionNeighbours(a).includes(b)).toBe(regionNeighbours(b).includes(a));
        expect(new Set([...regionNeighbours(a), a]).size).toBe(regionNeighbours(a).length + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('hang together by land, but for Hainan and Taiwan', () => {
    expect(partOf('110000').size).toBe(37);
    expect([...partOf('460000')]).toEqual(['460000']);
    expect([...partOf('710000')]).toEqual(['710000']);
  });

  it('border whom the map says', () => {
    expect(regionNeighbours('610000')).toEqual([
      '140000',
      '150000',
      '410000',
      '420000',
      '500000',
      '510000',
      '620000',
      '640000',
    ]);
    expect(regionNeighbours('340000')).toEqual(['320000', '330000', '360000', '370000', '410000', '420000']);
    expect(regionNeighbours('230000')).toEqual(['150000', '220000']);
    for (const city of singleListedCities) expect(regionNeighbours(city)).toContain(`${city.slice(0, 2)}0000`);
  });

  it('that border each other lie nearer than any border can be long', () => {
    const distance = regionDistance(mappedRegions);
    mappedRegions.forEach((region, from) => {
      for (const other of regionNeighbours(region))
        expect(distance(from, mappedRegions.indexOf(other)), `${region} ${other}`).toBeLessThan(1950);
    });
    const [beijing, shanghai] = ['110000', '310000'].map((code) => mappedRegions.indexOf(code));
    expect(distance(beijing!, shanghai!)).toBeGreaterThan(1000);
    expect(distance(beijing!, shanghai!)).toBeLessThan(1150);
  });

  it('make circles: Beijing takes Tianjin in first', () => {
    const zones = regionZones(mappedRegions, Array<number>(39).fill(1));
    expect([...zones.members.slice(0, 3)].map((at) => mappedRegions[at])).toEqual(['110000', '120000', '130000']);
    expect(() => regionZones(['999999'], [1])).toThrow(/999999/);
  });
});
