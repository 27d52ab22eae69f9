// ── connection ──
export { openWarehouse } from './connection/open-warehouse.ts';
export { UnexpectedRow } from './connection/unexpected-row.ts';
export type { InsertOptions, StreamFormat, StreamSource, Warehouse, WarehouseOptions } from './connection/warehouse.ts';
export { TimeZoneFixed } from './migrate/fix-time-zone.ts';
export { MigrationEdited, SchemaTooNew } from './migrate/pending-migrations.ts';
export type { Query } from './sql/query.ts';
export { type RenderedSql, renderSql } from './sql/render.ts';
export type { TableName } from './tables/table-names.ts';

// ── figures; every question takes the caller's scope ──
export { comparisonPeriods } from './facts/comparison-periods.ts';
export type { CoveredDays, DeliveredDays } from './facts/coverage.ts';
export type { Period } from './facts/period.ts';
export { type Shift, shiftOf } from './facts/shift.ts';
export { type Scope, wholeCompany } from './facts/scope.ts';
export type { SliceFilter } from './facts/slice-filter.ts';
export { isExposureKnown } from './facts/exposure-facts.ts';
export { askedTogether } from './facts/rate-facts.ts';
export { askedFor } from './facts/translated.ts';
export { type BreakdownQuestion, type BreakdownRow, breakdown } from './queries/breakdown.query.ts';
export { coverageGaps } from './queries/coverage-gaps.query.ts';
export { type DataVersion, dataVersion } from './queries/data-version.query.ts';
export { type Coverage, coverage } from './queries/coverage.query.ts';
export { type ArrivalDelay, arrivalDelays } from './queries/arrival-delays.query.ts';
export { type SaleCohortCell, saleCohorts } from './queries/sale-cohorts.query.ts';
export { type DayCountsOfCut, dayCountsByCuts } from './queries/day-counts-by-cuts.query.ts';
export { type DayCounts, type DayCountsQuestion, dayCountsBySlice } from './queries/day-counts-by-slice.query.ts';
export {
  type SplitSlice,
  type ValueCountsQuestion,
  type ValueDayCounts,
  dayCountsByValue,
} from './queries/day-counts-by-value.query.ts';
export { type ExposureMonth, exposures } from './queries/exposures.query.ts';
export { type ExposureOfPart, exposureOfParts } from './queries/exposure-of-parts.query.ts';
export { type Freshness, freshness } from './queries/freshness.query.ts';
export { type ComplaintVersion, complaintVersions } from './queries/complaint-versions.query.ts';
export { type BatchBehind, lineage } from './queries/lineage.query.ts';
export { type FiguresOfPeriod, figuresByPeriod } from './queries/figures-by-period.query.ts';
export { type HeatMapCell, type HeatMapQuestion, heatMap } from './queries/heat-map.query.ts';
export { type SeenCodes, seenCodes } from './queries/seen-codes.query.ts';
export { type SeriesPoint, type SeriesQuestion, series } from './queries/series.query.ts';
export { type Timeliness, timeliness } from './queries/timeliness.query.ts';
export { type Totals, totals } from './queries/totals.query.ts';

// ── ingest ──
export type { ImportRecord, RejectReason, RejectedRow, RowWarning, Settlement } from './rows/imports.ts';
export {
  type ComplaintColumn,
  type VersionColumn,
  versionColumnNames,
  versionColumns,
} from './tables/complaint-columns.ts';
export { findDeliveredImport } from './queries/find-delivered-import.query.ts';
export { findImportByContent } from './queries/find-import-by-content.query.ts';
export { findImportByKey } from './queries/find-import-by-key.query.ts';
export { findSettlement } from './queries/find-settlement.query.ts';
export { getImport } from './queries/get-import.query.ts';
export { listImports } from './queries/list-imports.query.ts';
export { countRowWarnings } from './queries/count-row-warnings.query.ts';
export { rowWarnings } from './queries/row-warnings.query.ts';
export { rejectedRows } from './queries/rejected-rows.query.ts';
export { unfinishedImports } from './queries/unfinished-imports.query.ts';
export { applyBatch } from './writes/apply-batch.ts';
export { type RejectedOriginal, insertRejectedOriginals } from './writes/insert-rejected-originals.ts';
export { insertRowWarnings, warnOfRepeatedRows } from './writes/insert-row-warnings.ts';
export { type Discarded, discardBatch } from './writes/discard-batch.ts';
export { foreseeBatch } from './writes/foresee-batch.ts';
export { insertRejectedRows } from './writes/insert-rejected-rows.ts';
export { insertVersions } from './writes/insert-versions.ts';
export { markMonths } from './writes/mark-months.ts';
export { saveImport } from './writes/save-import.ts';
export { type TabValue, tabSeparated } from './writes/tab-separated.ts';

// ── as it was known then ──
export { STILL_KNOWN } from './facts/as-known.ts';
export type { AsKnown, DueDaysThen } from './facts/complaints-as-known.ts';
export { type CaseAsKnown, casesAsKnown } from './queries/cases-as-known.query.ts';
export { type BatchArrival, batchArrivals } from './queries/batch-arrivals.query.ts';
export { codesEverSeen } from './queries/codes-ever-seen.query.ts';
export { type CountChanges, type CountsAsKnownQuestion, countsAsKnown } from './queries/counts-as-known.query.ts';

// ── back-tests ──
export type { AlertVerdictRecord } from './rows/alert-verdict.ts';
export { alertVerdicts } from './queries/alert-verdicts.query.ts';
export { type WarningReach, confirmedWarnings } from './queries/confirmed-warnings.query.ts';
export { saveAlertVerdict } from './writes/save-alert-verdict.ts';
export type { Baseline } from './rows/baselines.ts';
export type { IncidentsVersion, KeptBacktest, OutcomeRecord, TriedOutcome } from './rows/backtests.ts';
export { backtestOutcomes } from './queries/backtest-outcomes.query.ts';
export { listBacktests } from './queries/list-backtests.query.ts';
export { incidentVersions } from './queries/incident-versions.query.ts';
export { newestIncidents } from './queries/newest-incidents.query.ts';
export { saveBacktest, saveBacktestOutcomes, saveIncidents } from './writes/save-backtest.ts';

// ── pulls ──
export type { PullOutcome, PulledObject } from './rows/pulls.ts';
export { pullOutcomes } from './queries/pull-outcomes.query.ts';
export { pulledObjects } from './queries/pulled-objects.query.ts';
export { savePullOutcome, savePulledObject } from './writes/save-pulled-object.ts';

// ── corrections: what is asked for, and what ingest makes of it ──
export type { ActionRecord, OperatorAction } from './rows/corrections.ts';
export { erasedKeys } from './queries/erased-keys.query.ts';
export { operatorActions } from './queries/operator-actions.query.ts';
export { type OverlapCounts, type OverlapQuestion, overlapCounts } from './queries/overlap-counts.query.ts';
export { type Erased, eraseComplaints } from './writes/erase-complaints.ts';
export { saveActionOutcome } from './writes/save-action-outcome.ts';
export { saveOperatorAction } from './writes/save-operator-action.ts';

// ── what a company keeps beside its complaints ──
export type { DictionaryEntry, StoredReferenceRow, StoredReferenceVersion } from './rows/reference.ts';
export { listDictionaries } from './queries/list-dictionaries.query.ts';
export { nextReferenceVersion } from './queries/next-reference-version.query.ts';
export { type LeadingPoint, leadingSeries } from './queries/leading-series.query.ts';
export { type ReferenceChange, referenceHistory } from './queries/reference-history.query.ts';
export { referenceRestated } from './queries/reference-restated.query.ts';
export { referenceReach } from './queries/reference-reach.query.ts';
export { referenceRows } from './queries/reference-rows.query.ts';
export { referenceVersions } from './queries/reference-versions.query.ts';
export { type ReferenceRowChange, saveReference, settleReference } from './writes/save-reference.ts';

// ── roll up ──
export type { DirtyMonth } from './rows/imports.ts';
export { dirtyMonths } from './queries/dirty-months.query.ts';
export { rolledMonths } from './queries/rolled-months.query.ts';
export { rollUp } from './writes/roll-up.ts';

// ── detect, alert, notify, the pipeline's log ──
export {
  type AlertCounts,
  type AlertEventRecord,
  type NoticeRecord,
  type PipelineRun,
  type RuleRecord,
  type Signal,
  stageNames,
} from './rows/warnings.ts';
export { baselines } from './queries/baselines.query.ts';
export { alarmingSignals } from './queries/alarming-signals.query.ts';
export { alertContributors } from './queries/alert-contributors.query.ts';
export { alertEvents } from './queries/alert-events.query.ts';
export { alertEventsSince } from './queries/alert-events-since.query.ts';
export { alertHistory } from './queries/alert-history.query.ts';
export { alertStates } from './queries/alert-states.query.ts';
export { countAlerts } from './queries/count-alerts.query.ts';
export { currentProfiles } from './queries/current-profiles.query.ts';
export { currentRules } from './queries/current-rules.query.ts';
export { getProfile } from './queries/get-profile.query.ts';
export { profileVersions } from './queries/profile-versions.query.ts';
export { getAlert } from './queries/get-alert.query.ts';
export { type AlertsQuestion, listAlerts } from './queries/list-alerts.query.ts';
export { noticesOfAlert } from './queries/notices-of-alert.query.ts';
export { noticesSince } from './queries/notices-since.query.ts';
export { pendingNotices } from './queries/pending-notices.query.ts';
export { pipelineRuns } from './queries/pipeline-runs.query.ts';
export { ruleVersions } from './queries/rule-versions.query.ts';
export { type RatesOfSlice, type RatesQuestion, ratesBySlice } from './queries/rates-by-slice.query.ts';
export { type LeadingQuestion, leadingDayCounts } from './queries/leading-day-counts.query.ts';
export { type WatchedCase, watchedCases } from './queries/watched-cases.query.ts';
export { type DueOfOrganisation, dueByOrganisation } from './queries/due-by-organisation.query.ts';
export { type PeopleOfPlace, peopleByPlace } from './queries/people-by-place.query.ts';
export { type RepeatedSubject, repeatedSubjects } from './queries/repeated-subjects.query.ts';
export { type OpenAlertsOfRule, openAlertsByRule } from './queries/open-alerts-by-rule.query.ts';
export { type SeriesOfRule, seriesByRule } from './queries/series-by-rule.query.ts';
export { type SignalState, signalState } from './queries/signal-state.query.ts';
export { type SignalsQuestion, signals } from './queries/signals.query.ts';
export { saveAlertEvents } from './writes/save-alert-events.ts';
export { saveNotices } from './writes/save-notices.ts';
export { savePipelineRuns } from './writes/save-pipeline-runs.ts';
export { saveProfile } from './writes/save-profile.ts';
export { saveRule } from './writes/save-rule.ts';
export { saveBaselines } from './writes/save-baselines.ts';
export { saveSignals } from './writes/save-signals.ts';

// ── identity and small settings ──
export type { Account, ApiKey, AuditEvent, Session } from './rows/identity.ts';
export { auditEvents } from './queries/audit-events.query.ts';
export { findAccount } from './queries/find-account.query.ts';
export { findApiKey } from './queries/find-api-key.query.ts';
export { findSession } from './queries/find-session.query.ts';
export { listAccounts } from './queries/list-accounts.query.ts';
export { listApiKeys } from './queries/list-api-keys.query.ts';
export { readSetting } from './queries/read-setting.query.ts';
export { saveAccount } from './writes/save-account.ts';
export { saveApiKey } from './writes/save-api-key.ts';
export { saveAuditEvents } from './writes/save-audit-events.ts';
export { saveSession } from './writes/save-session.ts';
export { saveSetting } from './writes/save-setting.ts';
export { ProfileRecord } from './rows/profiles.ts';
export { DataFeedRecord, DataFeedVersion, FeedId, NewestOfFeed } from './rows/feeds.ts';
export { dataFeedVersions } from './queries/data-feed-versions.query.ts';
export { deliveriesOfFeed } from './queries/deliveries-of-feed.query.ts';
export { currentDataFeeds } from './queries/current-data-feeds.query.ts';
export { type Delivered, feedsOfDelivery } from './queries/feeds-of-delivery.query.ts';
export { newestImportsByFeed } from './queries/newest-imports-by-feed.query.ts';
export { saveDataFeed } from './writes/save-data-feed.ts';

// ── views ──
export type { ViewRecord } from './rows/views.ts';
export { savedViews } from './queries/saved-views.query.ts';
export { type ViewVersion, saveView } from './writes/save-view.ts';

// ── complaints one by one; within the caller's scope ──
export type { CaseQuestion, DueDays } from './cases/case-question.ts';
export type { CaseRecord } from './rows/cases.ts';
export { type CaseVersionRecord, caseVersions } from './queries/case-versions.query.ts';
export { countCases } from './queries/count-cases.query.ts';
export { type FacetValue, facet } from './queries/facet.query.ts';
export { type WholeCase, getCase } from './queries/get-case.query.ts';
export { linkedCases } from './queries/linked-cases.query.ts';
export { type CaseListQuestion, type CasePlace, caseTable, listCases } from './queries/list-cases.query.ts';
export { type OpenCount, openCounts } from './queries/open-counts.query.ts';
export { similarCases } from './queries/similar-cases.query.ts';
export { casesMoved } from './queries/cases-moved.query.ts';
export { type MovedCase, casesWithEvents } from './queries/cases-with-events.query.ts';
export { dueDayState } from './queries/due-day-state.query.ts';
export { type RuleDueDay, ruleDueDays } from './queries/rule-due-days.query.ts';
export { type CaseDueDay, setCaseDueDays, setRuleDueDays } from './writes/set-due-days.ts';

// ── maps ──
export type { RegionMapRecord } from './rows/region-map.ts';
export { newestRegionMap } from './queries/newest-region-map.query.ts';
export { saveRegionMap } from './writes/save-region-map.ts';
