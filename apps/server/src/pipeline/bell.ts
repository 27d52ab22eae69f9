import { Injectable } from '@nestjs/common';
import type { IsoDay } from '@tocsin/contracts';
import type { Trigger } from './stage.ts';

export interface Ring {
  readonly trigger: Trigger;
  /** Evaluate history from this day on. */
  readonly since?: IsoDay;
}

/**
 * Asks for a run of the pipeline without knowing the pipeline: ingest rings when a batch lies on disk.
 * The promise resolves when a run that began after the ring has ended; it never rejects, so it may be left alone.
 */
@Injectable()
export class PipelineBell {
  #answer: ((ring: Ring) => Promise<void>) | undefined;

  /** The runner's side: who hears the bell. */
  answeredBy(answer: (ring: Ring) => Promise<void>): void {
    this.#answer = answer;
  }

  async ring(ring: Ring): Promise<void> {
    await this.#answer?.(ring);
  }
}
