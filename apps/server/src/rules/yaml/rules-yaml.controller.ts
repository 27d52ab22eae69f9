import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { CheckRules, type CheckRulesReply, ExportRules } from '@tocsin/contracts';
import type { z } from 'zod';
import { Allow } from '../../identity/allow.ts';
import { ruleChanges } from '../rule-changes.ts';
import { unknownRule } from '../rule-refusals.ts';
import { RulesService } from '../rules.service.ts';
import { parseRules } from './parse-rules.ts';
import { printRules } from './print-rules.ts';

/** Rules as text: to be kept, compared and put back. */
@Controller()
export class RulesYamlController {
  constructor(private readonly rules: RulesService) {}

  @Get(ExportRules.path)
  @Header('content-type', 'application/yaml; charset=utf-8')
  async text(@Query({ schema: ExportRules.query }) { id: ids }: z.output<typeof ExportRules.query>): Promise<string> {
    const kept = (await this.rules.current()).filter(({ removed }) => !removed).map(({ draft }) => draft);
    if (ids === undefined) return printRules(kept);
    const wanted = [ids].flat().map((id) => {
      const draft = kept.find((one) => one.id === id);
      if (draft === undefined) throw unknownRule(id);
      return draft;
    });
    return printRules(wanted);
  }

  @Post(CheckRules.path)
  @HttpCode(200)
  @Allow('admin', 'risk', 'analyst')
  async check(@Body({ schema: CheckRules.body }) { text }: z.output<typeof CheckRules.body>): Promise<CheckRulesReply> {
    const { drafts, faults } = parseRules(text);
    const known = new Map((await this.rules.current()).map((one) => [one.draft.id, one]));
    const rules = drafts.map((rule) => {
      const before = known.get(rule.id);
      return { rule, version: before?.version ?? 0, changes: ruleChanges(before?.draft, rule) };
    });
    const dead = drafts.filter(({ id }) => known.get(id)?.removed === true).map(({ id }) => removedFault(id));
    return { rules, faults: [...faults, ...dead] };
  }
}

const removedFault = (id: string): CheckRulesReply['faults'][number] => ({
  ...{ rule: 0, id, path: 'id', line: null },
  message: {
    zh: `规则 ${id} 已删除，编号不能再用：请换一个编号。`,
    en: `The rule ${id} was removed and its id cannot be used again: give another id.`,
  },
});
