import { codedDimensions } from '@tocsin/contracts';
import { expect, it } from 'vitest';
import { allCubes } from '../tables/cubes.ts';
import { chooseTable } from './choose-table.ts';

const answers = (...[needed, sums]: Parameters<typeof chooseTable>): string => {
  const table = chooseTable(needed, sums);
  return table === 'complaint' ? table : table.table;
};

it.each([
  [[], ['complaints'], 'cube_daily_total'],
  [['source'], ['complaints'], 'cube_daily_total'],
  [['line'], ['complaints'], 'cube_daily_line'],
  [['region', 'source'], ['complaints'], 'cube_daily_region'],
  [['region', 'line'], ['complaints', 'chasers'], 'cube_daily_region_line'],
  [['intake_channel', 'region'], ['complaints'], 'cube_daily_intake'],
  [['organisation', 'source'], ['complaints'], 'cube_daily_organisation'],
  [['product', 'sales_channel', 'line'], ['complaints'], 'cube_daily_sale'],
  [['sales_channel', 'region'], ['complaints'], 'cube_daily_region_sale'],
  [['link', 'reason', 'line'], ['answered', 'repeats'], 'cube_daily_cause'],
  [['line'], ['closed', 'handling_days'], 'cube_closed_line'],
  [['region'], ['closed'], 'cube_closed_region'],
  [['line', 'region'], ['closed'], 'cube_closed'],
  [['sales_channel'], ['due', 'closed_in_time'], 'cube_due_sale'],
  [['line', 'sales_channel'], ['closed', 'handling_days'], 'cube_closed_sale'],
  [['reason'], ['closed'], 'complaint'],
  [[], ['chased'], 'complaint'],
  [['source'], ['due', 'closed_in_time'], 'cube_due_total'],
  [['region'], ['due', 'closed_in_time'], 'cube_due_region'],
  [['line'], ['still_open'], 'cube_due_line'],
  [['region', 'line'], ['still_open'], 'cube_due'],
  [['organisation'], ['due'], 'complaint'],
  [['region', 'reason'], ['complaints'], 'complaint'],
  [[], ['complaints', 'due'], 'complaint'],
] as const)('%j by %j is answered by %s', (needed, sums, table) => expect(answers(needed, sums)).toBe(table));

it('answers every dimension that a company names from a cube, with its source', () => {
  for (const dimension of codedDimensions) expect(answers([dimension, 'source'], ['complaints'])).not.toBe('complaint');
});

it('has no cube of more than five dimensions', () => {
  for (const cube of allCubes) expect(cube.dimensions.length).toBeLessThanOrEqual(5);
});
