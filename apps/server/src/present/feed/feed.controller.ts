import { Controller, Get, Req, Res } from '@nestjs/common';
import { Feed as FeedEndpoint } from '@tocsin/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { DataVersion } from '../data-version.ts';
import { EventStream, alertText, dataText } from './event-stream.ts';
import { Feed, type FeedItem } from './feed.ts';
import { MissedMessages } from './missed-messages.ts';
import { OpenStreams } from './open-streams.ts';

/** Open pages hear of warnings and of new figures as they come: server-sent events. */
@Controller()
export class FeedController {
  constructor(
    private readonly feed: Feed,
    private readonly missed: MissedMessages,
    private readonly streams: OpenStreams,
    private readonly dataVersion: DataVersion,
  ) {}

  @Get(FeedEndpoint.path)
  async listen(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    const lastEventId = request.headers['last-event-id'];
    const stream = new EventStream(reply);
    // heard from now on, written after what was missed: nothing falls between the two
    const live = this.feed.items.subscribe((item) => stream.queue(() => this.#text(item, caller)));
    stream.onEnd(() => live.unsubscribe());
    this.streams.keep(stream, request);
    stream.begin(() => this.#beginning(typeof lastEventId === 'string' ? lastEventId : undefined, caller));
  }

  async #beginning(lastEventId: string | undefined, caller: Caller): Promise<string> {
    const [missed, version] = await Promise.all([
      lastEventId === undefined ? [] : this.missed.after(lastEventId, caller),
      this.dataVersion.current(),
    ]);
    return missed.map(alertText).join('') + dataText({ dataVersion: version });
  }

  async #text(item: FeedItem, caller: Caller): Promise<string> {
    if (item.kind === 'data') return dataText(item.message);
    return (await this.missed.isVisible(item.message.alert.id, caller)) ? alertText(item.message) : '';
  }
}
