/** A place in a chart: a bucket and, where there are several series, one of them. */
export interface ChartSpot {
  readonly index: number;
  readonly seriesId: string | undefined;
}

/** A place on the screen, in CSS pixels from the window's corner. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}
