import { regions, singleListedCities } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { tilePlaces, tileState } from './tile-map.ts';

describe('the tile map', () => {
  it('has one tile for each of the 34 provinces, and none twice', () => {
    const provinces = regions.codes.map(({ code }) => code).filter((code) => !singleListedCities.includes(code));
    expect(tilePlaces.map(({ region }) => region).sort()).toEqual(provinces.sort());
    expect(tilePlaces).toHaveLength(34);
  });

  it('puts no two tiles on one place, within eight rows and seven columns', () => {
    expect(new Set(tilePlaces.map(({ row, column }) => `${row},${column}`)).size).toBe(34);
    expect(tilePlaces.every(({ row, column }) => row >= 0 && row <= 7 && column >= 0 && column <= 6)).toBe(true);
  });

  it('puts each single-listed city inside its own province', () => {
    const cities = tilePlaces.flatMap(({ region, city }) => (city === undefined ? [] : [{ region, city }]));
    expect(cities.map(({ city }) => city).sort()).toEqual([...singleListedCities].sort());
    for (const { region, city } of cities) expect(city.slice(0, 2)).toBe(region.slice(0, 2));
  });

  it.each([
    ['230000', 0, 6],
    ['150000', 1, 3],
    ['650000', 2, 0],
    ['370000', 3, 4],
    ['310000', 4, 6],
    ['530000', 5, 1],
    ['440000', 6, 3],
    ['710000', 6, 5],
    ['460000', 7, 2],
    ['810000', 7, 4],
  ])('puts %s in row %i, column %i', (region, row, column) => {
    expect(tilePlaces.find((place) => place.region === region)).toMatchObject({ row, column });
  });

  it('tells no business from no data', () => {
    expect(tileState('810000', null)).toBe('no-business');
    expect(tileState('540000', undefined)).toBe('no-data');
    expect(tileState('810000', 3)).toBe('value');
    expect(tileState('540000', 0)).toBe('value');
  });
});
