import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { type ComplaintFilter, GetComplaintVersions, GetLineage } from '@tocsin/contracts';
import { type Warehouse, complaintVersions, lineage } from '@tocsin/warehouse';
import type { z } from 'zod';
import { type Caller, CurrentCaller } from '../../identity/caller.ts';
import { WAREHOUSE } from '../../tokens.ts';
import { Trees } from '../../reference/trees.ts';
import { checkPeriod } from '../figures/period.ts';

/** From a figure back to the files and rows it came from, within the caller's scope. */
@Controller()
export class LineageController {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly trees: Trees,
  ) {}

  @Get(GetLineage.path)
  async behind(
    @Query({ schema: GetLineage.query }) filter: ComplaintFilter,
    @CurrentCaller() scope: Caller,
  ): Promise<z.output<typeof GetLineage.reply>> {
    checkPeriod(filter);
    const translation = await this.trees.of(filter);
    const batches = await this.warehouse.rows(lineage({ filter, scope, translation }));
    return { batches, complaints: batches.reduce((sum, { complaints }) => sum + complaints, 0) };
  }

  @Get(GetComplaintVersions.path)
  async versions(
    @Param('id') id: string,
    @CurrentCaller() scope: Caller,
  ): Promise<z.output<typeof GetComplaintVersions.reply>> {
    const versions = await this.warehouse.rows(complaintVersions({ id, scope }));
    return { versions, sentence: versions.length > 0 ? null : nothingKnown };
  }
}

/** The same whatever the reason, so that nobody learns from it what they may not see. */
const nothingKnown = {
  zh: '没有您可以查看的版本：该编号未导入过、已撤回、已删除，或不在您的权限范围内。',
  en: 'There is no version that you may see: it was never imported, was withdrawn or erased, or lies outside your scope.',
};
