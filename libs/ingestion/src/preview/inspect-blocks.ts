import type { Inspection, Layout, Profile } from '@tocsin/contracts';
import type { Block } from '../cut/block.ts';
import { shownValue } from '../file/refused-row.ts';
import { personKey } from '../hash/person-key.ts';
import { profileFits } from '../suggest/profile-fits.ts';
import { RecordSampler } from '../suggest/record-sampler.ts';
import { suggestProfile } from '../suggest/suggest-profile.ts';

/** The beginning of a file, and what it is looked at for. */
export interface FileBeginning {
  readonly layout: Layout;
  readonly columns: readonly string[];
  readonly blocks: readonly Block[];
  /** The product's zone, and the moment that counts as now, in seconds since 1970. */
  readonly timeZone: string;
  readonly now: number;
}

/** What the columns and values of a file say; how it is laid out is known already. */
export type InspectedTable = Pick<
  Inspection,
  'columns' | 'rowsSeen' | 'suggested' | 'confidence' | 'questions' | 'fits' | 'evidence'
>;

const RECORDS = 2_000;
const SAMPLES = 5;
/** As much of a sample is shown. */
const SHOWN = 80;

/** Looks at the first records of a file: what each column seems to be, a profile for it, and stored ones that fit. */
export function inspectBlocks(file: FileBeginning, profiles: readonly Profile[]): InspectedTable {
  const { layout, columns, blocks, timeZone, now } = file;
  const sampler = new RecordSampler(layout, columns, RECORDS);
  for (const block of blocks) if (!sampler.take(block)) break;
  const { records } = sampler;
  const suggestion = suggestProfile(columns, records);
  const options = { timeZone, now, batchId: 'inspection', personKey: personKey('inspection') };
  return {
    columns: columns.map((name, place) => {
      const found = suggestion.columns[place] ?? null;
      const samples = samplesOf(records, place, found?.field ?? '');
      return { name, samples, filled: suggestion.filled[place] ?? 0, suggestion: found && { ...found } };
    }),
    rowsSeen: records.length,
    suggested: suggestion.profile,
    confidence: suggestion.confidence,
    evidence: [...suggestion.notes],
    questions: suggestion.questions.map((question) => ({
      ...{ ...question, choices: [...question.choices], values: [...question.values] },
    })),
    fits: profileFits(profiles, columns, records, options).map(({ profile, share }) => ({
      ...{ profile: profile.name, label: profile.label, share },
    })),
  };
}

/** The first different values of a column, masked. */
function samplesOf(records: readonly (readonly string[])[], place: number, field: string): string[] {
  const samples = new Set<string>();
  for (const record of records) {
    const value = (record[place] ?? '').trim();
    if (value !== '') samples.add(shownValue(field, value).slice(0, SHOWN));
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}
