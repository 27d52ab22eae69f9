import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';

/** How long the engine of a dead owner may take to close the store before it is killed. */
const ORPHAN_PATIENCE_MS = 10_000;
const POLL_MS = 25;

/** What `owner.json` says. Whoever holds the directory may add entries for others to read (see `publish`). */
export interface OwnerRecord extends ProcessIdentity {
  /** Differs for every start, so that a lock is recognised as one's own. */
  readonly token: string;
  readonly command: string;
  /** ISO time of the start. */
  readonly since: string;
  readonly engine?: ProcessIdentity & { readonly url: string };
  readonly published?: Readonly<Record<string, unknown>>;
}

/** The right to a directory. */
export interface Owner {
  /** Where the record is kept. */
  readonly file: string;
  /** Adds entries that other processes may read with `readOwner`: the server's URL, a local token. The file has mode 0600. */
  publish(entries: Readonly<Record<string, unknown>>): void;
  setEngine(engine: { readonly pid: number; readonly url: string }): void;
  release(): void;
}

/** Another process that is alive owns the directory, or has its tables open. */
export class EngineDirectoryInUse extends Error {
  readonly directory: string;
  readonly owner: OwnerRecord | undefined;

  constructor(directory: string, owner: OwnerRecord | undefined) {
    const who = owner ? `process ${owner.pid} (${owner.command}, since ${owner.since})` : 'another process';
    super(`the directory ${directory} is in use by ${who}; stop it or choose another directory with TOCSIN_DATA`);
    this.name = 'EngineDirectoryInUse';
    this.directory = directory;
    this.owner = owner;
  }
}

const fileIn = (directory: string): string => join(directory, 'owner.json');

/**
 * Who owns this directory?
 * `undefined` if nobody does: there is no record, it cannot be read, or its process is gone.
 */
export function readOwner(directory: string): OwnerRecord | undefined {
  const record = readRecord(fileIn(directory));
  return record && isRunning(record) ? record : undefined;
}

/**
 * Takes the directory, making it if need be (mode 0700).
 * A record of a dead process is replaced; if that process left its engine behind, waits until it has closed the store.
 * Throws EngineDirectoryInUse while another process that is alive holds it.
 */
export async function takeOwnership(directory: string): Promise<Owner> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = fileIn(directory);
  let record: OwnerRecord = {
    ...identify(process.pid),
    token: randomUUID(),
    command: process.argv.slice(0, 2).join(' '),
    since: new Date().toISOString(),
  };
  while (!claim(file, record)) {
    const holder = readRecord(file);
    if (holder && isRunning(holder)) throw new EngineDirectoryInUse(directory, holder);
    if (holder?.engine) await outlive(holder.engine);
    discard(file, holder?.token);
  }
  const update = (change: Partial<OwnerRecord>): void => {
    record = { ...record, ...change };
    replace(file, record);
  };
  return {
    file,
    publish: (entries) => update({ published: { ...record.published, ...entries } }),
    setEngine: ({ pid, url }) => update({ engine: { ...identify(pid), url } }),
    release: () => {
      if (readRecord(file)?.token === record.token) rmSync(file, { force: true });
    },
  };
}

/** Writes the record unless there is one. A link is made whole or not at all: nobody ever reads half a record. */
function claim(file: string, record: OwnerRecord): boolean {
  const draft = writeDraft(file, record);
  try {
    linkSync(draft, file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead owner's record. If another process has replaced it in the meantime, the newer one is put back. */
function discard(file: string, token: string | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readRecord(aside)?.token !== token) linkSync(aside, file);
  } catch (cause) {
    if (!['ENOENT', 'EEXIST'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

const replace = (file: string, record: OwnerRecord): void => renameSync(writeDraft(file, record), file);

function writeDraft(file: string, record: OwnerRecord): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return draft;
}

function readRecord(file: string): OwnerRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as OwnerRecord;
    return Number.isInteger(record.pid) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Waits for an orphaned engine to end by itself, which it does when it misses its parent; kills it if it does not. */
async function outlive(engine: ProcessIdentity): Promise<void> {
  const deadline = Date.now() + ORPHAN_PATIENCE_MS;
  while (isRunning(engine)) {
    if (Date.now() > deadline) process.kill(engine.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
