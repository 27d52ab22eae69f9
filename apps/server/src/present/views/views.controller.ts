import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { CreateView, DeleteView, ListViews, PutView, type SavedView } from '@tocsin/contracts';
import type { z } from 'zod';
import { Audit } from '../../identity/audit.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { ViewsService } from './views.service.ts';

/** Pages as people want to see them again. */
@Controller()
export class ViewsController {
  constructor(
    private readonly views: ViewsService,
    private readonly audit: Audit,
  ) {}

  @Get(ListViews.path)
  list(@CurrentCaller() caller: Caller): Promise<z.output<typeof ListViews.reply>> {
    return this.views.list(caller);
  }

  @Post(CreateView.path)
  async create(
    @Body({ schema: CreateView.body }) body: z.output<typeof CreateView.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<SavedView> {
    return this.#told(await this.views.create(body, caller), caller);
  }

  @Put(PutView.path)
  async put(
    @Param('id') id: string,
    @Body({ schema: PutView.body }) body: z.output<typeof PutView.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<SavedView> {
    return this.#told(await this.views.put(id, body, caller), caller);
  }

  @Delete(DeleteView.path)
  @HttpCode(204)
  async remove(@Param('id') id: string, @CurrentCaller() caller: Caller): Promise<void> {
    await this.views.remove(id, caller);
    await this.audit.note(caller.name, 'view-removed', id);
  }

  /** What everybody will see is written down with who laid it there. */
  async #told(view: SavedView, caller: Caller): Promise<SavedView> {
    const { id, version, visibility, defaultFor } = view;
    if (visibility === 'shared') await this.audit.note(caller.name, 'view-shared', id, { version, defaultFor });
    return view;
  }
}
