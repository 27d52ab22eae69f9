import { type Clock, dayIn } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { Refusal } from '../../refusal.ts';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG } from '../../tokens.ts';

/** Longer periods than this are a mistake: complaints are kept for decades, not for a century. */
const LONGEST_DAYS = 366 * 60;

/** Today in the product's zone. */
@Injectable()
export class Today {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get day(): string {
    return dayIn(this.config.timeZone, this.clock.now());
  }
}

/** Refuses a period that is empty, upside down or endless. */
export function checkPeriod({ from, until }: { readonly from: string; readonly until: string }): void {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  if (days > 0 && days <= LONGEST_DAYS) return;
  throw new Refusal('invalid-request', {
    detail: {
      zh: `时间段应为 from ≤ 日 < until,且不超过 ${LONGEST_DAYS} 天。`,
      en: `A period is from ≤ day < until, and at most ${LONGEST_DAYS} days.`,
    },
    errors: [{ path: 'until', message: 'must be after from' }],
  });
}
