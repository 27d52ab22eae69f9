import { Readable } from 'node:stream';
import { beforeEach, expect, it } from 'vitest';
import { contract, rowsOf } from './engine-under-test.ts';

const TABLE = `inserts (
  id UInt64,
  label String DEFAULT concat('no. ', toString(id)),
  at DateTime('Asia/Shanghai') DEFAULT toDateTime('2020-01-01 00:00:00', 'Asia/Shanghai'),
  amount Nullable(Decimal(18, 2)),
  tags Array(LowCardinality(String)),
  doubled UInt64 MATERIALIZED id * 2
)`;

/** The same two rows, the second of which leaves everything but its id to the table. */
const TEXTS: readonly [format: string, columns: string, body: string][] = [
  [
    'JSONEachRow',
    '',
    '{"id":1,"label":"投诉\\n二","at":"2025-02-03 04:05:06","amount":"12.30","tags":["a","b"]}\n{"id":2}\n',
  ],
  ['CSVWithNames', '', 'label,id,at,amount,tags\n"投诉\n二",1,2025-02-03 04:05:06,12.30,"[\'a\',\'b\']"\n,2,,,\n'],
  ['CSV', '(id, label, at, amount, tags)', '1,"投诉\n二",2025-02-03 04:05:06,12.30,"[\'a\',\'b\']"\n2,,,,\n'],
];

contract('inserts', (ground) => {
  beforeEach(async () => {
    await ground.client.command({ query: `CREATE OR REPLACE TABLE ${TABLE} ENGINE = MergeTree ORDER BY id` });
  });

  const rows = (query = 'SELECT *, doubled FROM inserts ORDER BY id') => rowsOf(ground.client, query);
  const post = (query: string, body?: RequestInit['body']) => ground.send({ query }, { body });

  const first = { id: 1, label: '投诉\n二', at: '2025-02-03 04:05:06', amount: 12.3, tags: ['a', 'b'], doubled: 2 };
  const second = { id: 2, label: 'no. 2', at: '2020-01-01 00:00:00', amount: null, tags: [], doubled: 4 };

  it.each(TEXTS)('reads %s by the types of the table and fills in its defaults', async (format, columns, body) => {
    const response = await post(`INSERT INTO inserts ${columns} FORMAT ${format}`, body);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await rows()).toEqual([first, second]);
  });

  it('reads tab-separated values with escapes, given columns only', async () => {
    await post('INSERT INTO inserts (id, label) FORMAT TabSeparated', '1\t投\\t诉\\n\n');
    expect(await rows('SELECT id, label FROM inserts')).toEqual([{ id: 1, label: '投\t诉\n' }]);
  });

  it.each(['Native', 'RowBinaryWithNamesAndTypes', 'Parquet', 'Arrow', 'ArrowStream', 'ORC', 'Avro', 'MsgPack'])(
    'reads back its own %s',
    async (format) => {
      const query = `SELECT number AS id, '投诉' || number AS label FROM numbers(1000) FORMAT ${format}`;
      const made = await post(query);
      const bytes = new Uint8Array(await made.arrayBuffer());
      const response = await post(`INSERT INTO inserts (id, label) FORMAT ${format}`, bytes);
      expect([response.status, await response.text()]).toEqual([200, '']);
      expect(
        await rows("SELECT count() AS n, sum(id) AS s, countIf(label = '投诉' || id) AS labels FROM inserts"),
      ).toEqual([{ n: 1000, s: 499500, labels: 1000 }]);
    },
  );

  it('takes VALUES with expressions, DEFAULT and a semicolon at the end', async () => {
    await ground.client.command({
      query: "INSERT INTO inserts (id, label, amount) VALUES (3, DEFAULT, NULL), (1 + 1, upper('x;y'), 3);",
    });
    expect(await rows('SELECT id, label FROM inserts ORDER BY id')).toEqual([
      { id: 2, label: 'X;Y' },
      { id: 3, label: 'no. 3' },
    ]);
  });

  it('runs no second statement behind VALUES', async () => {
    const response = await post('INSERT INTO inserts (id) VALUES (1); DROP TABLE inserts');
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await rows('SELECT count() AS n FROM inserts')).toEqual([{ n: expect.any(Number) }]);
  });

  it('takes VALUES in the body behind a query in the URL', async () => {
    expect((await post('INSERT INTO inserts (id) VALUES', '(5),(6)')).status).toBe(200);
    expect(await rows('SELECT id FROM inserts ORDER BY id')).toEqual([{ id: 5 }, { id: 6 }]);
  });

  it('takes a statement and its binary data in one body', async () => {
    const made = await post("SELECT 7 AS id, '投' AS label FORMAT Native");
    const body = Buffer.concat([
      Buffer.from('INSERT INTO inserts (id, label) FORMAT Native\n'),
      Buffer.from(await made.arrayBuffer()),
    ]);
    const response = await ground.send({}, { body });
    expect(response.status).toBe(200);
    expect(await rows('SELECT id, label FROM inserts')).toEqual([{ id: 7, label: '投' }]);
  });

  it('takes parameters and INSERT … SELECT', async () => {
    await ground.client.command({
      query: 'INSERT INTO inserts (id) SELECT number FROM numbers({n:UInt32})',
      query_params: { n: 3 },
    });
    expect(await rows('SELECT count() AS n FROM inserts')).toEqual([{ n: 3 }]);
  });

  it('takes rows from the client, one by one or as a stream', async () => {
    await ground.client.insert({ table: 'inserts', values: [{ id: 1 }, { id: 2 }], format: 'JSONEachRow' });
    const values = Readable.from(Array.from({ length: 1000 }, (_, n) => ({ id: n + 3 })));
    await ground.client.insert({ table: 'inserts', columns: ['id'], values, format: 'JSONEachRow' });
    expect(await rows('SELECT count() AS n, sum(id) AS s FROM inserts')).toEqual([{ n: 1002, s: 502503 }]);
  });

  it('does not tear characters that are cut by the chunks of the body', async () => {
    const bytes = Buffer.from(Array.from({ length: 300 }, (_, n) => `{"id":${n},"label":"投诉处理意见😀"}\n`).join(''));
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    }
    const body = Readable.toWeb(Readable.from(pieces()));
    const response = await ground.send({ query: 'INSERT INTO inserts FORMAT JSONEachRow' }, {
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(200);
    expect(await rows("SELECT countIf(label = '投诉处理意见😀') AS whole, count() AS n FROM inserts")).toEqual([
      { whole: 300, n: 300 },
    ]);
  });

  it('accepts an empty body and inserts nothing', async () => {
    expect((await post('INSERT INTO inserts FORMAT JSONEachRow', '')).status).toBe(200);
    expect((await post('INSERT INTO inserts FORMAT CSVWithNames')).status).toBe(200);
    expect(await rows('SELECT count() AS n FROM inserts')).toEqual([{ n: 0 }]);
  });

  it('names the row that cannot be read, and inserts none of its block', async () => {
    const response = await post('INSERT INTO inserts FORMAT JSONEachRow', '{"id":1}\n{"id":"x"}\n');
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^Code: 27\. DB::Exception: (?!Code:).*at row 2/s);
    expect(await rows('SELECT count() AS n FROM inserts')).toEqual([{ n: 0 }]);
  });

  it('honours settings that change how the data are read, in the URL and in the statement', async () => {
    const body = '1;one\n';
    const query = "INSERT INTO inserts (id, label) SETTINGS format_csv_delimiter = ';' FORMAT CSV";
    expect((await post(query, body)).status).toBe(200);
    await ground.client.command({ query: 'TRUNCATE TABLE inserts' });
    await ground.client.insert({
      table: 'inserts',
      columns: ['id', 'label'],
      values: Readable.from([body], { objectMode: false }),
      format: 'CSV',
      clickhouse_settings: { format_csv_delimiter: ';' },
    });
    expect(await rows('SELECT id, label FROM inserts')).toEqual([{ id: 1, label: 'one' }]);
  });
});
