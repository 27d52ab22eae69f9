import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalProfile } from '@tocsin/ingestion';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Audit } from '../../identity/audit.ts';
import { ProfilesService } from '../profiles/profiles.service.ts';
import { IngestBench } from '../testing.ts';
import { InspectionsService } from './inspections.service.ts';

/** 编号,投诉日期,来源 as GB 18030 writes it, and one row: 1,2026/3/1,自收 */
const GBK = Buffer.from('b1e0bac52ccdb6cbdfc8d5c6da2cc0b4d4b40a312c323032362f332f312cd7d4cad50a', 'hex');

describe('looking at a file before it is imported', () => {
  let bench: IngestBench;
  let inspections: InspectionsService;
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-inspect-'));
  const fileOf = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  beforeAll(async () => {
    bench = await IngestBench.open();
    const clock = { now: () => bench.now };
    const profiles = new ProfilesService(bench.warehouse, clock, new Audit(bench.warehouse, clock));
    inspections = new InspectionsService({ timeZone: 'Asia/Shanghai' }, clock, profiles);
  });
  afterAll(async () => {
    await inspections.onApplicationShutdown();
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells layout, columns, a proposal and the profile that fits, in a thread', async () => {
    const inspection = await inspections.inspectFile(fileOf('gbk.csv', GBK), {});
    expect(inspection.layout).toMatchObject({ encoding: 'gb18030', delimiter: ',', headerRow: 1 });
    expect(inspection.columns.map(({ suggestion }) => suggestion?.field)).toEqual([
      'complaint_id',
      'received_at',
      'source',
    ]);
    expect(inspection.fits[0]).toMatchObject({ profile: 'canonical', share: 1 });
    expect(inspection.refusal).toBeNull();
  });

  it('says what would become of its rows under a profile, in a layout that a person chose', async () => {
    const path = fileOf('semicolons.csv', '投诉编号;日期;来源\n1;2026/3/1;自收\n2;2026/3/32;自收\n');
    const profile = {
      ...canonicalProfile,
      fields: { ...canonicalProfile.fields, received_at: { column: '日期' } },
    };
    const preview = await inspections.previewFile(path, profile, { delimiter: ';' }, 20);
    expect(preview).toMatchObject({ seen: 2, counts: { accepted: 1, rejected: 1 }, misfit: null });
    expect(preview.rows[0]?.values).toMatchObject({ complaint_id: '1', source: 'self' });
  });

  it('refuses with a sentence: an empty file, and a profile that cannot be meant', async () => {
    const empty = fileOf('empty.csv', '');
    expect((await inspections.inspectFile(empty, {})).refusal?.zh).toMatch(/空/);
    expect((await inspections.previewFile(empty, canonicalProfile, {}, 20)).misfit).not.toBeNull();
    const doubtful = { ...canonicalProfile, dates: ['M/d/yyyy' as const, 'd/M/yyyy' as const] };
    await expect(inspections.previewFile(empty, doubtful, {}, 20)).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
