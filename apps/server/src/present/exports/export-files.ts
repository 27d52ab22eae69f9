import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExportJob } from '@tocsin/contracts';
import { z } from 'zod';

/** A job as it lies on disk: with whom it is for, and what they could see when they asked. */
export const KeptJob = ExportJob.extend({ owner: z.string(), organisations: z.array(z.string()) });
export type KeptJob = z.infer<typeof KeptJob>;

const ID = /^[0-9a-f-]{36}$/;

/** Exports in the data directory: a folder each, with what is asked (`job.json`) and the file. Both outlive the process. */
export class ExportFiles {
  readonly #folder: string;

  constructor(dataDirectory: string) {
    this.#folder = join(dataDirectory, 'exports');
  }

  pathOf(id: string): string {
    return join(this.#folder, id, 'table');
  }

  /** Replaces what was written about the job; never leaves half of it. */
  async save(job: KeptJob): Promise<void> {
    const folder = join(this.#folder, job.id);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, 'job.part'), JSON.stringify(job), { mode: 0o600 });
    await rename(join(folder, 'job.part'), join(folder, 'job.json'));
  }

  /** All jobs that can be read; a folder without one (cut off while it was made) is removed. */
  async all(): Promise<KeptJob[]> {
    const names = await readdir(this.#folder).catch((): string[] => []);
    const jobs = await Promise.all(names.filter((name) => ID.test(name)).map((id) => this.#read(id)));
    return jobs.filter((job) => job !== undefined);
  }

  async #read(id: string): Promise<KeptJob | undefined> {
    const text = await readFile(join(this.#folder, id, 'job.json'), 'utf8').catch(() => undefined);
    const job = text === undefined ? undefined : KeptJob.safeParse(JSON.parse(text)).data;
    if (job === undefined) await this.remove(id);
    return job;
  }

  remove(id: string): Promise<void> {
    return rm(join(this.#folder, id), { recursive: true, force: true });
  }
}
