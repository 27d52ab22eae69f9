import { Inject, Injectable } from '@nestjs/common';
import type { AlertVerdict, GetAlertReply, JudgeAlert } from '@tocsin/contracts';
import {
  type AlertVerdictRecord,
  type Warehouse,
  alertContributors,
  alertVerdicts,
  getAlert,
  ruleVersions,
  saveAlertVerdict,
} from '@tocsin/warehouse';
import type { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { Caller } from '../../identity/caller.ts';
import { Refusal } from '../../refusal.ts';
import { ruleEditors } from '../../rules/may-change-rules.ts';
import { CLOCK, WAREHOUSE } from '../../tokens.ts';
import { DataVersion } from '../data-version.ts';
import { madeKnown } from './made-known.ts';

/** What people make of warnings. */
@Injectable()
export class VerdictsService {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly dataVersion: DataVersion,
  ) {}

  /** What was said of a warning, the oldest first. */
  async of(id: string, { role }: Caller): Promise<Pick<GetAlertReply, 'verdicts' | 'mayJudge'>> {
    const verdicts = await this.warehouse.rows(alertVerdicts({ ids: [id] }));
    return { verdicts: verdicts.map(shown), mayJudge: ruleEditors.includes(role) };
  }

  /** What was said last of each of these warnings. */
  async newest(alerts: readonly { readonly id: string }[]): Promise<ReadonlyMap<string, AlertVerdict['verdict']>> {
    const verdicts = await this.warehouse.rows(alertVerdicts({ ids: alerts.map(({ id }) => id) }));
    return new Map(verdicts.map(({ alertId, verdict }) => [alertId, verdict]));
  }

  /** Keeps a verdict; with it what is known to have happened changes, and what is expected. */
  async give(
    id: string,
    { verdict, note }: z.output<typeof JudgeAlert.body>,
    caller: Caller,
  ): Promise<Pick<GetAlertReply, 'verdicts' | 'mayJudge'>> {
    const alert = await this.warehouse.maybeOne(getAlert({ id, scope: caller }));
    if (alert === undefined) throw new Refusal('not-found');
    const [versions, frozen] = await Promise.all([
      this.warehouse.rows(ruleVersions(alert.ruleId)),
      this.warehouse.maybeOne(alertContributors({ id, scope: caller })),
    ]);
    const rule = versions.find((version) => version.rule.version === alert.ruleVersion)?.rule;
    const incidents = verdict === 'confirmed' ? madeKnown(alert, rule, frozen?.contributors ?? [], note) : [];
    const [at, by] = [this.clock.now().toISOString(), caller.name];
    await saveAlertVerdict(this.warehouse, { alertId: id, verdict, note, incidents, at, by });
    await this.dataVersion.refresh();
    return this.of(id, caller);
  }
}

const shown = ({ verdict, note, at, by }: AlertVerdictRecord): AlertVerdict => ({ verdict, note, at, by });
