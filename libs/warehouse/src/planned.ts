import type {
  Alert,
  AlertEvent,
  Basis,
  ComplaintFilter,
  Contributor,
  Dimension,
  ExposureId,
  Grain,
  IsoDay,
  Level,
  MeasureId,
  Notice,
  Rule,
  SumId,
} from '@tocsin/contracts';
import type { Query } from './sql/query.ts';
import type { Sql } from './sql/sql.ts';
import type { RenderedSql } from './sql/render.ts';
import type { InsertOptions, StreamSource, Warehouse, WarehouseOptions } from './connection/warehouse.ts';
import type { Scope } from './facts/scope.ts';
import type { Period } from './facts/period.ts';
import type { DictionaryEntry, DirtyMonth, Exposure, ImportRecord, RejectedRow, Settlement } from './rows/imports.ts';
import type { AlertCounts, AlertEventRecord, NoticeRecord, PipelineRun, RuleRecord, Signal } from './rows/warnings.ts';
import type { Account, ApiKey, AuditEvent, Session } from './rows/identity.ts';

// ── connection ──
export declare function openWarehouse(options: WarehouseOptions): Promise<Warehouse>;
/** For query hashes: text with {p0:Type} and the values. */
export declare function renderSql(statement: Sql): RenderedSql;

// ── complaint figures (all take the caller's scope) ──
export type SliceFilter = Omit<ComplaintFilter, 'from' | 'until'>;

export interface SeriesQuestion {
  readonly measure: MeasureId;
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly by: Grain;
  readonly split?: Dimension;
  /** Cuts tree codes at this level. */
  readonly level?: number;
  /** Keeps the n largest split values; the rest adds up as `…`. */
  readonly top?: number;
  /** The day that is still running; buckets that reach past it are not complete. */
  readonly today: IsoDay;
}
/** Columns of rows and Arrow alike: at, split, value, complete. Use `rows` for JSON and `stream` for Arrow / CSV. */
export declare function series(question: SeriesQuestion): Query<{ at: IsoDay; split: string; value: number | null; complete: number }>;

export interface BreakdownQuestion {
  readonly measure: MeasureId;
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly by: Dimension;
  readonly level?: number;
  readonly limit: number;
  /** Default: `comparisonPeriods(filter, today)`. */
  readonly comparisons: { readonly yearBefore: Period; readonly periodBefore: Period };
}
export declare function breakdown(
  question: BreakdownQuestion,
): Query<{ code: string; value: number | null; yearBefore: number | null; periodBefore: number | null }>;

/** The same period a year before and the one just before, cut to the days that have elapsed when it is unfinished. */
export declare function comparisonPeriods(period: Period, today: IsoDay): { elapsed: Period; yearBefore: Period; periodBefore: Period };

export type Totals = Record<SumId, number> & { period: number; covered: boolean };
/** All sums for each of the periods, in one statement. `period` is the index; `covered` is false where data do not reach. */
export declare function totals(question: { filter: SliceFilter; scope: Scope; periods: readonly Period[] }): Query<Totals>;

/** Rates per exposure for each period, over the months that have a denominator; null without. */
export declare function rates(question: {
  measure: MeasureId;
  filter: SliceFilter;
  scope: Scope;
  periods: readonly Period[];
}): Query<{ period: number; value: number | null; denominatorUntil: IsoDay | null }>;

/** All sums by bucket, empty ones 0, for spark lines. */
export declare function bucketSums(question: {
  filter: ComplaintFilter;
  scope: Scope;
  by: Grain;
}): Query<Record<SumId, number> & { at: IsoDay; covered: boolean }>;

/** Exposure by month over the slice; null where nothing is known. */
export declare function exposures(question: {
  filter: ComplaintFilter;
  scope: Scope;
}): Query<Record<ExposureId, number | null> & { month: IsoDay }>;

export declare function timeliness(question: {
  filter: SliceFilter;
  scope: Scope;
  asOf: IsoDay;
  /** Near due means due within this many days. Default 5. */
  withinDays?: number;
}): Query<{ overdue: number; nearDue: number }>;

export declare function freshness(question: { scope: Scope }): Query<{
  receivedUntil: string | null;
  firstDay: IsoDay | null;
  lastDay: IsoDay | null;
  lastImportAt: string | null;
  dataVersion: string;
}>;
/** Stretches of days inside the covered period without any row. */
export declare function coverageGaps(question: { scope: Scope }): Query<Period>;

export interface DayCounts {
  /** One code per entry of `split`, in its order. */
  readonly codes: string[];
  /** Days since `from` that have a count, ascending; every other day of the period is 0. */
  readonly days: number[];
  readonly counts: number[];
}
/** One row per slice, compact, for detection and attribution. `split` may be empty: one row for the whole. */
export declare function dayCountsBySlice(question: {
  sum: SumId;
  basis: Basis;
  where: Rule['where'];
  split: Rule['split'];
  from: IsoDay;
  until: IsoDay;
  scope: Scope;
}): Query<DayCounts>;

// ── ingest ──
/** Columns of `complaint_version` in the order in which ingest writes them, with their ClickHouse types. */
export declare const versionColumns: readonly { readonly name: string; readonly type: string }[];
/** One row of TabSeparated text (with its line end) from values in the order of `versionColumns`; null is \N. */
export declare function tabSeparated(values: readonly (string | number | bigint | null | readonly string[])[]): string;
/** TabSeparated rows in the order of `versionColumns`. */
export declare function insertVersions(warehouse: Warehouse, source: StreamSource, options?: InsertOptions): Promise<{ writtenRows: number }>;
export declare function insertRejectedRows(warehouse: Warehouse, rows: readonly RejectedRow[], options?: InsertOptions): Promise<void>;
/** Settles the batch into `complaint` and marks the months it touched. Safe to repeat; answers the same counts. */
export declare function applyBatch(warehouse: Warehouse, batchId: string): Promise<Settlement>;
/** Marks months (any day in them) for the next roll up. `applyBatch` does this itself. */
export declare function markMonths(warehouse: Warehouse, batchId: string, months: readonly IsoDay[]): Promise<void>;
/** Insert or replace by id. */
export declare function saveImport(warehouse: Warehouse, record: ImportRecord): Promise<void>;
export declare function saveExposures(warehouse: Warehouse, rows: readonly Exposure[], loadedAt: Date): Promise<void>;
export declare function saveDictionary(warehouse: Warehouse, entries: readonly DictionaryEntry[], loadedAt: Date): Promise<void>;
export declare function listImports(limit: number): Query<ImportRecord>;
export declare function getImport(id: string): Query<ImportRecord>;
export declare function findImportByKey(idempotencyKey: string): Query<ImportRecord>;
/** Not failed ones with these bytes under this profile. */
export declare function findImportByContent(contentSha256: string, profile: string): Query<ImportRecord>;
/** Received or running, oldest first: what to resume at start. */
export declare function unfinishedImports(): Query<ImportRecord>;
export declare function rejectedRows(batchId: string): Query<RejectedRow>;
export declare function listDictionaries(): Query<DictionaryEntry>;

// ── roll up ──
export declare function dirtyMonths(): Query<DirtyMonth>;
/** Rebuilds every cube for these months and notes their marks. Safe to repeat. */
export declare function rollUp(warehouse: Warehouse, months: readonly DirtyMonth[]): Promise<{ rows: number }>;

// ── detect, alert, notify, pipeline ──
export declare function currentRules(): Query<RuleRecord>;
export declare function ruleVersions(ruleId: string): Query<RuleRecord>;
export declare function saveRule(warehouse: Warehouse, rule: Rule, at: Date, by: string): Promise<void>;
export declare function saveSignals(warehouse: Warehouse, signals: readonly Signal[]): Promise<void>;
/** Newest evaluation of each bucket, `from ≤ bucket < until`, ordered by rule, series, bucket. */
export declare function signals(question: { from: IsoDay; until: IsoDay; ruleId?: string; ruleVersion?: number; seriesKey?: string }): Query<Signal>;
export declare function saveAlertEvents(warehouse: Warehouse, events: readonly AlertEventRecord[]): Promise<void>;
/** The last event of every warning (its current state), open ones and those changed since `since`. For the alert stage. */
export declare function alertStates(question: { since: Date }): Query<AlertEventRecord>;
export declare function listAlerts(question: {
  state: 'open' | 'resolved' | 'any';
  level?: Level;
  limit: number;
  offset: number;
  scope: Scope;
}): Query<Alert>;
/** `total` for the same filter; the levels count open ones. */
export declare function countAlerts(question: { state: 'open' | 'resolved' | 'any'; level?: Level; scope: Scope }): Query<AlertCounts>;
export declare function getAlert(question: { id: string; scope: Scope }): Query<Alert>;
export declare function alertEvents(question: { id: string; scope: Scope }): Query<AlertEvent>;
/** Full events of one warning, oldest first (contributors, slice, series key). */
export declare function alertHistory(question: { id: string; scope: Scope }): Query<AlertEventRecord>;
export declare function alertContributors(question: { id: string; scope: Scope }): Query<{ contributors: Contributor[] }>;
/** Events after (at, alertId, seq), oldest first: what notify has to look at, and what a feed replays. */
export declare function alertEventsSince(question: { since: Date; scope: Scope }): Query<AlertEventRecord>;
export declare function saveNotices(warehouse: Warehouse, notices: readonly NoticeRecord[]): Promise<void>;
export declare function pendingNotices(question: { at: Date }): Query<NoticeRecord>;
export declare function noticesSince(question: { since: Date }): Query<NoticeRecord>;
export declare function noticesOfAlert(alertId: string): Query<NoticeRecord>;
export declare function savePipelineRuns(warehouse: Warehouse, runs: readonly PipelineRun[]): Promise<void>;
export declare function pipelineRuns(limit: number): Query<PipelineRun>;
export type { Notice };

// ── identity ──
export declare function saveAccount(warehouse: Warehouse, account: Account): Promise<void>;
export declare function listAccounts(): Query<Account>;
export declare function findAccount(name: string): Query<Account>;
export declare function saveSession(warehouse: Warehouse, session: Session): Promise<void>;
export declare function findSession(tokenHash: string): Query<Session>;
export declare function saveApiKey(warehouse: Warehouse, key: ApiKey): Promise<void>;
export declare function listApiKeys(): Query<ApiKey>;
export declare function findApiKey(keyHash: string): Query<ApiKey>;
export declare function saveAuditEvents(warehouse: Warehouse, events: readonly AuditEvent[]): Promise<void>;
export declare function auditEvents(question: { limit: number; before?: Date }): Query<AuditEvent>;
/** Small values kept by name (time zone, secrets made at first start). */
export declare function readSetting(name: string): Query<{ name: string; value: string }>;
/** Keeps the first value ever saved under the name. */
export declare function saveSetting(warehouse: Warehouse, name: string, value: string): Promise<void>;
