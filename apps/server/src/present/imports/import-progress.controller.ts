import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { FollowImport, type ImportProgress } from '@tocsin/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../identity/allow.ts';
import { EventStream } from '../feed/event-stream.ts';
import { OpenStreams } from '../feed/open-streams.ts';
import { ImportProgressService } from './import-progress.service.ts';

/** How often it is looked whether an import has come further. */
const LOOK_EVERY_MS = 400;

/** Pages follow an import. A line begins with how it stands, so a page that comes back has missed nothing. */
@Controller()
export class ImportProgressController {
  constructor(
    private readonly progress: ImportProgressService,
    private readonly streams: OpenStreams,
  ) {}

  @Get(FollowImport.path)
  @Allow('admin', 'operator', 'risk', 'analyst')
  async follow(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const first = await this.progress.of(id);
    const stream = new EventStream(reply);
    this.streams.keep(stream, request);
    stream.begin(() => Promise.resolve(progressText(first)));
    if (first.stage === 'over') return stream.finish();
    this.#goOn(stream, id, first);
  }

  #goOn(stream: EventStream, id: string, first: ImportProgress): void {
    let before = first;
    const look = async (): Promise<string> => {
      const now = await this.progress.of(id, before.import);
      const text = progressText(now);
      if (text === progressText(before)) return '';
      before = now;
      if (now.stage === 'over') {
        clearInterval(looking);
        stream.finish();
      }
      return text;
    };
    let isLooking = false;
    const looking = setInterval(() => {
      if (isLooking) return; // a slow answer is waited for
      isLooking = true;
      stream.queue(() => look().finally(() => (isLooking = false)));
    }, LOOK_EVERY_MS);
    stream.onEnd(() => clearInterval(looking));
  }
}

const progressText = (progress: ImportProgress): string => `event: progress\ndata: ${JSON.stringify(progress)}\n\n`;
