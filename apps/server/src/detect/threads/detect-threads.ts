import type { IsoDay } from '@tocsin/contracts';
import type { Point } from '@tocsin/detection';
import { Threads } from '../../threads/threads.ts';
import type { JudgedSeries } from '../baselines/judged-series.ts';
import type { KnownBaseline } from '../baselines/series-baselines.ts';
import type { EvaluatedRule } from '../evaluated-rule.ts';
import type { RuleFamily } from '../rule-signals.ts';
import type { JudgeTask, SeriesTask } from '../detect-worker.ts';
import { buffersOf, pointColumns } from './point-columns.ts';

const source = {
  name: 'detect-worker',
  folder: 'detect',
  libs: ['detection', 'stats', 'calendar', 'contracts', 'alerting'],
};

/** Series in one task: enough to be worth sending, and few enough to be taken in between two requests. */
const BATCH = 32;

/** The threads that judge series. */
export class DetectThreads {
  readonly #threads: Threads;
  #runs = 0;

  constructor(count: number) {
    this.#threads = new Threads(count, source);
  }

  /** Takes the series of a rule's family one by one, and has them judged meanwhile. */
  batches(rule: EvaluatedRule, family: RuleFamily, from: IsoDay): JudgeBatches {
    this.#runs += 1;
    const common = {
      ...{ run: `${this.#runs}`, rule, from, holidays: family.holidays },
      ...{ days: family.whole.map(({ at }) => at), whole: pointColumns(family.whole) },
    };
    return new JudgeBatches(this.#threads, common);
  }

  close(): Promise<void> {
    return this.#threads.close();
  }
}

/** The series of one family on their way to the threads and back. */
export class JudgeBatches {
  #waiting: { readonly key: string; readonly task: SeriesTask }[] = [];
  readonly #found: Promise<(readonly [string, JudgedSeries])[]>[] = [];

  constructor(
    private readonly threads: Threads,
    private readonly common: Omit<JudgeTask, 'series'>,
  ) {}

  /** Its fits are taken from `known`, where that is given. */
  add(key: string, points: readonly Point[], known?: readonly KnownBaseline[]): void {
    this.#waiting.push({ key, task: { columns: pointColumns(points), known } });
    if (this.#waiting.length >= BATCH) this.#send();
  }

  /** What came out for all that were added, by their keys. Fails as the first of them does. */
  async judged(): Promise<ReadonlyMap<string, JudgedSeries>> {
    if (this.#waiting.length > 0) this.#send();
    return new Map((await Promise.all(this.#found)).flat());
  }

  #send(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    const series = batch.map(({ task }) => task);
    const task: JudgeTask = { ...this.common, series };
    const transferList = series.flatMap(({ columns }) => buffersOf(columns));
    const judged = this.threads.run<JudgedSeries[]>(task, { transferList });
    judged.catch(() => undefined); // told by whoever waits for all
    this.#found.push(judged.then((found) => found.map((one, i) => [batch[i]?.key ?? '', one])));
  }
}
