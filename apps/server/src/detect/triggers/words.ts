import type { IsoDay } from '@tocsin/contracts';
import { bucketName } from '@tocsin/detection';

export const dayName = (day: IsoDay) => bucketName(day, 'day');

/** A count that is usual, as people read it: whole from ten on. */
export const usually = (usual: number): string =>
  usual >= 10 ? String(Math.round(usual)) : usual.toFixed(1).replace(/\.0$/, '');

export const cases = (count: number): string => (count === 1 ? '1 case' : `${count} cases`);
