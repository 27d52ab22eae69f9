const MONTH_BACK = 3;

/** A month that lies wholly in the past: its first day, that of the month after it, and its number and year. */
export function ledgerMonth(today = new Date()): { from: string; until: string; month: number; year: number } {
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - MONTH_BACK, 1));
  const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1));
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return { from: day(first), until: day(next), month: first.getUTCMonth() + 1, year: first.getUTCFullYear() };
}
