import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Inspection, Layout, Preview, Profile, Sentence } from '@tocsin/contracts';
import { FileRefused, type OpenedFile, firstBlocks, openFile } from '@tocsin/files';
import { type FileBeginning, type ProfileChoice, canonicalChoice } from '@tocsin/ingestion';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { CLOCK, CONFIG } from '../../tokens.ts';
import { ProfilesService, refuseFaults } from '../profiles/profiles.service.ts';
import { ImportThreads } from '../work/import-threads.ts';

/** Holds some thousand rows of any file. */
const LOOKED_AT_BYTES = 3 * 2 ** 20;

interface Beginning {
  readonly opened: OpenedFile;
  readonly file: FileBeginning;
}

/** Looks at files before they are imported: what is in them, and what a profile would make of them. Stores nothing. */
@Injectable()
export class InspectionsService implements OnApplicationShutdown {
  /** Of its own, so that a person who waits at the page does not stand behind an import. */
  readonly #threads = new ImportThreads(1);

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'timeZone'>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly profiles: ProfilesService,
  ) {}

  /** What was understood of a file; `choice` overrides parts of its layout. One that cannot be read says why. */
  async inspectFile(path: string, choice: Partial<Layout>): Promise<Inspection> {
    const beginning = await this.#open(path, choice);
    if ('refusal' in beginning) return { ...NOTHING, refusal: beginning.refusal };
    const { opened, file } = beginning;
    const { evidence, ...table } = await this.#threads.inspect({ file, profiles: await this.profiles.all() });
    return {
      ...table,
      layout: opened.layout,
      evidence: [...opened.evidence, ...evidence],
      sheets: [...opened.sheets],
      entries: [...opened.entries],
      refusal: null,
    };
  }

  /**
   * The profile by which a file is read when nobody named one, or why none can be taken; undefined for a file that cannot
   * be read at all.
   */
  async chooseProfile(path: string): Promise<ProfileChoice | undefined> {
    const opened = await openFile(path);
    if ('refusal' in opened) return undefined;
    const profiles = await this.profiles.all();
    const canonical = canonicalChoice(profiles, opened);
    if (canonical !== undefined) {
      await opened.blocks.return(undefined);
      return canonical;
    }
    const beginning = await this.#beginning(opened);
    return 'refusal' in beginning ? undefined : this.#threads.choose({ file: beginning.file, profiles });
  }

  /** What would become of the file's first rows under a profile that need not be kept yet. */
  async previewFile(path: string, profile: Profile, choice: Partial<Layout>, rows: number): Promise<Preview> {
    refuseFaults(profile);
    const beginning = await this.#open(path, { ...profile.layout, ...choice });
    if ('refusal' in beginning) return { ...NO_ROWS, misfit: beginning.refusal };
    return this.#threads.preview({ file: beginning.file, profile, rows });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#threads.close();
  }

  async #open(path: string, choice: Partial<Layout>): Promise<Beginning | { readonly refusal: Sentence }> {
    const opened = await openFile(path, choice);
    return 'refusal' in opened ? opened : this.#beginning(opened);
  }

  async #beginning(opened: OpenedFile): Promise<Beginning | { readonly refusal: Sentence }> {
    const { layout, columns } = opened;
    const now = Math.floor(this.clock.now().getTime() / 1000);
    try {
      const blocks = await firstBlocks(opened, LOOKED_AT_BYTES);
      return { opened, file: { layout, columns, blocks, timeZone: this.config.timeZone, now } };
    } catch (error) {
      if (error instanceof FileRefused) return { refusal: error.sentence };
      throw error;
    }
  }
}

/** The layout of a file that could not be read is the plainest: it says nothing. */
const NOTHING: Omit<Inspection, 'refusal'> = {
  layout: {
    ...{ packing: 'none', entry: '', format: 'csv', encoding: 'utf-8' },
    ...{ delimiter: ',', headerRow: 1, sheet: '', footer: true },
  },
  ...{ evidence: [], sheets: [], entries: [], columns: [], questions: [], fits: [] },
  ...{ rowsSeen: 0, suggested: null, confidence: 0 },
};

const NO_ROWS = {
  ...{ rows: [], columns: [], seen: 0 },
  counts: { accepted: 0, warned: 0, rejected: 0, skipped: 0 },
};
