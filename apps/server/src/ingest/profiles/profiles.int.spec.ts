import { Profile, type ProfileInput } from '@tocsin/contracts';
import { canonicalProfile } from '@tocsin/ingestion';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Audit } from '../../identity/audit.ts';
import { IngestBench } from '../testing.ts';
import { ProfilesService } from './profiles.service.ts';

const branch = (more: Partial<ProfileInput> = {}): Profile =>
  Profile.parse({
    name: 'branch',
    label: { zh: '分公司', en: 'Branch' },
    dates: ['yyyy/M/d'],
    fields: { complaint_id: { column: '编号' }, received_at: { column: '日期' }, line: { column: '险种' } },
    constants: { source: 'self' },
    ...more,
  });
const FILE = '编号,日期,险种\n1,2026/3/1,车险\n2,2026/3/2,寿险\n';
const motor = branch({
  fields: {
    complaint_id: { column: '编号' },
    received_at: { column: '日期' },
    line: { column: '险种', values: { 车险: 'property.motor', 寿险: 'life' } },
  },
});

describe('profiles that people keep', () => {
  let bench: IngestBench;
  let profiles: ProfilesService;
  beforeAll(async () => {
    bench = await IngestBench.open();
    const clock = { now: () => bench.now };
    profiles = new ProfilesService(bench.warehouse, clock, new Audit(bench.warehouse, clock));
  });
  afterAll(() => bench.close());

  it('are versions that stay, beside those that ship', async () => {
    expect(await profiles.put(branch(), 'li')).toMatchObject({ name: 'branch', version: 1, shipped: false, by: 'li' });
    expect(await profiles.put(branch(), 'wang')).toMatchObject({ version: 1, by: 'li' });
    expect(await profiles.put(motor, 'wang')).toMatchObject({ version: 2, by: 'wang' });
    expect(await profiles.get('branch', 1)).toEqual(branch());
    expect(await profiles.get('branch')).toEqual(motor);
    expect((await profiles.versions('branch')).map(({ version }) => version)).toEqual([2, 1]);
    const names = (await profiles.list()).map(({ name, version }) => `${name} ${version}`);
    expect(names).toEqual(['branch 2', 'canonical 0', 'cfpb 0', 'connecticut 0', 'texas 0']);
  });

  it('may be a changed version of one that ships, whose own stays version 0', async () => {
    expect(await profiles.put(canonicalProfile, 'li')).toMatchObject({ version: 0, shipped: true });
    const changed = { ...canonicalProfile, maxRejectedShare: 0.5 };
    expect(await profiles.put(changed, 'li')).toMatchObject({ name: 'canonical', version: 1 });
    expect((await profiles.versions('canonical')).map(({ version }) => version)).toEqual([1, 0]);
    expect(await profiles.get('canonical', 0)).toEqual(canonicalProfile);
  });

  it('are refused where they could not be used, and unknown ones not found', async () => {
    const doubtful = branch({ dates: ['M/d/yyyy', 'd/M/yyyy'] });
    await expect(profiles.put(doubtful, 'li')).rejects.toMatchObject({ code: 'invalid-request' });
    await expect(profiles.get('nobody')).rejects.toMatchObject({ code: 'not-found' });
    await expect(profiles.get('branch', 9)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('apply to an import in the version that was current when it came, and only in that one', async () => {
    const waiting = await bench.receive(FILE, { profile: 'branch' });
    expect(waiting).toMatchObject({ profile: 'branch', profileVersion: 2 });
    await profiles.put(branch({ label: { zh: '分公司', en: 'Branch office' } }), 'li');
    await expect(bench.run('stored')).rejects.toThrow('crash after stored');
    await bench.restart();
    expect(await bench.run()).toMatchObject([{ profileVersion: 2, accepted: 2, added: 2 }]);
    expect(await bench.byMonth('line')).toEqual({ '2026-03-01 property.motor': 1, '2026-03-01 life': 1 });
  });

  it('make the same bytes a new import once they have changed', async () => {
    const again = await bench.receive(FILE, { profile: 'branch' });
    expect(again).toMatchObject({ profileVersion: 3, state: 'received' });
    await bench.run();
    // Version 3 maps no lines: the same complaints come as something newer or older, never as more of them.
    expect(await bench.total()).toBe(2);
    expect((await bench.receive(FILE, { profile: 'branch' })).id).toBe(again.id);
  });
});
