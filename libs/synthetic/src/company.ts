import { type CompanyOptions, createWorld } from './case/world.ts';
import type { FullRecord } from './case/record.ts';
import { type DictionaryName, dictionaryCsv } from './out/dictionaries.ts';
import { exposureCsv } from './out/exposure.ts';
import { type ReferenceName, referenceCsv } from './out/reference.ts';
import { csvLines, ndjsonLines } from './out/lines.ts';
import { historyRows, newestRows } from './out/rows.ts';
import { type Truth, countTruth } from './out/truth.ts';

export interface RowOptions {
  /** Every version in the order of entry, instead of the newest knowledge of each case. */
  readonly histories?: boolean;
}

/** An invented insurer. Every answer can be asked for again and is the same. */
export interface Company {
  complaintRows(options?: RowOptions): Generator<FullRecord>;
  /** Canonical CSV, header first, each line with its line feed. */
  csvLines(options?: RowOptions): Generator<string>;
  /** The same rows as NDJSON. */
  ndjsonLines(options?: RowOptions): Generator<string>;
  /** month, region, organisation, line, premium, policies, person_times. */
  exposureCsv(): string;
  /** code, zh, en, parent. */
  dictionaryCsv(name: DictionaryName): string;
  /** A table beside the complaints, as its door takes it. Changes nothing about the complaints: they carry what codes they do. */
  referenceCsv(name: ReferenceName): string;
  /** Counted on the first call; takes a moment with millions of complaints. */
  truth(): Truth;
}

export function createCompany(options: CompanyOptions): Company {
  const world = createWorld(options);
  let truth: Truth | undefined;
  const complaintRows = ({ histories = false }: RowOptions = {}): Generator<FullRecord> =>
    histories ? historyRows(world) : newestRows(world);
  return {
    complaintRows,
    csvLines: (rows) => csvLines(complaintRows(rows)),
    ndjsonLines: (rows) => ndjsonLines(complaintRows(rows)),
    exposureCsv: () => exposureCsv(world),
    dictionaryCsv: (name) => dictionaryCsv(world, name),
    referenceCsv: (name) => referenceCsv(world, name),
    truth: () => (truth ??= countTruth(world)),
  };
}
