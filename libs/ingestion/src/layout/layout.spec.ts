import { describe, expect, it } from 'vitest';
import { detectText } from './detect-text.ts';
import { isNoteRow } from './note-row.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const found = (text: string | Uint8Array) => detectText(typeof text === 'string' ? bytes(text) : text, true, {}).layout;
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('a text is laid out', () => {
  it.each<[string, string | Uint8Array, object]>([
    ['with commas', 'id,day,source\n1,2026-01-02,self\n', { format: 'csv', delimiter: ',', headerRow: 1 }],
    ['with tabs', 'id\tday\tnote\n1\t2026-01-02\ta, b, c\n', { delimiter: '\t', headerRow: 1 }],
    ['with semicolons and decimal commas', 'id;amount;day\n1;3,5;2026-01-02\n2;4,5;2026-01-03\n', { delimiter: ';' }],
    ['with bars', 'id|day|t\n1|2026-01-02|10:30:15\n', { delimiter: '|' }],
    ['with control characters', 'id\u0001day\u0001x\n1\u00012026-01-02\u0001y\n', { delimiter: '\u0001' }],
    ['as its first line says', 'sep=;\nid;day\n1;2026-01-02\n', { delimiter: ';', headerRow: 2 }],
    ['below titles', '投诉台账\n\n制表：消保部\n编号,日期,来源\n1,2026-01-02,自收\n', { headerRow: 4 }],
    ['without a header', '1,2026-01-02,self\n2,2026-01-03,self\n3,2026-01-04,other\n', { headerRow: 0 }],
    ['with years for names', '地区,2017年,2016年,2015年\n北京市,1.5,2.5,3.5\n天津市,1,2,3\n', { headerRow: 1 }],
    ['in UTF-16', utf16('id\tday\n1\t2026-01-02\n'), { encoding: 'utf-16le', delimiter: '\t', headerRow: 1 }],
    ['in GBK', new Uint8Array([0xb1, 0xe0, 0xba, 0xc5, 44, 0xc8, 0xd5, 10, 49, 44, 50, 10]), { encoding: 'gb18030' }],
    ['with lines that return', 'id,day\r1,2026-01-02\r2,2026-01-03\r', { delimiter: ',', headerRow: 1 }],
    ['with one column', 'narrative\nfirst text\nsecond text\n', { delimiter: ',', headerRow: 1 }],
    ['as an object a line', '{"a":1}\n{"a":2}\n', { format: 'ndjson' }],
    ['as a list', '[\n  {"a": 1},\n  {"a": 2}\n]', { format: 'json' }],
    ['as a list inside a document', '{"data":[{"a":1}],"count":1}', { format: 'json' }],
    ['as a document over lines', '{\n  "rows": [\n    {"a": 1}\n  ]\n}', { format: 'json' }],
  ])('%s', (_, text, layout) => expect(found(text)).toMatchObject(layout));

  it('as a person says, whatever it looks like', () => {
    const choice = { encoding: 'gb18030', delimiter: ';', headerRow: 0 } as const;
    expect(detectText(bytes('a,b\n1,2\n'), true, choice).layout).toMatchObject(choice);
  });

  it('as UTF-8 even with a few damaged bytes', () => {
    const damaged = bytes(`编号,说明\n${'1,投诉内容很长很长\n'.repeat(20)}`);
    damaged[40] = 0xff;
    expect(found(damaged).encoding).toBe('utf-8');
  });

  it('and says how each part was found', () => {
    const { evidence } = detectText(bytes('a;b\n1;2\n'), true, {});
    expect(evidence.map(({ en }) => en)).toEqual([
      'Encoding UTF-8: judged by the content.',
      'Delimiter ";": it cuts most rows into 2 cells.',
      'The header is row 1.',
    ]);
  });
});

describe('a row is a note', () => {
  it.each([
    [['注：以上为已办结投诉', '', ''], true],
    [['数据来源：国家统计局'], true],
    [['合计', '', '120'], true],
    [['Total', '5', '6'], true],
    [['(2 rows affected)'], true],
    [['1', '2026-01-02', 'self'], false],
    [['来源', '自收', ''], false],
    [['13800000000'], false],
  ])('%j: %s', (cells, note) => expect(isNoteRow(cells, cells.length, 3)).toBe(note));
});
