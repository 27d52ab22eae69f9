import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { contract } from './engine-under-test.ts';

const AWKWARD = [
  "it's",
  'back\\slash',
  'tab\tline\nend',
  '投诉 😀',
  '',
  'a"b`c',
  "'; DROP TABLE x; --",
  '{id:UInt8}',
  '%20+&=',
];

contract('parameters', (ground) => {
  const echo = async (type: string, value: unknown): Promise<unknown> => {
    const query = `SELECT {value:${type}} AS value`;
    const result = await ground.client.query({ query, query_params: { value }, format: 'JSONEachRow' });
    return (await result.json<{ value: unknown }>())[0]?.value;
  };

  it.each(AWKWARD)('carries the text %j unchanged', async (text) => {
    expect(await echo('String', text)).toBe(text);
    expect(await echo('Array(String)', [text, text])).toEqual([text, text]);
  });

  it('carries numbers, dates, NULL, arrays, tuples and maps', async () => {
    expect(await echo('Int32', -5)).toBe(-5);
    expect(await echo('Nullable(String)', null)).toBeNull();
    expect(await echo('Array(UInt16)', [1, 2])).toEqual([1, 2]);
    expect(await echo("DateTime('UTC')", new Date('2025-02-03T04:05:06Z'))).toBe('2025-02-03 04:05:06');
    expect(await echo('Map(String, UInt8)', { a: 1 })).toEqual({ a: 1 });
    expect(await echo('Decimal(18, 4)', '12.3400')).toBe(12.34);
  });

  it('substitutes names of tables', async () => {
    const query = 'SELECT count() AS n FROM {database:Identifier}.{table:Identifier}';
    const result = await ground.client.query({
      query,
      query_params: { database: 'system', table: 'one' },
      format: 'JSONEachRow',
    });
    expect(await result.json()).toEqual([{ n: expect.anything() }]);
  });

  it('carries parameters that are too long for a URL', async () => {
    const value = Array.from({ length: 5_000 }, (_, n) => `投诉编号-${n}`);
    const client = ground.clientWith({ use_multipart_params: true });
    const result = await client.query({
      query: 'SELECT length({value:Array(String)}) AS n, {value:Array(String)}[5000] AS last',
      query_params: { value },
      format: 'JSONEachRow',
    });
    expect(await result.json<{ n: string; last: string }>()).toMatchObject([{ last: '投诉编号-4999' }]);
  });

  it.each([1_000, 3_000])(
    'carries %i identifiers in the URL of a statement, where the client always puts them',
    async (count) => {
      const value = Array.from({ length: count }, (_, n) => `${7_000_000 + n}`);
      const query = 'SELECT length({value:Array(String)}) FORMAT TSV';
      const { stream } = await ground.client.exec({ query, query_params: { value } });
      expect(await text(stream)).toBe(`${count}\n`);
    },
  );

  it('says which parameter is missing or does not fit', async () => {
    await expect(ground.client.query({ query: 'SELECT {absent:UInt8}' })).rejects.toMatchObject({
      code: '456',
      message: expect.stringContaining('absent'),
    });
    await expect(ground.client.query({ query: 'SELECT {n:UInt8}', query_params: { n: 'x' } })).rejects.toMatchObject({
      code: '457',
    });
  });

  it('keeps parameters of requests at the same time apart', async () => {
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    expect(await Promise.all(numbers.map((n) => echo('UInt32', n)))).toEqual(numbers);
  });
});
