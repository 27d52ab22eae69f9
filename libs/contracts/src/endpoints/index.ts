export {
  GetBreakdown,
  type GetBreakdownQuery,
  type GetBreakdownReply,
  type Comparison,
  GetFreshness,
  type GetFreshnessReply,
  GetHeatMap,
  type GetHeatMapQuery,
  type GetHeatMapReply,
  GetIndicators,
  type GetIndicatorsQuery,
  type GetIndicatorsReply,
  GetRanking,
  type GetRankingQuery,
  type GetRankingReply,
  GetSeries,
  type GetSeriesQuery,
  type GetSeriesReply,
  Indicator,
  MissingDays,
  Provenance,
  comparisons,
} from './series.ts';
export { GetSaleCohorts, type GetSaleCohortsQuery, type GetSaleCohortsReply } from './sale-cohorts.ts';
export { GetTargets, type GetTargetsQuery, type GetTargetsReply } from './targets.ts';
export { ListMeasures, type ListMeasuresReply } from './measures.ts';
export {
  DeliveryHistory,
  FactCases,
  RateEvidence,
  ShownAlert,
  Feed,
  FeedDataMessage,
  FeedMessage,
  GetAlert,
  JudgeAlert,
  type JudgeAlertBody,
  type GetAlertReply,
  ListAlerts,
  type ListAlertsQuery,
  type ListAlertsReply,
  Notice,
  noticeStates,
} from './alerts.ts';
export {
  CancelImport,
  CreateComplaints,
  CreateExposures,
  CreateImport,
  FollowImport,
  GetDictionaries,
  type GetDictionariesReply,
  GetImport,
  GetRejectedRows,
  Import,
  ImportProgress,
  ListImportRows,
  ListImports,
  PutDictionary,
} from './imports.ts';
export { CreateSession, CreateSetup, DeleteSession, GetSession, GetSetup, Me, Role, roles } from './session.ts';
export { AccountSummary, CreateAccount, CreateApiKey, ListAccounts, PutPassword, RevokeApiKey } from './accounts.ts';
export {
  AppendUpload,
  CreateUpload,
  DeleteUpload,
  FindUpload,
  InspectUpload,
  InspectedColumn,
  Inspection,
  Preview,
  PreviewUpload,
} from './uploads.ts';
export { GetProfile, ListProfileVersions, ListProfiles, ProfileSummary, PutProfile } from './profiles.ts';
export { DataFeed, DataFeedInput, ListDataFeeds, PutDataFeed, RunDataFeed } from './data-feeds.ts';
export {
  CreateErasure,
  Erasure,
  GetComplaintVersions,
  GetLineage,
  ListErasures,
  WithdrawImport,
} from './corrections.ts';
export {
  DeleteReferenceRow,
  GetReference,
  GetReferenceHistory,
  type GetReferenceQuery,
  type GetReferenceReply,
  ListReference,
  type ListReferenceReply,
  PostReference,
  type PostReferenceQuery,
  PutReferenceRow,
  ReferenceOutcome,
  ReferenceRow,
  ReferenceVersion,
  RestoreReference,
  referenceModes,
} from './reference.ts';
export {
  GetAnnotations,
  type GetAnnotationsReply,
  GetLeadingSeries,
  type GetLeadingSeriesQuery,
  type GetLeadingSeriesReply,
  GetMedians,
  type GetMediansQuery,
  type GetMediansReply,
  GetWorks,
  type GetWorksQuery,
  type GetWorksReply,
  annotationKinds,
} from './reference-figures.ts';
export { CreateView, DeleteView, ListViews, PutView, SavedView, SavedViewInput, viewVisibilities } from './views.ts';
export {
  Change,
  GetChanges,
  type GetChangesReply,
  GetExcess,
  type GetExcessQuery,
  type GetExcessReply,
  GetExpectation,
  type GetExpectationQuery,
  type GetExpectationReply,
} from './expectation.ts';
export {
  Cluster,
  GetClusters,
  type GetClustersQuery,
  type GetClustersReply,
  cannotScan,
  placeLeftOut,
} from './clusters.ts';
export {
  CreateExport,
  DeleteExport,
  ExportInput,
  ExportJob,
  GetExport,
  GetExportFile,
  ListExports,
  exportFormats,
  exportKinds,
  exportStates,
} from './exports.ts';
export * from './rules.ts';
export * from './backtests.ts';
export * from './cases.ts';
export * from './timeliness.ts';
export {
  DeleteRegionMap,
  GetRegionMap,
  PutRegionMap,
  type RegionMap,
  RegionMapInput,
  RegionShapes,
  approvalPattern,
} from './region-map.ts';
