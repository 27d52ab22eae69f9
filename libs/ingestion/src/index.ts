export type { Block } from './cut/block.ts';
export { type CutOptions, RecordCutter } from './cut/record-cutter.ts';
export { RecordSampler } from './suggest/record-sampler.ts';
export { forEachCsvRecord } from './parse/csv-records.ts';
export { dateText, isDateFormat, numberText } from './parse/cell-text.ts';
export { type SheetContext } from './parse/workbook-texts.ts';
export { SheetRows } from './parse/sheet-rows.ts';
export { isTable } from './layout/is-table.ts';
export { headerCells } from './file/header-cells.ts';
export { openText } from './file/open-text.ts';
export { BlockReader, type BlockResult, type SkipReason } from './file/block-reader.ts';
export type { DoubtfulRow, RefusedReason, RefusedRow } from './file/refused-row.ts';
export { type DoubtCode, doubtCodes } from './check/doubt.ts';
export { type Fault, type FaultCode, faultSentence } from './check/fault.ts';
export { dateReader } from './dates/date-format.ts';
export { Zone, zoneOf } from './dates/zone.ts';
export { canonicalProfile } from './profile/shipped/canonical.ts';
export { shippedProfile, shippedProfiles } from './profile/shipped/shipped.ts';
export { type Misfit, type Plan, planFor } from './profile/plan.ts';
export { resendColumns } from './profile/resend-columns.ts';
export { type ProfileFault, profileFaults } from './profile/profile-faults.ts';
export { RecordMapper } from './profile/record-mapper.ts';
export { GrainGatherer } from './grain/grain-gatherer.ts';
export { GrainScatter, type Scattered } from './grain/grain-scatter.ts';
export { type FileBeginning, type InspectedTable, inspectBlocks } from './preview/inspect-blocks.ts';
export { type ProfileChoice, canonicalChoice, chooseProfile } from './suggest/choose-profile.ts';
export { chooseForBlocks } from './preview/choose-for-blocks.ts';
export { previewBlocks } from './preview/preview-blocks.ts';
export { misfitSentence } from './profile/misfit-sentence.ts';
export { type PersonKey, personKey } from './hash/person-key.ts';
export { opener, sealer } from './hash/seal.ts';
export { contentHash } from './hash/content-hash.ts';
export { maskAllButLast4, maskIdNumber, maskName, maskPhone } from './mask/mask-field.ts';
export { type Known, maskText } from './mask/mask-text.ts';
export { RowReader } from './row/row-reader.ts';
export { type RowOptions } from './row/row-options.ts';
export { type Remaining, withoutErased } from './row/without-erased.ts';
export { joinedStreams } from './row/joined-streams.ts';
export { rowsIn } from './row/row-columns.ts';
export { type StoredColumn, storedColumns } from './row/stored-columns.ts';
export { type PublishedPeriod, publishedPeriod } from './reference/published-period.ts';
export {
  hasRequiredColumns,
  type NumberedRow,
  type ReadReference,
  type RowRemark,
  readReference,
  readReferenceRecords,
} from './reference/read-reference.ts';
export { type ReadReferenceRow, type ReferenceCells, isReadRow, readReferenceRow } from './reference/read-row.ts';
export {
  type KeyedRow,
  type ReferenceChange,
  type ReferenceChanges,
  referenceChanges,
} from './reference/reference-changes.ts';
export { isDerived, marksOf } from './reference/row-rules.ts';
export { type SaidTwice, saidTwice } from './reference/said-twice.ts';
export { type TreeTables, translationOf } from './trees/translation.ts';
export { type NotedEvent, caseEventsOf, deadlineRulesOf } from './reference/deadlines.ts';
export { type AnnotationTables, annotationsOf, holidaysOf } from './trees/annotations.ts';
export { type PublishedMedian, publishedMedians } from './reference/published-medians.ts';
export { countedWorks } from './reference/counted-works.ts';
export { type DelimiterFit, detectDelimiter, rowsOf } from './layout/detect-delimiter.ts';
export { detectEncoding } from './layout/detect-encoding.ts';
export { detectHeader, shapeOf } from './layout/detect-header.ts';
export { type TextFound, decoded, detectText } from './layout/detect-text.ts';
export { headerSentence } from './layout/header-sentence.ts';
export { keysOfLines } from './layout/keys-of-lines.ts';
export { isNoteRow } from './layout/note-row.ts';
