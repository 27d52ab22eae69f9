import { shallowRef } from 'vue';
import type { ScreenPoint } from '../../ui/chart/chart-spot.ts';
import type { Mark } from './mark.ts';

/** The one menu of marks that is open, anywhere in the app. */
export const openedMark = shallowRef<{ readonly mark: Mark; readonly point: ScreenPoint }>();

export const openMarkMenu = (mark: Mark, point: ScreenPoint): void => {
  openedMark.value = { mark, point };
};
