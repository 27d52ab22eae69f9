import { availableParallelism } from 'node:os';
import { setImmediate as otherWork } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { addCalendarDays, daysBetween } from '@tocsin/calendar';
import type { Change, ComplaintFilter, GetChangesReply, Sentence, Slice } from '@tocsin/contracts';
import { rarityOf } from '@tocsin/detection';
import { type Period, type Scope, type Warehouse, listAlerts } from '@tocsin/warehouse';
import pLimit from 'p-limit';
import { WAREHOUSE } from '../../tokens.ts';
import { DataVersion } from '../data-version.ts';
import { type Cut, type Histories, ExpectationsService } from '../expectation/expectations.service.ts';
import type { SliceHistory } from '../expectation/slice-history.ts';
import { comparable } from '../figures/comparable.ts';
import { Today } from '../figures/period.ts';
import { candidateSplits } from './candidate-splits.ts';
import { AwaitedSearch } from './awaited-search.ts';
import { FEWEST_CASES, type Judged, MOST_TRIED, apart, unusual } from './unusual.ts';

type Changes = Pick<GetChangesReply, 'changes' | 'looked' | 'note'>;

/** Slices fitted: those that a rough look finds furthest from what the stretches before brought. */
const MOST_FITTED = 60;
/** Stretches of the same length just before, for the rough look. */
const STRETCHES_BEFORE = 6;
const MOST_KEPT = 64;
/**
 * A search asks a dozen heavy questions. When many people choose filters that nobody has looked at, searches take turns, so
 * that half of the machine is left for charts and figures.
 */
const SEARCHES_AT_ONCE = Math.max(1, Math.floor(availableParallelism() / 2));

const TOO_LITTLE: Sentence = {
  zh: '历史不足一年，无法判断什么属于异常变化。',
  en: 'With less than a year of history there is no telling what is unusual.',
};

interface Asked {
  readonly filter: ComplaintFilter;
  readonly scope: Scope;
  readonly elapsed: Period;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
}

interface Candidate extends Judged {
  readonly history: SliceHistory;
}

/** What changed most surprisingly, in three sentences' worth. Kept for a state of the data: everyone gets the same. */
@Injectable()
export class ChangesService {
  readonly #kept = new Map<string, AwaitedSearch<Changes>>();
  readonly #inTurn = pLimit(SEARCHES_AT_ONCE);

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly expectations: ExpectationsService,
    private readonly dataVersion: DataVersion,
    private readonly today: Today,
  ) {}

  /** `gone` tells that the caller has left. */
  async read(filter: ComplaintFilter, scope: Scope, gone: AbortSignal): Promise<Changes> {
    const { elapsed } = comparable(filter, this.today.day);
    const key = JSON.stringify([await this.dataVersion.current(), filter, elapsed, scope.organisations]);
    const { changes, ...rest } = await this.#search(key, { filter, scope, elapsed }, gone);
    return { ...rest, changes: await this.#withAlerts(changes, scope) };
  }

  async #search(key: string, asked: Omit<Asked, 'signal'>, gone: AbortSignal): Promise<Changes> {
    const known = this.#kept.get(key);
    const search =
      known === undefined || known.isBrokenOff
        ? new AwaitedSearch<Changes>((signal) => this.#inTurn(() => this.#find({ ...asked, signal })))
        : known;
    if (search !== known) this.#keep(key, search);
    try {
      return await search.wait(gone);
    } catch (error) {
      if (this.#kept.get(key) === search) this.#kept.delete(key);
      throw error;
    }
  }

  #keep(key: string, search: AwaitedSearch<Changes>): void {
    this.#kept.delete(key); // so that the newest are last
    this.#kept.set(key, search);
    for (const [old] of this.#kept) if (this.#kept.size > MOST_KEPT) this.#kept.delete(old);
  }

  async #find(asked: Asked): Promise<Changes> {
    asked.signal.throwIfAborted(); // whoever waited may have left before it was their turn
    const looked: { slice: Slice; history: SliceHistory; deviance: number }[] = [];
    let histories: Histories | undefined;
    const slice = { measure: 'complaints', filter: asked.filter, scope: asked.scope } as const;
    const found = this.expectations.historiesOfCuts(slice, candidateSplits(asked.filter), asked.elapsed.until);
    for await (const { cut, histories: ofCut } of found) {
      histories = ofCut;
      for (const history of ofCut.slices) {
        const deviance = roughDeviance(history, asked.elapsed);
        if (deviance !== undefined) looked.push({ slice: sliceOf(cut, history.codes), history, deviance });
      }
      await otherWork();
      asked.signal.throwIfAborted();
    }
    if (histories === undefined) return { changes: [], looked: 0, note: TOO_LITTLE };
    const furthest = looked.sort((a, b) => b.deviance - a.deviance).slice(0, MOST_FITTED);
    const judged = await this.#judge(furthest, histories, asked);
    if (judged.length === 0 && furthest.length > 0) return { changes: [], looked: 0, note: TOO_LITTLE };
    const told = await this.#apart(unusual(judged, looked.length).slice(0, MOST_TRIED), histories, asked);
    const length = daysBetween(asked.elapsed.from, asked.elapsed.until);
    const changes = told.map(({ history: _history, ...one }): Change => ({
      ...one,
      rarity: rarityOf(one.chance, length),
      alertId: null,
    }));
    return { changes, looked: looked.length, note: null };
  }

  async #judge(
    slices: readonly { slice: Slice; history: SliceHistory }[],
    { indexOf }: Histories,
    { elapsed, signal }: Asked,
  ): Promise<Candidate[]> {
    const judged: Candidate[] = [];
    for (const { slice, history } of slices) {
      const one = judge(history, { from: indexOf(elapsed.from), until: indexOf(elapsed.until) }, elapsed);
      await otherWork();
      signal.throwIfAborted();
      if (one !== undefined && Math.max(one.observed, one.expected) >= FEWEST_CASES)
        judged.push({ slice, history, ...one });
    }
    return judged;
  }

  /** Those that are news: how rare each is without the cases that it shares with those chosen before it. */
  async #apart(candidates: readonly Candidate[], { history, indexOf }: Histories, asked: Asked): Promise<Candidate[]> {
    if (candidates.length < 2) return [...candidates];
    const { filter, scope, elapsed } = asked;
    const slices = candidates.map(({ slice }) => slice);
    const overlaps = await this.expectations.overlaps({ measure: 'complaints', filter, scope }, slices, history);
    const stretch = { from: indexOf(elapsed.from), until: indexOf(elapsed.until) };
    const bit = (one: Candidate) => 1 << candidates.indexOf(one);
    return apart(candidates, (next, chosen) => {
      const others = chosen.reduce((mask, one) => mask | bit(one), 0);
      const shared = overlaps.filter(({ mask }) => (mask & bit(next)) !== 0 && (mask & others) !== 0);
      return judge(next.history.without(shared), stretch, elapsed)?.chance ?? 1;
    });
  }

  /** Warnings come and go without new data, so these are looked up each time. */
  async #withAlerts(changes: readonly Change[], scope: Scope): Promise<Change[]> {
    if (changes.length === 0) return [];
    const open = await this.warehouse.rows(listAlerts({ state: 'open', scope, limit: 500, offset: 0 }));
    const isSame = (a: Slice, b: Slice) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
    return changes.map((change) => ({
      ...change,
      alertId: open.find(({ slice }) => isSame(slice, change.slice))?.id ?? null,
    }));
  }
}

/** What came, beside what should have; undefined with too little history. */
function judge(
  history: SliceHistory,
  at: { from: number; until: number },
  elapsed: Period,
): Omit<Judged, 'slice'> | undefined {
  const stretch = history.expected.between(at.from, at.until);
  if (stretch === undefined) return undefined;
  const observed = history.observed(elapsed);
  const { expected } = stretch;
  const tail = observed >= expected ? stretch.chanceOfMore(observed) : stretch.chanceOfFewer(observed);
  return { observed, expected, chance: Math.min(1, 2 * tail) };
}

const sorted = (slice: Slice) => Object.entries(slice).sort();
const sliceOf = (split: Cut, codes: readonly string[]): Slice =>
  Object.fromEntries(split.map(({ dimension }, index) => [dimension, codes[index] ?? '']));

/** How far a slice lies from the mean of the stretches before: Poisson deviance; undefined for next to no cases. */
function roughDeviance(history: SliceHistory, elapsed: Period): number | undefined {
  const length = daysBetween(elapsed.from, elapsed.until);
  const count = history.observed(elapsed);
  let before = 0;
  for (let stretch = 1; stretch <= STRETCHES_BEFORE; stretch += 1)
    before += history.observed({
      from: addCalendarDays(elapsed.from, -stretch * length),
      until: addCalendarDays(elapsed.until, -stretch * length),
    });
  const mean = Math.max(0.5, before / STRETCHES_BEFORE);
  if (Math.max(count, mean) < FEWEST_CASES) return undefined;
  return 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean));
}
