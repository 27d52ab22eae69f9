import { type Company, createCompany } from '@tocsin/synthetic';

/** The same 24 months for any number of rows, so that only the rows grow. */
export const FROM = '2024-11-01';
export const UNTIL = '2026-11-01';

/** Chasers, enquiries and events come on top of the complaints asked for. */
export const ROWS_PER_COMPLAINT = 1.0932;

/** A company whose newest file has about `rows` rows. */
export const companyOf = (rows: number): Company =>
  createCompany({ seed: 2026, complaints: Math.round(rows / ROWS_PER_COMPLAINT), from: FROM, until: UNTIL });
