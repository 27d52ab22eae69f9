export { type Code, type CodeSet, type Label, codeSet } from './code-set.ts';
export { complainantKinds, kinds, outcomes, settlements, sources, specialGroups, statuses } from './codes/fixed.ts';
export { intakeChannels, lines, links, reasons, salesChannels } from './codes/dimensions.ts';
export {
  type DateFormat,
  type Encoding,
  type FileFormat,
  actionStates,
  dateFormats,
  encodings,
  feedKinds,
  feedStates,
  fileFormats,
  gatherings,
  importStates,
  packings,
  rhythms,
  rowOutcomes,
} from './codes/data-in.ts';
export { dimensionCodeSets } from './codes/dimension-code-sets.ts';
export { regions, reportingRegion, singleListedCities } from './codes/regions.ts';
export {
  type CanonicalField,
  type CanonicalFieldName,
  type CanonicalRecord,
  type FieldType,
  canonicalFields,
} from './canonical.ts';
export {
  type Basis,
  type Dimension,
  type Grain,
  type TreeView,
  atLevel,
  bases,
  dimensions,
  grains,
  treeDimensions,
  treeViews,
} from './dimension.ts';
export {
  type ExposureId,
  type Measure,
  type MeasureId,
  type SumId,
  exposureIds,
  measureIds,
  measures,
  sumIds,
} from './measure.ts';
export { type CodeTranslation, type Translation, type TranslationPiece, UNSPLIT } from './translation.ts';
export { Instant, IsoDay, Sentence, listParam } from './scalars.ts';
export { codeOf, excluding, isExcluding, keptAndExcluded } from './exclusion.ts';
export { ComplaintFilter, type ComplaintFilterInput } from './filter.ts';
export { Problem } from './problem.ts';
export {
  DailyRegressionDetector,
  type Detector,
  EarsC2Detector,
  FarringtonFlexibleDetector,
  Level,
  RareEventsDetector,
  Rule,
  SlowDriftDetector,
  ThresholdDetector,
  levels,
} from './rule.ts';
export { Verdict, type VerdictKind, verdictKinds } from './verdict.ts';
export { Alert, AlertEvent, Contributor, Slice, alertEventKinds } from './alert.ts';
export {
  GetBreakdown,
  type GetBreakdownQuery,
  type GetBreakdownReply,
  GetFreshness,
  type GetFreshnessReply,
  GetIndicators,
  type GetIndicatorsReply,
  GetSeries,
  type GetSeriesQuery,
  type GetSeriesReply,
  Indicator,
  Provenance,
} from './endpoints/series.ts';
export {
  Feed,
  FeedDataMessage,
  FeedMessage,
  GetAlert,
  type GetAlertReply,
  ListAlerts,
  type ListAlertsQuery,
  type ListAlertsReply,
  Notice,
  noticeStates,
} from './endpoints/alerts.ts';
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
} from './endpoints/imports.ts';
export {
  CreateSession,
  CreateSetup,
  DeleteSession,
  GetSession,
  GetSetup,
  Me,
  Role,
  roles,
} from './endpoints/session.ts';
export {
  AccountSummary,
  CreateAccount,
  CreateApiKey,
  ListAccounts,
  PutPassword,
  RevokeApiKey,
} from './endpoints/accounts.ts';
export { Layout } from './layout.ts';
export { Condition, FieldSource, Profile, type ProfileInput } from './profile.ts';
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
} from './endpoints/uploads.ts';
export { GetProfile, ListProfileVersions, ListProfiles, ProfileSummary, PutProfile } from './endpoints/profiles.ts';
export { DataFeed, DataFeedInput, ListDataFeeds, PutDataFeed, RunDataFeed } from './endpoints/data-feeds.ts';
export {
  CreateErasure,
  Erasure,
  GetComplaintVersions,
  GetLineage,
  ListErasures,
  WithdrawImport,
} from './endpoints/corrections.ts';
export {
  type ReferenceColumn,
  type ReferenceColumnType,
  type ReferenceGroup,
  type ReferenceTable,
  referenceGroups,
  referenceKey,
} from './reference/reference-table.ts';
export { referenceTable, referenceTables } from './reference/reference-tables.ts';
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
} from './endpoints/reference.ts';
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
  medianMeasures,
  sectors,
} from './endpoints/reference-figures.ts';
