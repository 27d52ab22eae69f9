import type { Layout, Profile } from '@tocsin/contracts';

/** What a profile says of its files' layout, and the plainest layout for what it leaves open. */
export const assumedLayout = (profile: Profile): Layout => ({
  packing: 'none',
  entry: '',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  sheet: '',
  footer: true,
  ...profile.layout,
});
