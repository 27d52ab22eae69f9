import { Injectable } from '@nestjs/common';
import type { Import } from '@tocsin/contracts';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { StageOutcome } from '../pipeline/run-stages.ts';

/** What Prometheus may ask about this process. Labels are few and closed: no names, no ids, no paths with ids. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly #requests = new Histogram({
    name: 'tocsin_http_request_seconds',
    help: 'Time to answer, by route pattern.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [this.registry],
  });

  readonly #stageSeconds = new Histogram({
    name: 'tocsin_stage_seconds',
    help: 'Time a stage of the pipeline took.',
    labelNames: ['stage'],
    buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120, 600],
    registers: [this.registry],
  });

  readonly #stageFailures = new Counter({
    name: 'tocsin_stage_failures_total',
    help: 'Runs of a stage that failed and will be tried again.',
    labelNames: ['stage'],
    registers: [this.registry],
  });

  readonly #stageRows = new Counter({
    name: 'tocsin_stage_rows_total',
    help: 'Rows that a stage read and wrote.',
    labelNames: ['stage', 'direction'],
    registers: [this.registry],
  });

  readonly #stageSuccess = new Gauge({
    name: 'tocsin_stage_last_success_seconds',
    help: 'When the stage last ended well, in seconds since 1970.',
    labelNames: ['stage'],
    registers: [this.registry],
  });

  readonly #imports = new Counter({
    name: 'tocsin_imports_total',
    help: 'Imports that ended, by how they came and how they ended.',
    labelNames: ['channel', 'state'],
    registers: [this.registry],
  });

  readonly #importRows = new Counter({
    name: 'tocsin_import_rows_total',
    help: 'Rows of imports that ended, by how they came and what became of them.',
    labelNames: ['channel', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.#requests.observe({ method, route, status: String(status) }, seconds);
  }

  stageEnded({ stage, startedAt, finishedAt, report, error }: StageOutcome): void {
    this.#stageSeconds.observe({ stage }, (finishedAt.getTime() - startedAt.getTime()) / 1000);
    if (error !== undefined) this.#stageFailures.inc({ stage });
    else this.#stageSuccess.set({ stage }, finishedAt.getTime() / 1000);
    this.#stageRows.inc({ stage, direction: 'read' }, report?.read ?? 0);
    this.#stageRows.inc({ stage, direction: 'wrote' }, report?.wrote ?? 0);
  }

  importEnded({ channel, state, dryRun, accepted, rejected, skipped }: Import): void {
    if (dryRun) return;
    this.#imports.inc({ channel, state });
    for (const [outcome, rows] of Object.entries({ accepted, rejected, skipped })) {
      this.#importRows.inc({ channel, outcome }, rows);
    }
  }
}
