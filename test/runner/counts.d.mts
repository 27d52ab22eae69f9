export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
export function vitestCounts(report: string, ok: boolean): Counts;
export function playwrightCounts(report: string, ok: boolean): Counts;
