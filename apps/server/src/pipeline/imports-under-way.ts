import { Injectable } from '@nestjs/common';
import type { Import, ImportProgress } from '@tocsin/contracts';

/** How far an import is: asked for whenever somebody looks, so that keeping it costs nothing. */
export type HowFar = () => Pick<ImportProgress, 'stage' | 'share'> & { readonly counts: Partial<Import> };

/**
 * What this process is importing, and what it is to break off. Only a short cut between those who import and those who
 * look on: what lasts is in `import_batch` and `operator_action`, and another server's imports are told from there alone.
 */
@Injectable()
export class ImportsUnderWay {
  readonly #cancelled = new Set<string>();
  #current:
    { readonly id: string; howFar: HowFar; readonly over: Promise<void>; readonly release: () => void } | undefined;

  begin(id: string): void {
    let release = (): void => undefined;
    const over = new Promise<void>((resolve) => (release = resolve));
    this.#current = { id, howFar: () => ({ stage: 'reading', share: 0, counts: {} }), over, release };
  }

  tell(id: string, howFar: HowFar): void {
    if (this.#current?.id === id) this.#current.howFar = howFar;
  }

  end(id: string): void {
    this.#cancelled.delete(id);
    if (this.#current?.id !== id) return;
    this.#current.release();
    this.#current = undefined;
  }

  /** The import at work; undefined when there is none. */
  get current(): string | undefined {
    return this.#current?.id;
  }

  howFar(id: string): ReturnType<HowFar> | undefined {
    return this.#current?.id === id ? this.#current.howFar() : undefined;
  }

  /** Has the import stop at the next block, if it is at work here, and waits until it is over. */
  async cancel(id: string): Promise<void> {
    if (this.#current?.id !== id) return;
    this.#cancelled.add(id);
    await this.#current.over;
  }

  isCancelled(id: string): boolean {
    return this.#cancelled.has(id);
  }
}
