import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { Config } from '../../config.ts';
import { Lease } from '../../pipeline/lease.ts';
import { CONFIG } from '../../tokens.ts';
import { FolderService } from './folder.service.ts';
import type { FolderFeed } from './place.ts';

/** Says which feeds have a folder: kind `folder`, switched on or off. */
export abstract class FolderFeeds {
  abstract folders(): Promise<readonly FolderFeed[]>;
}

/** Looks into the watched folder every few seconds, where there is one; polling works on network shares too. */
@Injectable()
export class FolderSchedule implements OnApplicationBootstrap {
  readonly #logger = new Logger('folder');
  #failed = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly scheduler: SchedulerRegistry,
    private readonly feeds: FolderFeeds,
    private readonly folder: FolderService,
    private readonly lease: Lease,
  ) {}

  onApplicationBootstrap(): void {
    const { schedule, watch } = this.config;
    if (!schedule || watch.folder === undefined) return;
    this.scheduler.addInterval(
      'folder',
      setInterval(() => void this.#tick(), watch.seconds * 1000),
    );
  }

  /** What keeps failing while the warehouse is down is logged once, and tried again at every tick. */
  async #tick(): Promise<void> {
    try {
      await this.folder.poll(await this.feeds.folders(), () => this.lease.take());
      this.#failed = false;
    } catch (error) {
      if (this.#failed) return;
      this.#failed = true;
      this.#logger.error(
        'The watched folder could not be looked after; it is tried again in a moment.',
        error,
        'folder',
      );
    }
  }
}
