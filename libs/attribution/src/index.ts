export { type ContributorOptions, type DimensionCounts, type ValueCounts, contributors } from './contributors.ts';
export { surprise } from './surprise.ts';
