import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ListDataFeeds, PutDataFeed, RunDataFeed } from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../identity/allow.ts';
import { Audit } from '../identity/audit.ts';
import { type Caller, CurrentCaller } from '../identity/caller.ts';
import { secretLost } from '../ingest/pulls/pull-trouble.ts';
import { PullsService } from '../ingest/pulls/pulls.service.ts';
import { Refusal } from '../refusal.ts';
import { FeedsService, type ShownFeed } from './feeds.service.ts';

/** The ways by which data come in again and again. */
@Controller()
export class FeedsController {
  constructor(
    private readonly feeds: FeedsService,
    private readonly pulls: PullsService,
    private readonly audit: Audit,
  ) {}

  @Get(ListDataFeeds.path)
  @Allow('admin', 'operator', 'risk', 'analyst', 'executive')
  async list(): Promise<z.infer<typeof ListDataFeeds.reply>> {
    return { feeds: await this.feeds.list(), watchedFolder: this.feeds.watchedFolder };
  }

  @Put(PutDataFeed.path)
  @Allow('admin', 'operator')
  async put(
    @Param('id') id: string,
    @Body({ schema: PutDataFeed.body }) body: z.output<typeof PutDataFeed.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<ShownFeed> {
    const { expectedVersion, ...given } = body;
    const feed = await this.feeds.put(id, given, caller.name, expectedVersion);
    await this.audit.note(caller.name, 'feed-changed', id, { version: feed.version });
    return feed;
  }

  @Post(RunDataFeed.path)
  @HttpCode(200)
  @Allow('admin', 'operator')
  async run(@Param('id') id: string): Promise<ShownFeed> {
    const { kind } = await this.feeds.get(id);
    const pull = (await this.feeds.pulls()).find(({ feed }) => feed === id);
    if (pull === undefined) throw notPulled(id, kind);
    if (pull.secretKey === undefined) throw new Refusal('conflict', { detail: secretLost(id).sentence });
    await this.pulls.run(pull);
    return this.feeds.get(id);
  }
}

const notPulled = (id: string, kind: string) =>
  new Refusal('conflict', {
    detail: {
      zh: `数据源 ${id} 的类型为 ${kind} 或已停用，不能立即拉取：请由发送端送达，或先启用。`,
      en: `The feed ${id} is of kind ${kind} or switched off, and cannot be pulled now: let its sender deliver, or switch it on.`,
    },
  });
