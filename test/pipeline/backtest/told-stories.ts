import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addCalendarDays } from '@tocsin/calendar';
import type { Backtest, BacktestInput } from '@tocsin/contracts';
import type { WatchedServer } from '../flow/watched-server.ts';

/** Every warning in one line: rule, slice, first bucket, its id, and all that happened to it and when. */
const story = (
  rule: string,
  { id, slice, firstBucket }: { readonly id: string; readonly slice: object; readonly firstBucket: string },
  changes: readonly { readonly kind: string; readonly level: string; readonly at: string }[],
) =>
  `${rule} ${JSON.stringify(slice)} ${firstBucket} ${id}: ${changes.map(({ kind, level, at }) => `${kind} ${level} ${at}`).join(', ')}`;

/** A warning is known by its rule, series and first bucket, however it was found. */
const idOf = (rule: string, seriesKey: string, firstBucket: string): string =>
  createHash('sha256')
    .update(JSON.stringify([rule, seriesKey, firstBucket]))
    .digest('hex')
    .slice(0, 20);

/** The warnings that were given from a day on, by some rules. */
export async function lived(server: WatchedServer, rules: readonly string[], from: string): Promise<string[]> {
  const begins = new Date(`${from}T00:00:00+08:00`).toISOString();
  const found: string[] = [];
  for (const { id, ruleId, openedAt } of await server.alerts()) {
    if (openedAt < begins || !rules.includes(ruleId)) continue;
    const { alert, events } = await server.alert(id);
    found.push(story(ruleId, alert, events));
  }
  return found.sort();
}

/** Those that a back-test found. */
export const replayed = ({ outcomes }: Backtest): string[] =>
  outcomes
    .flatMap(({ ruleId, list }) =>
      list.map((one) => story(ruleId, { ...one, id: idOf(ruleId, one.seriesKey, one.firstBucket) }, one.changes)),
    )
    .sort();

/** A back-test of the days between two, once it is over. */
export async function backtest(
  server: WatchedServer,
  input: Partial<BacktestInput> & Pick<BacktestInput, 'rules' | 'from' | 'until'>,
): Promise<Backtest> {
  const { id } = await server.send<Backtest>('POST', '/api/v1/backtests', input);
  for (;;) {
    const found = await server.get<Backtest>(`/api/v1/backtests/${id}`);
    if (found.finishedAt !== null) return found;
    await sleep(100);
  }
}

/** The days after a company began to watch. */
export const after = (starts: string, until: string) => ({ from: addCalendarDays(starts, 1), until });
