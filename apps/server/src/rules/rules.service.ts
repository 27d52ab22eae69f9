import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AnyRule, type ListRuleVersionsReply, type RuleDraft, type RuleSummary } from '@tocsin/contracts';
import { shippedRules } from '@tocsin/alerting';
import {
  type RuleRecord,
  type Scope,
  type Warehouse,
  currentRules,
  openAlertsByRule,
  ruleVersions,
  saveRule,
  seriesByRule,
} from '@tocsin/warehouse';
import type { Clock } from '../clock.ts';
import { PipelineBell } from '../pipeline/bell.ts';
import { CLOCK, WAREHOUSE } from '../tokens.ts';
import { falseAlarmsPerWeek } from './false-alarms-per-week.ts';
import { draftOf, ruleChanges } from './rule-changes.ts';
import { changedMeanwhile, otherId, otherKind, removedRule, unknownRule, unknownVersion } from './rule-refusals.ts';

/** Who made a rule that nobody made. */
const SYSTEM = 'tocsin';

/** What a rule costs: how many series it watches, and its warnings that are open. */
interface Load {
  readonly series: ReadonlyMap<string, number>;
  readonly open: ReadonlyMap<string, number>;
}

/** Keeps the rules, and is the only one who does. */
@Injectable()
export class RulesService implements OnModuleInit {
  /** Keeping one at a time: two people never take the same version number. */
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly bell: PipelineBell,
  ) {}

  /** Default rules that this installation has never had are added before anything is watched. */
  async onModuleInit(): Promise<void> {
    const known = await this.warehouse.rows(currentRules());
    const missing = shippedRules().filter(({ id }) => !known.some(({ rule }) => rule.id === id));
    for (const rule of missing) await saveRule(this.warehouse, rule, this.clock.now(), SYSTEM);
  }

  async list(scope: Scope, removed: boolean): Promise<RuleSummary[]> {
    const [records, load] = await Promise.all([this.warehouse.rows(currentRules()), this.#load(scope)]);
    return records.filter(({ rule }) => removed || !rule.removed).map((record) => summary(record, load));
  }

  async get(id: string, scope: Scope, version?: number): Promise<RuleSummary> {
    const [records, load] = await Promise.all([this.warehouse.rows(ruleVersions(id)), this.#load(scope)]);
    const [newest] = records;
    if (newest === undefined) throw unknownRule(id);
    const record = version === undefined ? newest : records.find(({ rule }) => rule.version === version);
    if (record === undefined) throw unknownVersion(id, version ?? 0);
    return summary(record, load);
  }

  async versions(id: string): Promise<ListRuleVersionsReply> {
    const records = await this.warehouse.rows(ruleVersions(id));
    if (records.length === 0) throw unknownRule(id);
    return {
      versions: records.map(({ rule, at, by }, i) => {
        const before = records[i + 1]?.rule;
        return { version: rule.version, at, by, rule, changes: before === undefined ? [] : changesOf(before, rule) };
      }),
    };
  }

  /** The newest version of every rule as it would be written, removed ones left out. */
  async current(): Promise<{ readonly draft: RuleDraft; readonly version: number; readonly removed: boolean }[]> {
    const records = await this.warehouse.rows(currentRules());
    return records.map(({ rule }) => ({ draft: draftOf(rule), version: rule.version, removed: rule.removed }));
  }

  /** Keeps a draft as the next version, and answers its number; the same content again makes none. */
  put(id: string, draft: RuleDraft, by: string, expected?: number): Promise<number> {
    if (draft.id !== id) throw otherId(id, draft.id);
    return this.#inTurn(async () => {
      const [newest] = await this.warehouse.rows(ruleVersions(id));
      const version = checked(id, newest?.rule, expected);
      if (newest !== undefined && newest.rule.kind !== draft.kind) throw otherKind(id, newest.rule.kind, draft.kind);
      const isSame = newest !== undefined && ruleChanges(newest.rule, draft).length === 0;
      if (isSame) return version;
      await this.#keep({ ...draft, version: version + 1, removed: false }, by);
      return version + 1;
    });
  }

  /** Switches a rule on or off; answers the version that says so. */
  switch(id: string, enabled: boolean, by: string, expected?: number): Promise<number> {
    return this.#change(id, { enabled }, by, expected);
  }

  /** Switches a rule off for good. */
  remove(id: string, by: string, expected?: number): Promise<number> {
    return this.#change(id, { enabled: false, removed: true }, by, expected);
  }

  #change(
    id: string,
    what: Partial<Pick<AnyRule, 'enabled' | 'removed'>>,
    by: string,
    expected?: number,
  ): Promise<number> {
    return this.#inTurn(async () => {
      const [newest] = await this.warehouse.rows(ruleVersions(id));
      if (newest === undefined) throw unknownRule(id);
      const { rule } = newest;
      const version = checked(id, rule, expected);
      const changed = { ...rule, ...what };
      if (changed.enabled === rule.enabled && changed.removed === rule.removed) return version;
      await this.#keep({ ...changed, version: version + 1 }, by);
      return version + 1;
    });
  }

  async #keep(rule: AnyRule, by: string): Promise<void> {
    await saveRule(this.warehouse, AnyRule.parse(rule), this.clock.now(), by);
    void this.bell.ring({ trigger: 'manual' });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#keeping.then(work);
    this.#keeping = done.catch(() => undefined);
    return done;
  }

  async #load(scope: Scope): Promise<Load> {
    const [series, alerts] = await Promise.all([
      this.warehouse.rows(seriesByRule()),
      this.warehouse.rows(openAlertsByRule(scope)),
    ]);
    return {
      series: new Map(series.map(({ ruleId, series: count }) => [ruleId, count])),
      open: new Map(alerts.map(({ ruleId, open }) => [ruleId, open])),
    };
  }
}

/** The newest version's number; refuses when it is not the one that was expected, or is the last. */
function checked(id: string, rule: AnyRule | undefined, expected: number | undefined): number {
  const newest = rule?.version ?? 0;
  if (rule?.removed === true) throw removedRule(id);
  if (expected !== undefined && expected !== newest) throw changedMeanwhile(id, expected, newest);
  return newest;
}

/** Removing is a change too, although nobody wrote it. */
function changesOf(before: AnyRule, after: AnyRule) {
  const removed = before.removed === after.removed ? [] : [{ path: 'removed', from: 'false', to: 'true' }];
  return [...ruleChanges(before, after), ...removed];
}

function summary({ rule, at, by }: RuleRecord, { series, open }: Load): RuleSummary {
  return {
    ...{ rule, at, by },
    expectedFalsePerWeek: falseAlarmsPerWeek(rule, series.get(rule.id)),
    openWarnings: open.get(rule.id) ?? 0,
  };
}
