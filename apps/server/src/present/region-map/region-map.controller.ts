import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { DeleteRegionMap, GetRegionMap, PutRegionMap, type RegionMap } from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../../identity/allow.ts';
import { Audit } from '../../identity/audit.ts';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { RegionMapService } from './region-map.service.ts';

/** The operator's own map of the regions. */
@Controller()
export class RegionMapController {
  constructor(
    private readonly maps: RegionMapService,
    private readonly audit: Audit,
  ) {}

  @Get(GetRegionMap.path)
  async get(): Promise<{ map: RegionMap | null }> {
    return { map: await this.maps.current() };
  }

  @Put(PutRegionMap.path)
  @Allow('admin')
  async put(
    @Body({ schema: PutRegionMap.body }) body: z.output<typeof PutRegionMap.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<{ map: RegionMap }> {
    const map = await this.maps.give(body, caller.name);
    await this.audit.note(caller.name, 'map-given', map.approval, { version: map.version });
    return { map };
  }

  @Delete(DeleteRegionMap.path)
  @Allow('admin')
  @HttpCode(204)
  async remove(@CurrentCaller() caller: Caller): Promise<void> {
    const { approval, version } = await this.maps.remove(caller.name);
    await this.audit.note(caller.name, 'map-removed', approval, { version });
  }
}
