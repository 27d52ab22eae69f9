import type { RegionMap } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startTestServer();
  const payload = { label: 'ana', role: 'analyst', organisations: [] };
  ({ key } = await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload }));
});
afterAll(() => server.stop());

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 2, south],
      [west + 2, south + 2],
      [west, south],
    ],
  ],
});
const shape = (properties: object, geometry: object = square(116, 30)) => ({ type: 'Feature', properties, geometry });
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const anhui = collection(shape({ adcode: 340000 }), shape({ name: '内蒙古自治区' }), shape({ name: '某岛' }));
const give = (approval: string, geojson: object, headers = {}) =>
  server.send({ method: 'PUT', url: '/api/v1/region-map', payload: { approval, geojson }, headers });
const inUse = async () => (await server.json<{ map: RegionMap | null }>({ url: '/api/v1/region-map' })).map;

describe('the operator’s map', () => {
  it('is none at first', async () => expect(await inUse()).toBeNull());

  it.each([
    ['without the number of its approval', '', anhui, 400],
    ['with something else in its place', 'approved', anhui, 400],
    ['that is no collection', 'GS(2024)0650号', { type: 'Feature' }, 400],
    [
      'of lines',
      'GS(2024)0650号',
      collection(shape({ adcode: 340000 }, { type: 'LineString', coordinates: [[1, 1]] })),
      400,
    ],
    ['that joins no region', 'GS(2024)0650号', collection(shape({ name: 'Bavaria' })), 422],
    [
      'with two shapes of one region',
      'GS(2024)0650号',
      collection(shape({ adcode: '340000' }), shape({ name: '安徽省' })),
      422,
    ],
    ['in metres', 'GS(2024)0650号', collection(shape({ adcode: 340000 }, square(512_000, 3_400_000))), 422],
  ])('is refused %s', async (_, approval, geojson, status) => {
    expect((await give(approval, geojson)).statusCode).toBe(status);
    expect(await inUse()).toBeNull();
  });

  it('is refused above a megabyte', async () => {
    const wide = collection(shape({ adcode: 340000, note: 'x'.repeat(1_100_000) }));
    expect((await give('GS(2024)0650号', wide)).statusCode).toBe(413);
  });

  it('is given by administrators alone, seen by all with its number, and joined to regions by code or name', async () => {
    const headers = { authorization: `Bearer ${key}` };
    expect((await give('GS(2024)0650号', anhui, headers)).statusCode).toBe(403);
    expect((await give('GS(2024)0650号', anhui)).statusCode).toBe(200);
    const { map } = await server.json<{ map: RegionMap }>({ url: '/api/v1/region-map', headers });
    expect(map).toMatchObject({
      version: 1,
      approval: 'GS(2024)0650号',
      regions: ['340000', '150000'],
      others: ['某岛'],
    });
    expect(map.geojson).toEqual(anhui);
  });

  it('is replaced and taken out of use; versions go on', async () => {
    expect((await give('京S（2023）028号', anhui)).statusCode).toBe(200);
    expect(await inUse()).toMatchObject({ version: 2, approval: '京S（2023）028号' });
    const remove = () => server.send({ method: 'DELETE', url: '/api/v1/region-map' });
    expect((await remove()).statusCode).toBe(204);
    expect(await inUse()).toBeNull();
    expect((await remove()).statusCode).toBe(404);
    expect((await give('GS京(2022)1061号', anhui)).statusCode).toBe(200);
    expect(await inUse()).toMatchObject({ version: 4 });
  });
});
