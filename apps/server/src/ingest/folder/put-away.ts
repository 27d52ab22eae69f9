import { lstat, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { Claim } from './claim.ts';
import type { Ending } from './place.ts';

/** What is put down beside a file that is over. */
export interface Beside {
  /** As JSON; names the claim as `claim`, by which a repeat after a crash knows its own. */
  readonly report: { readonly claim: string };
  /** The refused rows as lines of a file; undefined where there are none. */
  readonly rejected: AsyncIterable<string> | undefined;
}

/**
 * Moves a claimed file to `done/DAY` or `failed/DAY` with its report beside it, and answers the name that it has there.
 * Nothing that lies there is ever replaced: a second file of the same name becomes `NAME-2`. The report is written first
 * and reserves the name, so that a crash in between is followed by the same under the same name. Throws what the file
 * system says.
 */
export async function putAway(
  claim: Claim,
  ending: Ending,
  day: string,
  beside: (name: string) => Beside,
): Promise<string> {
  await lstat(claim.path); // where it is gone, or the share is, no folder is made
  const folder = join(claim.place.path, ending, day);
  await mkdir(folder, { recursive: true });
  for (let number = 1; ; number++) {
    const name = numbered(claim.name, number);
    const path = join(folder, name);
    const { report, rejected } = beside(name);
    if (!(await reserved(path, report))) continue;
    if (rejected !== undefined) await writeFile(rejectedFile(path), rejected, { mode: 0o600 });
    await rename(claim.path, path);
    return name;
  }
}

/** Where the refused rows of a file lie. */
export const rejectedFile = (name: string): string => `${name}.rejected.csv`;
const reportFile = (name: string) => `${name}.report.json`;

/** `a.csv`, `a-2.csv`, `a-3.csv` … */
const numbered = (name: string, number: number) => {
  const { name: stem, ext } = parse(name);
  return number === 1 ? name : `${stem}-${number}${ext}`;
};

/** Writes the report where the name is free or ours; false where it is another's. */
async function reserved(path: string, report: Beside['report']): Promise<boolean> {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (await exists(path)) return false;
  if ((await claimIn(reportFile(path))) === report.claim) {
    await writeFile(reportFile(path), text, { mode: 0o600 });
    return true;
  }
  if (await exists(rejectedFile(path))) return false;
  return writeFile(reportFile(path), text, { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

/** The claim whose report a file is; undefined where there is none, or something else. */
async function claimIn(path: string): Promise<string | undefined> {
  try {
    return (JSON.parse(await readFile(path, 'utf8')) as Partial<Beside['report']> | null)?.claim;
  } catch {
    return undefined;
  }
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
