import { Profile, type ProfileInput } from '@tocsin/contracts';
import { describe, expect, it } from 'vitest';
import { RecordCutter } from '../cut/record-cutter.ts';
import { headerCells } from '../file/header-cells.ts';
import { openText } from '../file/open-text.ts';
import { canonicalProfile } from '../profile/shipped/canonical.ts';
import { shippedProfiles } from '../profile/shipped/shipped.ts';
import { type FileBeginning, inspectBlocks } from './inspect-blocks.ts';
import { previewBlocks } from './preview-blocks.ts';

function beginning(text: string): FileBeginning {
  const cutter = new RecordCutter({ delimiter: ',' });
  const [header, ...blocks] = [...cutter.push(new TextEncoder().encode(text)), ...cutter.end()];
  const columns = headerCells(openText(header!.bytes, 'utf-8').text, ',');
  const now = Date.parse('2026-11-22T00:00:00Z') / 1000;
  return { layout: CSV, columns, blocks, timeZone: 'Asia/Shanghai', now };
}
const CSV: FileBeginning['layout'] = {
  ...{ packing: 'none', entry: '', format: 'csv', encoding: 'utf-8' },
  ...{ delimiter: ',', headerRow: 1, sheet: '', footer: true },
};

const FILE = beginning(
  '投诉编号,投诉日期,投诉来源,投诉人,联系电话,投诉内容\n' +
    '1,2026/3/1,监管转办,张三丰,13812345678,请回电13987654321\n' +
    '2,2026/2/30,自收,李四光,13812345679,\n' +
    '3,2026/3/2,自收\n' +
    '4,2026/3/3,自收,王五岳,13812345670,好\n',
);

describe('a preview', () => {
  const preview = previewBlocks(FILE, canonicalProfile, 3);

  it('shows source cells and canonical values, and never a personal one in the clear', () => {
    expect(preview.rows[0]).toEqual({
      row: 2,
      outcome: 'accepted',
      cells: ['1', '2026/3/1', '监管转办', '张*', '138****5678', '请回电139****4321'],
      values: expect.objectContaining({
        complaint_id: '1',
        received_at: '2026-03-01 00:00:00',
        source: 'regulator',
        complainant_phone: '138****5678',
        status: 'open',
        due_on: '2026-03-16',
      }) as unknown,
      reasons: [],
    });
    expect(JSON.stringify(preview)).not.toMatch(/1\d{10}|张三丰|李四光|王五岳/);
  });

  it('says of every row what would become of it, in the order of the file, and counts more than it shows', () => {
    expect(preview.rows.map(({ row, outcome, reasons }) => [row, outcome, reasons.map(({ code }) => code)])).toEqual([
      [2, 'accepted', []],
      [3, 'rejected', ['not-a-date']],
      [4, 'rejected', ['cell-count']],
    ]);
    expect(preview).toMatchObject({ seen: 4, counts: { accepted: 2, rejected: 2, skipped: 0 }, misfit: null });
  });

  it('says why a file does not fit', () => {
    const { misfit, rows } = previewBlocks(beginning('a,b\n1,2\n'), canonicalProfile, 3);
    expect([rows, misfit?.en]).toEqual([[], expect.stringContaining('lacks the columns complaint_id')]);
  });

  it('gathers rows of one complaint', () => {
    const grain: ProfileInput = {
      name: 'grain',
      label: { zh: '合并', en: 'Grain' },
      dates: ['yyyy-MM-dd'],
      fields: {
        complaint_id: { column: 'id' },
        received_at: { column: 'day' },
        product: { column: 'p', gather: 'join' },
      },
      constants: { source: 'self' },
      grain: { by: ['id'] },
    };
    const file = beginning('id,day,p\n1,2026-01-01,A\n2,2026-01-01,\n1,2026-01-01,B\n');
    const { rows, counts } = previewBlocks(file, Profile.parse(grain), 20);
    expect(rows.map(({ row, values }) => [row, values.product])).toEqual([
      [2, 'A; B'],
      [3, undefined],
      [4, 'A; B'],
    ]);
    expect(counts).toEqual({ accepted: 3, warned: 0, rejected: 0, skipped: 0 });
  });
});

describe('an inspection', () => {
  const inspection = inspectBlocks(FILE, shippedProfiles);

  it('says what each column seems to be, with masked samples', () => {
    expect(inspection.columns.map(({ name, suggestion }) => [name, suggestion?.field])).toEqual([
      ['投诉编号', 'complaint_id'],
      ['投诉日期', 'received_at'],
      ['投诉来源', 'source'],
      ['投诉人', 'complainant_name'],
      ['联系电话', 'complainant_phone'],
      ['投诉内容', 'narrative'],
    ]);
    expect(inspection.columns[4]?.samples).toEqual(['138****5678', '138****5679', '138****5670']);
    expect(JSON.stringify(inspection)).not.toMatch(/1\d{10}|张三丰/);
  });

  it('proposes a profile whose preview takes what can be taken, and finds the stored one that fits', () => {
    expect(inspection.rowsSeen).toBe(3);
    expect(previewBlocks(FILE, inspection.suggested!, 20).counts).toMatchObject({ accepted: 2, rejected: 2 });
    expect(inspection.fits[0]).toMatchObject({ profile: 'canonical', share: 0.67 });
  });
});
