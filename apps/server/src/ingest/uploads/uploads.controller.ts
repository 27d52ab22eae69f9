import {
  Body,
  Controller,
  Delete,
  Head,
  Headers,
  HttpCode,
  Inject,
  Options,
  Param,
  Patch,
  Post,
  Res,
} from '@nestjs/common';
import {
  AppendUpload,
  CreateUpload,
  DeleteUpload,
  FindUpload,
  InspectUpload,
  type Inspection,
  type Preview,
  PreviewUpload,
} from '@tocsin/contracts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Config } from '../../config.ts';
import { CONFIG } from '../../tokens.ts';
import { Allow } from '../../identity/allow.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { streamedBody } from '../doors/streamed-body.ts';
import { InspectionsService } from '../inspect/inspections.service.ts';
import type { StoredUpload } from './upload-files.ts';
import { badHeader, otherVersion } from './upload-refusals.ts';
import { Uploads } from './uploads.service.ts';

const VERSION = '1.0.0';

type Sent = Readonly<Record<string, string | undefined>>;

/** The door for files sent piece by piece (tus 1.0.0), and what can be asked about one that is whole. */
@Controller()
@Allow('admin', 'operator')
export class UploadsController {
  constructor(
    private readonly uploads: Uploads,
    private readonly inspections: InspectionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Options(CreateUpload.path)
  @HttpCode(204)
  able(@Res({ passthrough: true }) reply: FastifyReply): void {
    reply.headers({
      'tus-resumable': VERSION,
      'tus-version': VERSION,
      'tus-extension': 'creation,expiration,termination',
      'tus-max-size': String(this.config.import.maxBytes),
    });
  }

  @Post(CreateUpload.path)
  async create(
    @Headers() sent: Sent,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    checkVersion(sent);
    const id = await this.uploads.create(fileNameOf(sent), wholeNumber(sent, 'upload-length'), caller);
    this.#tell(reply, await this.uploads.find(id, caller));
    reply.header('location', `${CreateUpload.path}/${id}`);
  }

  @Head(FindUpload.path)
  async find(
    @Param('id') id: string,
    @Headers() sent: Sent,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    checkVersion(sent);
    this.#tell(reply, await this.uploads.find(id, caller));
  }

  @Patch(AppendUpload.path)
  @HttpCode(204)
  async append(
    @Param('id') id: string,
    @Headers() sent: Sent,
    @Body() body: unknown,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    checkVersion(sent);
    const offset = wholeNumber(sent, 'upload-offset');
    this.#tell(reply, await this.uploads.append(id, offset, streamedBody(body), caller));
  }

  @Delete(DeleteUpload.path)
  @HttpCode(204)
  async remove(
    @Param('id') id: string,
    @Headers() sent: Sent,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    checkVersion(sent);
    await this.uploads.remove(id, caller);
    reply.header('tus-resumable', VERSION);
  }

  @Post(InspectUpload.path)
  @HttpCode(200)
  async inspect(
    @Param('id') id: string,
    @Body({ schema: InspectUpload.body }) { layout }: z.output<typeof InspectUpload.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<Inspection> {
    return this.inspections.inspectFile(await this.uploads.pathOf(id, caller), layout);
  }

  @Post(PreviewUpload.path)
  @HttpCode(200)
  async preview(
    @Param('id') id: string,
    @Body({ schema: PreviewUpload.body }) { profile, layout, rows }: z.output<typeof PreviewUpload.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<Preview> {
    return this.inspections.previewFile(await this.uploads.pathOf(id, caller), profile, layout, rows);
  }

  #tell(reply: FastifyReply, upload: StoredUpload): void {
    reply.headers({
      'tus-resumable': VERSION,
      'upload-offset': String(upload.offset),
      'upload-length': String(upload.length),
      'upload-expires': this.uploads.expiryOf(upload).toUTCString(),
    });
  }
}

function checkVersion(sent: Sent): void {
  if (sent['tus-resumable'] !== VERSION) throw otherVersion();
}

function wholeNumber(sent: Sent, name: string): number {
  const text = sent[name] ?? '';
  if (!/^\d{1,15}$/.test(text)) throw badHeader(name);
  return Number(text);
}

/** The name in `Upload-Metadata: filename <base64>,…`; '' without one. */
function fileNameOf(sent: Sent): string {
  const [, encoded = ''] = /(?:^|,)\s*filename ([A-Za-z0-9+/=]+)/.exec(sent['upload-metadata'] ?? '') ?? [];
  return Buffer.from(encoded, 'base64').toString('utf8').slice(0, 200);
}
