import type { IsoDay } from '@tocsin/contracts';
import { type ScanFigures, scanPlaces } from './scan-places.ts';
import type { Scan, ScanQuestion } from './scan-question.ts';
import { figuresPrint } from './scan-seed.ts';
import { simulationsOf } from './search-places.ts';

interface Kept {
  readonly print: string;
  readonly scan: Scan;
  readonly alpha: number;
  readonly bucket: IsoDay;
}

/** The scans of one rule and of what may be tried in its place, each until its figures change. */
export class KeptScans {
  readonly #kept = new Map<string, Kept>();

  /** The answer to a question; whoever asks for a smaller chance of as many simulated maps gets it from the same ones. */
  async of(question: ScanQuestion, figures: ScanFigures): Promise<Scan> {
    const { alpha, ...rest } = question;
    const name = JSON.stringify({ ...rest, simulations: simulationsOf(question) });
    const print = figuresPrint(figures);
    const kept = this.#kept.get(name);
    if (kept?.print === print && alpha <= kept.alpha) return kept.scan.under(alpha);
    const scan = await scanPlaces(question, figures);
    this.#kept.set(name, { print, scan, alpha, bucket: question.periods.at(-1)?.from ?? '' });
    return scan;
  }

  /** Buckets before this one are not asked about any more. */
  forgetBefore(first: IsoDay): void {
    for (const [name, { bucket }] of this.#kept) if (bucket < first) this.#kept.delete(name);
  }
}
