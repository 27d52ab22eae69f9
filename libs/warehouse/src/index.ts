export type { Query } from './sql/query.ts';
export type { InsertOptions, StreamFormat, StreamSource, Warehouse, WarehouseOptions } from './connection/warehouse.ts';
export { type Scope, wholeCompany } from './facts/scope.ts';
export type { Period } from './facts/period.ts';
export {
  type DictionaryEntry,
  type DirtyMonth,
  type Exposure,
  type ImportRecord,
  type RejectReason,
  type RejectedRow,
  type Settlement,
} from './rows/imports.ts';
export {
  type AlertCounts,
  type AlertEventRecord,
  type NoticeRecord,
  type PipelineRun,
  type RuleRecord,
  type Signal,
  stageNames,
} from './rows/warnings.ts';
export type { Account, ApiKey, AuditEvent, Session } from './rows/identity.ts';
// The functions below are being implemented one by one; their signatures stand.
export * from './planned.ts';
