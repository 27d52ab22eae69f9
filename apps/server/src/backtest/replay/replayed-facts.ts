import type { IsoDay, TriggerRule } from '@tocsin/contracts';
import type { AsKnown, Query, Warehouse } from '@tocsin/warehouse';
import { renderSql } from '@tocsin/warehouse';
import type { Moment } from '../../detect/triggers/fact.ts';
import { triggerSignals } from '../../detect/triggers/trigger-signals.ts';
import type { AsOfDueDays } from '../as-of-due-days.ts';
import type { KnowledgePlan } from '../knowledge.ts';
import type { Found, KnownWithData, ReplayedKind } from './replayed-kind.ts';
import type { ReplayedRule } from './replayed-rule.ts';

interface FactParts {
  readonly warehouse: Warehouse;
  readonly knowledge: Pick<KnowledgePlan, 'history' | 'roundTo'>;
  /** Read where any rule asks for due days. */
  readonly dueDays: AsOfDueDays | undefined;
  /** The moments at which figures changed. */
  readonly changed: ReadonlyMap<number, IsoDay>;
}

/** Rules about matters of fact. Complaints are looked through again when a day began or something about them changed. */
export class ReplayedFacts implements ReplayedKind<KnownWithData> {
  readonly #dueChanged: ReadonlySet<number>;
  #lookedAt = '';

  constructor(
    private readonly parts: FactParts,
    private readonly rules: readonly ReplayedRule<TriggerRule>[],
  ) {
    this.#dueChanged = new Set(parts.dueDays?.moments);
  }

  async found({ moment, now, today, told, firstDay, lastDay: newest }: KnownWithData): Promise<Found[]> {
    const lookingAt = `${today} ${told.key}`;
    const isSame = lookingAt === this.#lookedAt && !this.parts.changed.has(moment) && !this.#dueChanged.has(moment);
    if (this.rules.length === 0 || isSame) return [];
    this.#lookedAt = lookingAt;
    const { history, roundTo } = this.parts.knowledge;
    const plain: AsKnown = { history, roundTo, at: moment };
    const dueDays = await this.parts.dueDays?.at(plain, { today, firstDay });
    const at: Moment = {
      ...{ warehouse: new OnceAsked(this.parts.warehouse), asKnown: { plain, withDueDays: { ...plain, dueDays } } },
      ...{ today, lastDay: newest < today ? newest : today, translation: told.translation },
    };
    const found: Found[] = [];
    for (const of of this.rules)
      found.push({ of, signals: await triggerSignals([of.rule], at, { written: of.written, at: now }) });
    return found;
  }
}

/** Rules that differ in what they make of an answer ask the same question: it is asked once. */
class OnceAsked implements Pick<Warehouse, 'rows'> {
  readonly #answers = new Map<string, Promise<unknown[]>>();

  constructor(private readonly warehouse: Pick<Warehouse, 'rows'>) {}

  rows<Row>(query: Query<Row>): Promise<Row[]> {
    const { text, params } = renderSql(query.sql);
    const key = `${text} ${JSON.stringify(params)}`;
    const answer = (this.#answers.get(key) as Promise<Row[]> | undefined) ?? this.warehouse.rows(query);
    this.#answers.set(key, answer);
    return answer;
  }
}
