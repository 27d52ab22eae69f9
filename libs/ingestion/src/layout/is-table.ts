import type { Layout } from '@tocsin/contracts';

/** Whether a file has columns that every row shares; else it holds an object a row, each with keys of its own. */
export const isTable = ({ format }: Pick<Layout, 'format'>): boolean => format !== 'ndjson' && format !== 'json';
