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
export { cityOf, directlyUnder, municipalities, reportingRegion, singleListedCities } from './codes/region-levels.ts';
export { regionOfShape } from './codes/map-join.ts';
export { regions } from './codes/regions.ts';
export {
  type CanonicalField,
  type CanonicalFieldName,
  type CanonicalRecord,
  type FieldType,
  canonicalFields,
} from './canonical.ts';
export {
  type Basis,
  type CodedDimension,
  type Dimension,
  type Grain,
  type TreeView,
  atLevel,
  bases,
  caseDimensions,
  codedDimensions,
  dictionaryOf,
  dimensions,
  grains,
  treeDimensions,
  treeViews,
} from './dimension.ts';
export {
  type Measure,
  type QuantileMeasure,
  type RateMeasure,
  type RatioMeasure,
  type SumMeasure,
  type WorkId,
  type WorksMeasure,
  clockOf,
  isAdditive,
} from './measure/measure.ts';
export { counts } from './measure/counts.ts';
export { rates } from './measure/rates.ts';
export { exposureWords } from './measure/exposure-words.ts';
export { type CountId, type MeasureId, countIds, measureIds, measures } from './measure/measures.ts';
export {
  type Clock,
  type ExposureId,
  type SpanId,
  type SumId,
  clocks,
  exposureIds,
  spanIds,
  sumIds,
  sums,
} from './measure/sums.ts';
export { type CodeTranslation, type Translation, type TranslationPiece, UNSPLIT } from './translation.ts';
export { Instant, IsoDay, Sentence, listParam } from './scalars.ts';
export { codeOf, excluding, isExcluding, keptAndExcluded, withKept, withRestored } from './exclusion.ts';
export { ComplaintFilter, type ComplaintFilterInput } from './filter.ts';
export { Problem } from './problem.ts';
export * from './rule/index.ts';
export { medianMeasures, sectors } from './sectors.ts';
export { Verdict, type VerdictKind, verdictKinds } from './verdict.ts';
export { Alert, AlertEvent, AlertVerdict, Contributor, Slice, alertEventKinds } from './alert.ts';
export { alertVerdicts } from './codes/alert-verdicts.ts';
export { Layout } from './layout.ts';
export { Condition, FieldSource, Profile, type ProfileInput } from './profile.ts';
export {
  type ReferenceColumn,
  type ReferenceColumnType,
  type ReferenceGroup,
  type ReferenceTable,
  referenceGroups,
  referenceKey,
} from './reference/reference-table.ts';
export { referenceTable, referenceTables } from './reference/reference-tables.ts';
export * from './endpoints/index.ts';
