import type { Draft } from './draft.ts';

/** A person's work on an upload, as it stands: the draft, and the stored profile it began as ('' for a proposal). */
export interface KeptDraft {
  readonly start: string;
  readonly draft: Draft;
}

const keyOf = (upload: string) => `tocsin.draft.${upload}`;

/** Keeps the work until the tab is closed, so that a reload costs nothing. */
export function keepDraft(upload: string, kept: KeptDraft): void {
  try {
    sessionStorage.setItem(keyOf(upload), JSON.stringify(kept));
  } catch {
    // Storage is closed to us or full: a reload then begins anew.
  }
}

export function keptDraft(upload: string): KeptDraft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(upload)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export const forgetDraft = (upload: string): void => sessionStorage.removeItem(keyOf(upload));
