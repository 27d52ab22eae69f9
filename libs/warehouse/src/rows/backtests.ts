import { type AnyRule, Backtest, BacktestOutcome, BacktestWarning, KnownIncident } from '@tocsin/contracts';
import { z } from 'zod';
import { Count, json } from './scalars.ts';

const Body = Backtest.omit({ outcomes: true, progress: true });

/** A back-test without what came out of it. */
export const BacktestRecord = z.object({ backtest: json(Body) });
export type KeptBacktest = z.infer<typeof Body>;

const Summary = BacktestOutcome.omit({ list: true });

/** What one rule or variant would have done; `list` is empty where it was not asked for. */
export const OutcomeRecord = z.object({
  backtestId: z.string(),
  place: Count,
  summary: json(Summary),
  list: json(z.array(BacktestWarning)),
});
export type OutcomeRecord = z.output<typeof OutcomeRecord>;

/** An outcome with the rule that was tried; null where it could not be tried. */
export interface TriedOutcome {
  readonly rule: AnyRule | null;
  readonly outcome: BacktestOutcome;
}

export const IncidentsRecord = z.object({ version: Count, incidents: json(z.array(KnownIncident)) });

/** The same with the moment from which on it was known. */
export const IncidentsVersion = IncidentsRecord.extend({ at: z.iso.datetime() });
export type IncidentsVersion = z.output<typeof IncidentsVersion>;
