import type { CaseVersion } from '@tocsin/contracts';
import type { CaseVersionRecord } from '@tocsin/warehouse';

/** Fields that change with every version and tell nothing. */
const SILENT: readonly string[] = ['arrived_at', 'updated_at'];

/** Versions, oldest first, with what each changed against the one before it; the newest first. */
export function versionChanges(versions: readonly CaseVersionRecord[]): CaseVersion[] {
  return versions
    .map(({ fields, ...version }, index) => ({
      ...version,
      changes: index === 0 ? [] : changesBetween(versions[index - 1]?.fields ?? {}, fields),
    }))
    .reverse();
}

type Fields = CaseVersionRecord['fields'];

function changesBetween(before: Fields, after: Fields): CaseVersion['changes'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((field) => !SILENT.includes(field) && (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => ({ field, from: before[field] ?? '', to: after[field] ?? '' }));
}
