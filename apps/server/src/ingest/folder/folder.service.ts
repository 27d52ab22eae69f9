import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { isoDay } from '@tocsin/calendar';
import { type Zone, zoneOf } from '@tocsin/ingestion';
import type { Warehouse } from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { CLOCK, CONFIG, WAREHOUSE } from '../../tokens.ts';
import { RejectedRowsService } from '../doors/rejected-rows.service.ts';
import { ImportsService } from '../imports.service.ts';
import { type Claim, take } from './claim.ts';
import { type Outcome, claimReport, endingOf, hasRejectedRows } from './claim-report.ts';
import { ClaimedImports } from './claimed-imports.ts';
import { codeOf } from './file-error.ts';
import { FolderNews } from './folder-news.ts';
import { brokeOff, cannotBeMoved, cannotBeSeen, wentToFailed } from './folder-trouble.ts';
import { LeftClaims } from './left-claims.ts';
import { look } from './look.ts';
import { type FolderFeed, type Place, placesIn } from './place.ts';
import { putAway } from './put-away.ts';
import { type Look, Sightings } from './sightings.ts';

/**
 * Imports what is put into the watched folder, each file once: a file that stands still is renamed into `.taken`, handed
 * in under the claim in its new name, and moved to `done` or `failed` with its report when its import is over. Whatever is
 * killed in between, the name says where to go on. No file of a person is ever deleted or replaced.
 */
@Injectable()
export class FolderService implements BeforeApplicationShutdown {
  readonly #closing = new AbortController();
  readonly #sightings = new Sightings();
  readonly #left = new LeftClaims();
  readonly #claims = new Map<string, Claim>();
  readonly #imports: ClaimedImports;
  readonly #news: FolderNews;
  readonly #zone: Zone;
  #polling: Promise<void> | undefined;

  constructor(
    @Inject(WAREHOUSE) warehouse: Warehouse,
    @Inject(CONFIG) private readonly config: Pick<Config, 'watch' | 'import' | 'timeZone'>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ImportsService) imports: Pick<ImportsService, 'receive' | 'start' | 'get'>,
    private readonly rejectedRows: RejectedRowsService,
  ) {
    this.#imports = new ClaimedImports(warehouse, imports, config.import.maxBytes, this.#closing.signal);
    this.#news = new FolderNews(warehouse, clock);
    this.#zone = zoneOf(config.timeZone);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#closing.abort();
    await this.#polling?.catch(() => undefined);
  }

  /**
   * Looks once into the folder and the folders of these feeds, and does what is to be done, if `mayWork` says that it is
   * this server's turn. Who asks while a poll is under way gets that one.
   */
  poll(feeds: readonly FolderFeed[], mayWork: () => Promise<boolean>): Promise<void> {
    const { folder } = this.config.watch;
    if (folder === undefined || this.#closing.signal.aborted) return Promise.resolve();
    this.#polling ??= this.#poll(placesIn(folder, feeds), mayWork).finally(() => (this.#polling = undefined));
    return this.#polling;
  }

  async #poll(places: readonly Place[], mayWork: () => Promise<boolean>): Promise<void> {
    const files = new Map<string, Look>();
    const placeOf = new Map<string, Place>();
    const others: Claim[] = [];
    for (const place of places) {
      try {
        const seen = await look(place);
        for (const [path, is] of seen.files) {
          files.set(path, is);
          placeOf.set(path, place);
        }
        others.push(...seen.claims.filter(({ id }) => !this.#claims.has(id)));
      } catch (error) {
        this.#news.stuck(place.feed, place.path, cannotBeSeen(place.path, codeOf(error)));
      }
    }
    const still = this.#sightings.still(files).sort();
    this.#left.see(others);
    const left = others.filter((claim) => this.#left.isLeft(claim));
    if (still.length + left.length + this.#claims.size > 0 && (await mayWork())) {
      for (const claim of left) this.#claims.set(claim.id, claim);
      await this.#work(still.flatMap((path) => ({ path, place: placeOf.get(path) })));
    }
    if (this.#closing.signal.aborted) return;
    await this.#news.keep(places.map(({ feed }) => feed));
  }

  /** First what was taken before, then what stands still, as long as there is room for more. */
  async #work(still: readonly { readonly path: string; readonly place: Place | undefined }[]): Promise<void> {
    let hasRoom = true;
    for (const claim of [...this.#claims.values()]) hasRoom = (await this.#carryOn(claim)) && hasRoom;
    for (const { path, place } of still) {
      if (!hasRoom || place === undefined || this.#closing.signal.aborted) return;
      const claim = await this.#take(place, path);
      if (claim === undefined) continue;
      this.#claims.set(claim.id, claim);
      hasRoom = await this.#carryOn(claim);
    }
  }

  async #take(place: Place, path: string): Promise<Claim | undefined> {
    try {
      return await take(place, path);
    } catch (error) {
      this.#news.stuck(place.feed, path, cannotBeMoved(path, codeOf(error)));
      return undefined;
    }
  }

  /** Brings a claim as far as it goes now; false where no more files can be handed in at present. */
  async #carryOn(claim: Claim): Promise<boolean> {
    if (this.#closing.signal.aborted) return false;
    const { place, path, name } = claim;
    try {
      const progress = await this.#imports.progress(claim);
      if (progress === 'busy') return false;
      if (progress !== 'on-its-way') await this.#settle(claim, progress);
    } catch (error) {
      const code = codeOf(error);
      if (this.#closing.signal.aborted) return false;
      if (code === 'ENOENT' && (await isGone(path))) this.#forget(claim);
      else if (code === '') this.#news.stuck(place.feed, path, brokeOff(name), error);
      else this.#news.stuck(place.feed, path, cannotBeMoved(path, code), error);
    }
    return true;
  }

  async #settle(claim: Claim, outcome: Outcome): Promise<void> {
    const at = this.clock.now();
    const day = isoDay(this.#zone.dayAt(Math.floor(at.getTime() / 1000)));
    const ending = endingOf(outcome);
    const rejected = hasRejectedRows(outcome)
      ? (await this.rejectedRows.csv(outcome.record.id, 'masked')).lines
      : undefined;
    const report = (name: string) => claimReport(claim, outcome, at, name);
    const name = await putAway(claim, ending, day, (liesAs) => ({ report: report(liesAs), rejected }));
    const { sentence } = report(name);
    const { feed, path } = claim.place;
    this.#news.ended(
      feed,
      ending === 'failed' && sentence !== null ? wentToFailed(name, join(path, ending, day), sentence) : null,
    );
    this.#forget(claim);
  }

  #forget(claim: Claim): void {
    this.#imports.forget(claim);
    this.#claims.delete(claim.id);
  }
}

/** Another server was faster, or a person took the file away. */
const isGone = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => false,
    (error: unknown) => codeOf(error) === 'ENOENT',
  );
