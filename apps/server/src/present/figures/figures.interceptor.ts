import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, firstValueFrom, from, of } from 'rxjs';
import { type Clock, dayIn } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { WithCaller } from '../../identity/caller.ts';
import { CLOCK, CONFIG } from '../../tokens.ts';
import { DataVersion } from '../data-version.ts';
import { Deliveries } from './deliveries.ts';
import { KeptAnswers } from './kept-answers.ts';

/**
 * Figures depend on the data, how far the feeds have delivered, the question, today's date, the format and what the caller may
 * see; the ETag is made of exactly these. A page that has the answer already gets 304 and no query runs; what others have just asked is not worked out again.
 */
@Injectable()
export class FiguresInterceptor implements NestInterceptor {
  constructor(
    private readonly dataVersion: DataVersion,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    private readonly deliveries: Deliveries,
    private readonly kept: KeptAnswers,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest & WithCaller>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const version = await this.dataVersion.current();
    const { delivered, overdue } = await this.deliveries.now();
    const etag = this.#etag(request, [version, delivered, overdue]);
    reply.headers({ 'x-data-version': version, etag, vary: 'accept, cookie, authorization' });
    reply.header('cache-control', 'private, no-cache');
    if (asksAnew(request.headers)) this.kept.forget(etag);
    if (!named(request.headers['if-none-match']).includes(etag)) {
      return from(this.kept.answer(etag, reply, () => firstValueFrom(next.handle())));
    }
    void reply.status(304);
    return of(undefined);
  }

  #etag({ url, headers, caller }: FastifyRequest & WithCaller, state: readonly unknown[]): string {
    const today = dayIn(this.config.timeZone, this.clock.now());
    const parts = [...state, url, today, headers.accept ?? '', ...(caller?.organisations ?? [])];
    return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
  }
}

const named = (header: string | undefined) => (header ?? '').split(',').map((tag) => tag.trim());
/** Who reloads a page by force wants no answer that is kept anywhere on the way. */
const asksAnew = ({ 'cache-control': wish }: IncomingHttpHeaders) => named(wish).includes('no-cache');
