import { type Layout, Profile, SeriesRule } from '@tocsin/contracts';
import { startEngine } from '@tocsin/engine';
import { describe, expect, it } from 'vitest';
import { wholeCompany } from '../facts/scope.ts';
import * as w from '../index.ts';
import { importRecord } from '../testing/import-record.ts';
import { onEngine } from '../testing/on-engine.ts';

const engine = onEngine(startEngine);
const scope = wholeCompany;
const at = (minute: number): string => new Date(Date.UTC(2026, 2, 15, 4, minute)).toISOString();
const say = (text: string) => ({ zh: text, en: text });

const layout: Layout = {
  packing: 'none',
  entry: '',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  sheet: '',
  footer: true,
};

const batch = importRecord();

describe('imports', () => {
  it('are replaced by their id, and found by key, content and state', async () => {
    const { warehouse } = engine;
    await w.saveImport(warehouse, batch);
    expect(await warehouse.rows(w.unfinishedImports())).toEqual([batch]);
    const reasons = [{ code: 'missing', field: 'source', rows: 2, sentence: say('missing') }];
    const done: w.ImportRecord = {
      ...batch,
      state: 'done',
      finishedAt: at(1),
      read: 5,
      rejected: 2,
      reasons,
      warnings: reasons,
      skips: [{ code: 'blank', field: '', rows: 1, sentence: say('blank') }],
      layout: { ...layout, format: 'xlsx', sheet: 'Sheet1' },
      error: say('some'),
    };
    await w.saveImport(warehouse, done);
    expect(await warehouse.one(w.getImport('b1'))).toEqual(done);
    expect(await warehouse.rows(w.unfinishedImports())).toEqual([]);
    expect(await warehouse.one(w.findImportByKey('key-1', done.requestedBy))).toEqual(done);
    expect(await warehouse.maybeOne(w.findImportByKey('key-1', 'somebody else'))).toBeUndefined();
    expect(await warehouse.maybeOne(w.findImportByContent('abc', 'canonical', done.profileVersion))).toEqual(done);
    expect(
      await warehouse.maybeOne(w.findImportByContent('abc', 'canonical', done.profileVersion + 1)),
    ).toBeUndefined();
    expect(await warehouse.maybeOne(w.findImportByContent('abc', 'texas', done.profileVersion))).toBeUndefined();
    await w.saveImport(warehouse, { ...done, state: 'failed' });
    expect(await warehouse.maybeOne(w.findImportByContent('abc', 'canonical', done.profileVersion))).toBeUndefined();
    await w.saveImport(warehouse, { ...batch, id: 'b2', idempotencyKey: '', receivedAt: at(9) });
    expect(await warehouse.maybeOne(w.findImportByKey('', batch.requestedBy))).toBeUndefined();
    expect((await warehouse.rows(w.listImports(10))).map(({ id }) => id)).toEqual(['b2', 'b1']);
  });

  it('keep a refused row once, however often it is written', async () => {
    const rows = [7, 3].map((rowNumber) => ({
      batchId: 'b1',
      rowNumber,
      reasons: [{ code: 'x', field: 'f', sentence: say('x') }],
      raw: '{"a":"张*"}',
      personKeys: [`person ${rowNumber}`],
    }));
    await w.insertRejectedRows(engine.warehouse, rows);
    await w.insertRejectedRows(engine.warehouse, rows.slice(0, 1));
    const original = { batchId: 'b1', rowNumber: 3, sealed: 'sealed', keptUntil: '2100-01-01' };
    await w.insertRejectedOriginals(engine.warehouse, [original]);
    await w.insertRejectedOriginals(engine.warehouse, [original]);
    const kept = rows.map(({ personKeys: _, ...row }) => ({ ...row, sealed: row.rowNumber === 3 ? 'sealed' : '' }));
    expect(await engine.warehouse.rows(w.rejectedRows('b1'))).toEqual([kept[1], kept[0]]);
    expect(await engine.warehouse.rows(w.rejectedRows('b1', 1))).toEqual([kept[1]]);
  });
});

const event = (seq: number, more: Partial<w.AlertEventRecord>): w.AlertEventRecord => ({
  alertId: 'w1',
  seq,
  kind: 'opened',
  at: at(seq),
  bucket: '2026-03-09',
  level: 'orange',
  because: say(`event ${seq}`),
  ruleId: 'r1',
  ruleVersion: 1,
  feed: '',
  ruleLabel: say('rule'),
  seriesKey: 'line=life',
  slice: { line: 'life', organisation: 'hq.east' },
  grain: 'week',
  state: 'open',
  peakLevel: 'orange',
  openedAt: at(1),
  resolvedAt: null,
  firstBucket: '2026-03-09',
  lastBucket: '2026-03-09',
  observed: 12,
  expected: 4,
  upper: 9,
  pValue: 0.001,
  headline: say('12 against 4'),
  contributors: [{ dimension: 'reason', code: 'sale', observed: 9, expected: 2, excess: 7, share: 0.875 }],
  memory: '{"calm":1}',
  ...more,
});

describe('warnings', () => {
  it('stand as their last event left them, with the contributors of when they last rose', async () => {
    const { warehouse } = engine;
    const opened = event(1, {});
    const resolved = event(2, {
      kind: 'resolved',
      state: 'resolved',
      resolvedAt: at(2),
      level: 'blue',
      contributors: [],
    });
    const other = event(1, { alertId: 'w2', slice: {}, level: 'red', peakLevel: 'red', at: at(5) });
    await w.saveAlertEvents(warehouse, [opened, other]);
    await w.saveAlertEvents(warehouse, [opened, resolved]);

    expect(
      (await warehouse.rows(w.listAlerts({ state: 'any', limit: 9, offset: 0, scope }))).map(({ id, level }) => [
        id,
        level,
      ]),
    ).toEqual([
      ['w2', 'red'],
      ['w1', 'blue'],
    ]);
    expect(await warehouse.one(w.getAlert({ id: 'w1', scope }))).toMatchObject({
      state: 'resolved',
      changedAt: at(2),
      peakLevel: 'orange',
      slice: { line: 'life' },
    });
    expect(await warehouse.rows(w.alertHistory({ id: 'w1', scope }))).toEqual([opened, resolved]);
    expect((await warehouse.rows(w.alertEvents({ id: 'w1', scope }))).map(({ kind }) => kind)).toEqual([
      'opened',
      'resolved',
    ]);
    expect(await warehouse.one(w.alertContributors({ id: 'w1', scope }))).toEqual({
      contributors: opened.contributors,
    });
    expect(await warehouse.one(w.countAlerts({ state: 'any', scope }))).toEqual({
      total: 2,
      data: 0,
      blue: 0,
      yellow: 0,
      orange: 0,
      red: 1,
    });
    expect(await warehouse.rows(w.alertStates({ since: new Date(at(3)) }))).toEqual([other]);
    expect(await warehouse.rows(w.alertEventsSince({ since: new Date(at(2)), scope }))).toEqual([resolved, other]);
  });

  it('are shown to those whose organisations they are about', async () => {
    const ids = async (organisations: string[]) =>
      (await engine.warehouse.rows(w.listAlerts({ state: 'any', limit: 9, offset: 0, scope: { organisations } }))).map(
        ({ id }) => id,
      );
    expect(await ids(['hq.east'])).toEqual(['w1']);
    expect(await ids(['hq'])).toEqual(['w1']);
    expect(await ids(['hq.eastern'])).toEqual([]);
  });

  it('rest on signals, of which the newest evaluation stays', async () => {
    const signal: w.Signal = {
      ruleId: 'r1',
      ruleVersion: 1,
      seriesKey: 'line=life',
      slice: { line: 'life' },
      grain: 'week',
      bucket: '2026-03-09',
      observed: 12,
      expected: 4,
      upper: 9,
      pValue: 0.001,
      score: null,
      verdict: 'excess',
      level: 'orange',
      note: null,
      evaluatedAt: at(1),
    };
    const later: w.Signal = { ...signal, observed: 13, note: say('revised'), evaluatedAt: at(2) };
    await w.saveSignals(engine.warehouse, [later]);
    await w.saveSignals(engine.warehouse, [signal]);
    expect(await engine.warehouse.rows(w.signals({ from: '2026-03-09', until: '2026-03-10' }))).toEqual([later]);
    expect(await engine.warehouse.rows(w.signals({ from: '2026-03-10', until: '2026-03-11' }))).toEqual([]);
  });

  it('are told by notices, which are pending until they are sent', async () => {
    const { warehouse } = engine;
    const notice: w.NoticeRecord = {
      noticeId: 'n1',
      alertId: 'w1',
      seq: 1,
      channel: 'email',
      recipient: 'a@b.example',
      state: 'pending',
      at: at(1),
      attempts: 0,
      error: '',
      nextAt: at(3),
    };
    await w.saveNotices(warehouse, [notice]);
    expect(await warehouse.rows(w.pendingNotices({ at: new Date(at(2)) }))).toEqual([]);
    expect(await warehouse.rows(w.pendingNotices({ at: new Date(at(3)) }))).toEqual([notice]);
    const sent: w.NoticeRecord = { ...notice, state: 'sent', attempts: 1, at: at(3), nextAt: null };
    await w.saveNotices(warehouse, [sent]);
    expect(await warehouse.rows(w.pendingNotices({ at: new Date(at(9)) }))).toEqual([]);
    expect(await warehouse.rows(w.noticesOfAlert('w1'))).toEqual([sent]);
    expect(await warehouse.rows(w.noticesSince({ since: new Date(at(4)) }))).toEqual([]);
  });
});

it('profiles keep every version', async () => {
  const { warehouse } = engine;
  const branch = Profile.parse({
    name: 'branch',
    label: say('branch'),
    dates: ['yyyy-MM-dd'],
    fields: { complaint_id: { column: '编号' }, received_at: { column: '日期' } },
    constants: { source: 'self' },
  });
  const later = { ...branch, grain: { by: ['编号'] } };
  await w.saveProfile(warehouse, branch, 1, new Date(at(0)), 'li');
  await w.saveProfile(warehouse, later, 2, new Date(at(1)), 'wang');
  const second = { profile: later, version: 2, at: at(1), by: 'wang' };
  expect(await warehouse.rows(w.currentProfiles())).toEqual([second]);
  expect(await warehouse.rows(w.profileVersions('branch'))).toMatchObject([second, { version: 1, profile: branch }]);
  expect(await warehouse.maybeOne(w.getProfile('branch', 1))).toMatchObject({ profile: branch, by: 'li' });
  expect(await warehouse.maybeOne(w.getProfile('branch', 3))).toBeUndefined();
});

it('rules, accounts and keys are as their newest version left them', async () => {
  const { warehouse } = engine;
  const rule = SeriesRule.parse({
    id: 'weekly-lines',
    version: 1,
    label: say('weekly'),
    enabled: true,
    measure: 'complaints' as const,
    basis: 'company' as const,
    where: {},
    split: [{ dimension: 'line' as const, level: 1 }],
    grain: 'week' as const,
    detector: { name: 'threshold' as const, atLeast: 5, level: 'blue' as const },
    minCount: 3,
  });
  await w.saveRule(warehouse, rule, new Date(at(0)), 'li');
  await w.saveRule(warehouse, { ...rule, version: 2, enabled: false }, new Date(at(1)), 'wang');
  expect(await warehouse.rows(w.currentRules())).toEqual([
    { rule: { ...rule, version: 2, enabled: false }, at: at(1), by: 'wang' },
  ]);
  expect(await warehouse.rows(w.ruleVersions('weekly-lines'))).toHaveLength(2);

  const account: w.Account = {
    name: 'li',
    version: 1,
    role: 'analyst',
    organisations: ['hq.east'],
    passwordHash: 'x',
    email: '',
    disabled: false,
    at: at(0),
    by: 'admin',
  };
  await w.saveAccount(warehouse, account);
  await w.saveAccount(warehouse, { ...account, version: 2, disabled: true });
  expect(await warehouse.one(w.findAccount('li'))).toEqual({ ...account, version: 2, disabled: true });
  expect(await warehouse.maybeOne(w.findAccount('LI'))).toBeUndefined();

  const session: w.Session = {
    tokenHash: 't',
    account: 'li',
    createdAt: at(0),
    expiresAt: at(30),
    seenAt: at(0),
    endedAt: null,
  };
  await w.saveSession(warehouse, session);
  await w.saveSession(warehouse, { ...session, endedAt: at(5) });
  expect(await warehouse.one(w.findSession('t'))).toEqual({ ...session, endedAt: at(5) });

  const key: w.ApiKey = {
    id: 'k',
    version: 1,
    keyHash: 'h',
    label: 'feed',
    role: 'operator',
    organisations: [],
    createdAt: at(0),
    createdBy: 'li',
    expiresAt: null,
    revokedAt: null,
  };
  await w.saveApiKey(warehouse, key);
  await w.saveApiKey(warehouse, { ...key, version: 2, revokedAt: at(2) });
  expect(await warehouse.one(w.findApiKey('h'))).toEqual({ ...key, version: 2, revokedAt: at(2) });
  expect(await warehouse.rows(w.listApiKeys())).toHaveLength(1);
});

it('logs runs and deeds, newest first', async () => {
  const { warehouse } = engine;
  const run = (minute: number): w.PipelineRun => ({
    runId: `run-${minute}`,
    stage: 'detect',
    trigger: 'schedule',
    startedAt: at(minute),
    finishedAt: at(minute + 1),
    read: 10,
    wrote: 1,
    note: '',
    error: '',
  });
  await w.savePipelineRuns(warehouse, [run(1), run(2)]);
  expect(await warehouse.rows(w.pipelineRuns(1))).toEqual([run(2)]);
  const deed = (minute: number): w.AuditEvent => ({
    id: `e${minute}`,
    at: at(minute),
    actor: 'li',
    action: 'sign-in',
    subject: 'li',
    detail: '{}',
  });
  await w.saveAuditEvents(warehouse, [deed(1), deed(2)]);
  expect(await warehouse.rows(w.auditEvents({ limit: 10, before: new Date(at(2)) }))).toEqual([deed(1)]);
});

it('keeps the first value of a setting', async () => {
  await w.saveSetting(engine.warehouse, 'secret', 'first');
  await w.saveSetting(engine.warehouse, 'secret', 'second');
  expect(await engine.warehouse.one(w.readSetting('secret'))).toEqual({ name: 'secret', value: 'first' });
});
