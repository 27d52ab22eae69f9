import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { arrowOf, fileOf, parquetOf, workbookOf, zipOf } from './testing/make-files.ts';
import { outcomeOf } from './testing/outcome-of.ts';

const HEADER = 'complaint_id,received_at,source,narrative';
const rows = ['1,2026-01-02,self,a', '2,2026-01-03,regulator,b'];
const plain = [HEADER, ...rows, ''].join('\n');
const taken = { read: 2, accepted: 2, rejected: 0, skipped: 0 };

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
/** `编号,受理时间,来源` and one row in GBK. */
const gbk = Buffer.from('b1e0bac52cc3dcc0edcab1bcf42cc0b4d4b40a', 'hex');

describe('a file that a person could produce', () => {
  it.each<[string, string | Uint8Array, object]>([
    [
      '“Unicode text” of Excel: UTF-16, tabs',
      utf16(plain.replaceAll(',', '\t')),
      { ...taken, layout: { encoding: 'utf-16le', delimiter: '\t' } },
    ],
    [
      'semicolons and decimal commas',
      'complaint_id;received_at;source;narrative\n1;2026-01-02;self;3,5\n2;2026-01-03;self;4,5\n',
      taken,
    ],
    ['carriage returns of an old Mac', plain.replaceAll('\n', '\r'), taken],
    ['a first line sep=;', `sep=;\n${plain.replaceAll(',', ';')}`, { read: 3, accepted: 2, skips: { title: 1 } }],
    ['line ends of three programs', `${HEADER}\r\n${rows[0]}\n${rows[1]}\r\n`, taken],
    [
      'titles, blank lines and notes',
      `投诉台账\n\n${plain}\n合计,2,,\n注：不含咨询\n`,
      { read: 7, accepted: 2, skips: { title: 1, blank: 2, note: 2 } },
    ],
    [
      'the notes of a database',
      `${plain}\n(2 rows affected)\n`,
      { accepted: 2, rejected: 0, skips: { blank: 1, note: 1 } },
    ],
    [
      'every cell quoted, blanks behind',
      '"complaint_id ","received_at","source","narrative"\n"1 ","2026-01-02 ","self","x "\n',
      { read: 1, accepted: 1 },
    ],
    [
      'a mark at the front and Chinese headings',
      '\uFEFF投诉编号,受理时间,投诉来源\n1,2026年1月2日,自收\n2,2026/1/3,监管转办\n',
      taken,
    ],
    [
      'only separators in some rows',
      `${HEADER}\n,,,\n${rows[0]}\n,,,\n`,
      { read: 3, accepted: 1, skips: { blank: 2 } },
    ],
    [
      'objects a line, blank lines, a comma at the end',
      '{"complaint_id":"1","received_at":"2026-01-02","source":"self"}\n\n{"complaint_id":"2","received_at":"2026-01-03","source":"self"}\n',
      { read: 3, accepted: 2, skips: { blank: 1 } },
    ],
    [
      'a document that was made to be read',
      JSON.stringify(
        [
          { complaint_id: '1', received_at: '2026-01-02', source: 'self' },
          { complaint_id: 2, received_at: '2026-01-03', source: 'self' },
        ],
        undefined,
        2,
      ),
      { ...taken, layout: { format: 'json' } },
    ],
    [
      'an answer of an interface around the list',
      JSON.stringify({
        total: 2,
        items: [
          { complaint_id: '1', received_at: '2026-01-02', source: 'self' },
          { complaint_id: '2', received_at: '2026-01-03', source: 'self' },
        ],
      }),
      taken,
    ],
    ['gzip', gzipSync(plain), { ...taken, layout: { packing: 'gzip' } }],
    [
      'bzip2',
      Buffer.from(
        'QlpoOTFBWSZTWUOuNcMAABNbgAAQAAZ5AAAAr6ffACAAVFA0GgAGQanpT0m0T1PUNAM+vdGiyeuJjSSg2cEuDJRVrwXit04X8p9SbcoRrOUaCQPyhAmowH4u5IpwoSCHXGuG',
        'base64',
      ),
      { ...taken, layout: { packing: 'bzip2' } },
    ],
  ])('%s', async (_, content, expected) => {
    expect(await outcomeOf(fileOf(content))).toMatchObject(expected);
  });

  const cells = [
    ['complaint_id', 'received_at', 'source', 'narrative'],
    [1, new Date(Date.UTC(2026, 0, 2)), 'self', 'a, "b"\nc'],
    [2, new Date(Date.UTC(2026, 0, 3, 9, 30)), 'regulator', null],
  ];
  const cover = [['Read Me'], ['This workbook holds complaints.']];

  it.each(['xlsx', 'biff8'] as const)(
    'a workbook (%s) with a cover, a hidden sheet, titles and day numbers',
    async (type) => {
      const wide = [['a', 'b', 'c', 'd', 'e', 'f'], ...Array.from({ length: 9 }, () => [1, 2, 3, 4, 5, 6])];
      const sheet = [['投诉台账'], [], ...cells, ['注：共 2 件']];
      const file = fileOf(workbookOf({ 说明: cover, 'hidden codes': wide, 台账: sheet }, type));
      const outcome = await outcomeOf(file);
      expect(outcome).toMatchObject({
        ...{ layout: { sheet: '台账', headerRow: 3 }, accepted: 2, rejected: 0 },
        skips: { title: 1, note: 1 },
      });
      expect((outcome as { rows: string }).rows).toContain('a, "b"\nc');
      expect(await outcomeOf(file, 'canonical', { sheet: '没有' })).toEqual({
        refusal: 'The workbook has no sheet 没有: there are 说明, hidden codes, 台账.',
      });
    },
  );

  it('a workbook in a zip, beside what an operating system puts there', async () => {
    const book = workbookOf({ 台账: cells });
    const zip = await zipOf({ 'export/data.csv': plain, '__MACOSX/export/._data.csv': 'x', 'export/.DS_Store': 'x' });
    expect(await outcomeOf(fileOf(zip))).toMatchObject({
      ...taken,
      layout: { packing: 'zip', entry: 'export/data.csv' },
    });
    const two = fileOf(await zipOf({ 'a.csv': plain, 'b.csv': plain }));
    expect(await outcomeOf(two)).toEqual({
      refusal: 'The archive holds several files (a.csv, b.csv): choose one of them, or import each.',
    });
    expect(await outcomeOf(two, 'canonical', { entry: 'b.csv' })).toMatchObject(taken);
    expect(await outcomeOf(fileOf(book))).toMatchObject({ ...taken, layout: { format: 'xlsx' } });
  });

  it('columns: Parquet, and Arrow as file and stream', async () => {
    const columns = {
      complaint_id: ['1', '2'],
      received_at: ['2026-01-02', '2026-01-03 10:00:00'],
      source: ['self', 'self'],
      narrative: ['a\nb', null],
    };
    expect(await outcomeOf(fileOf(parquetOf(columns)))).toMatchObject({ ...taken, layout: { format: 'parquet' } });
    expect(await outcomeOf(fileOf(arrowOf(columns)))).toMatchObject({ ...taken, layout: { format: 'arrow' } });
    expect(await outcomeOf(fileOf(arrowOf(columns, 'stream')))).toMatchObject(taken);
  });

  it('GBK, and GB 18030 with a character of four bytes', async () => {
    expect(await outcomeOf(fileOf(gbk))).toHaveProperty('refusal');
    const four = Buffer.concat([
      Buffer.from(`${HEADER}\n1,2026-01-02,self,`),
      Buffer.from('b1a3cfd58130813081308130', 'hex'),
      Buffer.from('\n'),
    ]);
    const outcome = await outcomeOf(fileOf(four));
    expect(outcome).toMatchObject({ accepted: 1, layout: { encoding: 'gb18030' } });
    expect((outcome as { rows: string }).rows).toContain('保险');
  });
});

describe('a file that cannot be read is refused with what to do', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /The file is empty/],
    ['white space', ' \n\n', /The file is empty/],
    ['a PDF', '%PDF-1.7\n…', /is PDF, not a table/],
    [
      'a web page that calls itself .xls',
      '<html><table><tr><td>1</td></tr></table></html>',
      /web page.*save it as \.xlsx/,
    ],
    ['gzip that was cut off', gzipSync(plain.repeat(50)).subarray(0, 60), /gzip file is cut off or damaged/],
    ['a zip that was cut off', Buffer.from('504b0304140000000800', 'hex'), /zip file is cut off or damaged/],
    ['Parquet that was cut off', parquetOf({ a: ['1'] }).slice(0, 40), /Parquet file is damaged/],
    ['JSON without a list', '{"a":{"b":1},"c":[1,2]}', /no list of objects|lacks the columns|does not know/],
    ['a page of columns nobody knows', 'alpha,beta\n1,2\n', /lacks the columns complaint_id, received_at, source/],
  ])('%s', async (_, content, sentence) => {
    const outcome = await outcomeOf(fileOf(content));
    if ('refusal' in outcome) expect(outcome.refusal).toMatch(sentence);
    else expect(outcome).toMatchObject({ accepted: 0 });
  });
});
