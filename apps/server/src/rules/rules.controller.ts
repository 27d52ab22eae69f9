import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  DeleteRule,
  GetRule,
  ListDetectors,
  ListRuleVersions,
  type ListRuleVersionsReply,
  ListRules,
  type ListRulesReply,
  PreviewRule,
  type PreviewRuleReply,
  PutRule,
  type RuleSummary,
  SwitchRule,
} from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../identity/allow.ts';
import { Audit, type AuditAction } from '../identity/audit.ts';
import { type Caller, CurrentCaller } from '../identity/caller.ts';
import { detectorCatalogue } from './catalogue/detector-catalogue.ts';
import { mayChangeRules, refuseScoped, ruleEditors } from './may-change-rules.ts';
import { PreviewService } from './preview/preview.service.ts';
import { RulesService } from './rules.service.ts';

/** What is watched, and how it may be watched. */
@Controller()
export class RulesController {
  constructor(
    private readonly rules: RulesService,
    private readonly previews: PreviewService,
    private readonly audit: Audit,
  ) {}

  @Get(ListRules.path)
  async list(
    @Query({ schema: ListRules.query }) { removed }: z.output<typeof ListRules.query>,
    @CurrentCaller() caller: Caller,
  ): Promise<ListRulesReply> {
    return { rules: await this.rules.list(caller, removed), mayChange: mayChangeRules(caller) };
  }

  @Get(ListDetectors.path)
  detectors(): z.output<typeof ListDetectors.reply> {
    return { detectors: detectorCatalogue() };
  }

  @Get(GetRule.path)
  one(
    @Param('id') id: string,
    @Query({ schema: GetRule.query }) { version }: z.output<typeof GetRule.query>,
    @CurrentCaller() caller: Caller,
  ): Promise<RuleSummary> {
    return this.rules.get(id, caller, version);
  }

  @Get(ListRuleVersions.path)
  versions(@Param('id') id: string): Promise<ListRuleVersionsReply> {
    return this.rules.versions(id);
  }

  @Put(PutRule.path)
  @Allow(...ruleEditors)
  put(
    @Param('id') id: string,
    @Body({ schema: PutRule.body }) { rule, expectedVersion }: z.output<typeof PutRule.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<RuleSummary> {
    return this.#told('rule-changed', id, caller, () => this.rules.put(id, rule, caller.name, expectedVersion));
  }

  @Put(SwitchRule.path)
  @Allow(...ruleEditors)
  switch(
    @Param('id') id: string,
    @Body({ schema: SwitchRule.body }) { enabled, expectedVersion }: z.output<typeof SwitchRule.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<RuleSummary> {
    const action = enabled ? 'rule-switched-on' : 'rule-switched-off';
    return this.#told(action, id, caller, () => this.rules.switch(id, enabled, caller.name, expectedVersion));
  }

  @Delete(DeleteRule.path)
  @Allow(...ruleEditors)
  remove(
    @Param('id') id: string,
    @Query({ schema: DeleteRule.query }) { expectedVersion }: z.output<typeof DeleteRule.query>,
    @CurrentCaller() caller: Caller,
  ): Promise<RuleSummary> {
    return this.#told('rule-removed', id, caller, () => this.rules.remove(id, caller.name, expectedVersion));
  }

  @Post(PreviewRule.path)
  @HttpCode(200)
  @Allow(...ruleEditors)
  preview(
    @Body({ schema: PreviewRule.body }) body: z.output<typeof PreviewRule.body>,
    @CurrentCaller() caller: Caller,
  ): Promise<PreviewRuleReply> {
    refuseScoped(caller);
    return this.previews.of(body);
  }

  /** Does it, writes down who did, and answers the rule as it is now. */
  async #told(action: AuditAction, id: string, caller: Caller, work: () => Promise<number>): Promise<RuleSummary> {
    refuseScoped(caller);
    const version = await work();
    await this.audit.note(caller.name, action, id, { version });
    return this.rules.get(id, caller);
  }
}
