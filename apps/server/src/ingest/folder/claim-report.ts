import type { Import, Sentence } from '@tocsin/contracts';
import type { ImportRecord } from '@tocsin/warehouse';
import { type Claim, keyOf } from './claim.ts';
import { givenUp, sameAsBefore, takenBack } from './folder-trouble.ts';
import type { Ending } from './place.ts';
import { rejectedFile } from './put-away.ts';

/** What became of a file: the import that it is, or why it could not be one. */
export type Outcome = { readonly record: ImportRecord } | { readonly refused: Sentence };

type Counts = Pick<
  Import,
  'read' | 'accepted' | 'warned' | 'added' | 'updated' | 'duplicate' | 'outdated' | 'rejected' | 'skipped'
>;

/** The report beside a file that is over. What is not known is null, never zero. */
export interface ClaimReport {
  readonly claim: string;
  /** Under which name the file was put down, and under which it lies beside this report. */
  readonly file: string;
  readonly liesAs: string;
  /** '' for a file of no feed. */
  readonly feed: string;
  /** What it was read with, or was to be; null where nobody named one and none fits. */
  readonly profile: string | null;
  /** Why that profile, where nobody named one. */
  readonly profileBecause: Import['profileBecause'];
  readonly at: string;
  readonly import: string | null;
  readonly state: Import['state'] | 'refused';
  /** Why it failed, or what is worth knowing. */
  readonly sentence: Sentence | null;
  readonly counts: Counts | null;
  /** How many rows each reason refused, made doubtful or skipped. */
  readonly rejected: Import['reasons'];
  readonly warnings: Import['warnings'];
  readonly skipped: Import['skips'];
  /** The refused rows to be mended, masked; null where there are none. */
  readonly rejectedFile: string | null;
}

/** Only what is in the figures is done. */
export const endingOf = (outcome: Outcome): Ending =>
  'record' in outcome && outcome.record.state === 'done' ? 'done' : 'failed';

/** Whether refused rows are kept to be mended: an import that failed or was taken back left none. */
export const hasRejectedRows = (outcome: Outcome): outcome is { readonly record: ImportRecord } =>
  'record' in outcome && outcome.record.rejected > 0 && /^(done|stopped)$/.test(outcome.record.state);

/** Says what became of a file; `at` is now, `liesAs` the name that it gets. */
export function claimReport(claim: Claim, outcome: Outcome, at: Date, liesAs: string): ClaimReport {
  const { id, name, place } = claim;
  const head = { claim: id, file: name, liesAs, feed: place.feed, at: at.toISOString() };
  if ('refused' in outcome) {
    const none = { counts: null, rejected: [], warnings: [], skipped: [], rejectedFile: null };
    const profile = place.profile ?? null;
    return {
      ...head,
      profile,
      profileBecause: null,
      import: null,
      state: 'refused',
      sentence: outcome.refused,
      ...none,
    };
  }
  const { record } = outcome;
  const { read, accepted, warned, added, updated, duplicate, outdated, rejected, skipped } = record;
  return {
    ...head,
    ...{ profile: record.profile, profileBecause: record.profileBecause },
    ...{ import: record.id, state: record.state, sentence: sentenceOf(claim, record) },
    counts: { read, accepted, warned, added, updated, duplicate, outdated, rejected, skipped },
    ...{ rejected: record.reasons, warnings: record.warnings, skipped: record.skips },
    rejectedFile: hasRejectedRows(outcome) ? rejectedFile(liesAs) : null,
  };
}

/** What a person is to know about an import that came from a folder; null where the counts say everything. */
export function sentenceOf(claim: Claim, record: ImportRecord): Sentence | null {
  if (record.error !== null) return record.error;
  if (record.state === 'withdrawn') return takenBack;
  if (record.state !== 'done') return givenUp;
  return record.idempotencyKey === keyOf(claim) ? null : sameAsBefore(record.id);
}
