export { type Company, type RowOptions, createCompany } from './company.ts';
export type { CompanyOptions } from './case/world.ts';
export type { FullRecord } from './case/record.ts';
export { type DictionaryName, dictionaryNames } from './out/dictionaries.ts';
export { type ReferenceName, referenceNames } from './out/reference.ts';
export type { Exposure } from './out/exposure.ts';
export {
  type ClosedSums,
  type DueSums,
  type Sums,
  type Truth,
  type TruthDimension,
  truthDimensions,
} from './out/truth.ts';
export { type EventKind, type LabelledEvent, eventKinds } from './events/event.ts';
export { type LabelledText, type PersonalKind, labelledTexts, personalKinds } from './text/labelled-text.ts';
export {
  FIRST_JUDGED_WEEK,
  type OutbreakSeries,
  type WeeklyScenario,
  weeklyOutbreakSeries,
  weeklyScenarios,
} from './series/weekly-scenarios.ts';
export {
  type DailyScenario,
  FIRST_DAY,
  FIRST_JUDGED_DAY,
  dailyOutbreakSeries,
  dailyScenarios,
} from './series/daily-scenarios.ts';
