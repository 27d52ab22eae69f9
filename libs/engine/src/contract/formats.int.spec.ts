import { expect, it } from 'vitest';
import { contract } from './engine-under-test.ts';

contract('formats of answers', (ground) => {
  const text = async (query: string, parameters: Record<string, string> = {}, init: RequestInit = {}) =>
    (await ground.send({ query, ...parameters }, init)).text();

  it('is tab-separated unless the request or the statement says otherwise', async () => {
    expect(await text("SELECT 1, 'a'")).toBe('1\ta\n');
    expect(await text("SELECT 1, 'a'", { default_format: 'CSV' })).toBe('1,"a"\n');
    expect(await text('SELECT 1 AS a', {}, { headers: { 'X-ClickHouse-Format': 'JSONEachRow' } })).toBe('{"a":1}\n');
    expect(await text('SELECT 1 AS a FORMAT JSONEachRow', { default_format: 'CSV' })).toBe('{"a":1}\n');
  });

  it('finds the FORMAT of a statement wherever it may stand', async () => {
    const expected = '{"a":1}\n';
    expect(await text('SELECT 1 AS a FORMAT JSONEachRow SETTINGS max_threads = 1')).toBe(expected);
    expect(await text('SELECT 1 AS a SETTINGS max_threads = 1 FORMAT JSONEachRow;')).toBe(expected);
    expect(await text('SELECT 1 AS a FORMAT JSONEachRow -- FORMAT CSV')).toBe(expected);
    expect(await text("/* FORMAT CSV */ SELECT 1 AS a, 'FORMAT CSV' AS b FORMAT JSONEachRow\n;")).toBe(
      '{"a":1,"b":"FORMAT CSV"}\n',
    );
    expect(await text('SELECT format FROM (SELECT 1 AS format)')).toBe('1\n');
    expect(await text('SELECT 1 AS format')).toBe('1\n');
    expect(await text('(SELECT 1 AS a) UNION ALL (SELECT 1 AS a) FORMAT JSONEachRow')).toBe(expected + expected);
    expect(await text('WITH 1 AS a SELECT a FORMAT JSONEachRow')).toBe(expected);
  });

  it('answers SHOW, DESCRIBE, EXISTS and EXPLAIN too', async () => {
    expect(await text('SHOW DATABASES')).toContain('tocsin_contract\n');
    expect(await text('DESCRIBE TABLE system.one FORMAT TSV')).toContain('dummy\tUInt8');
    expect(await text('EXISTS DATABASE tocsin_contract')).toBe('1\n');
    expect(await text('EXPLAIN SELECT 1')).toContain('ReadFrom');
  });

  it('puts statement and body together', async () => {
    expect(await text('SELECT 1 AS a,', {}, { body: '2 AS b FORMAT JSONEachRow' })).toBe('{"a":1,"b":2}\n');
  });

  it('gives Arrow that a reader without decompression understands', async () => {
    const settings = { output_format_arrow_compression_method: 'none' };
    const response = await ground.send({ query: 'SELECT number FROM numbers(1000) FORMAT ArrowStream', ...settings });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toMatch(/octet-stream|arrow/);
    // The stream begins with the mark of a message and ends with the mark of the end.
    expect(bytes.readUInt32LE(0)).toBe(0xffffffff);
    expect(bytes.subarray(-8).equals(Buffer.from('ffffffff00000000', 'hex'))).toBe(true);
    expect(bytes.includes(Buffer.from(BigUint64Array.from([998n, 999n]).buffer))).toBe(true);
  });

  it('answers nothing for FORMAT Null', async () => {
    expect(await text('SELECT number FROM numbers(10) FORMAT Null')).toBe('');
  });
});
