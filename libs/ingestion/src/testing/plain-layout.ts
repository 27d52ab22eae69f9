import type { Layout } from '@tocsin/contracts';

/** The plainest layout, for specs of what comes after opening a file. */
export const plainLayout = (more: Partial<Layout> = {}): Layout => ({
  packing: 'none',
  entry: '',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  sheet: '',
  footer: true,
  ...more,
});
