import type { Palette } from './palette.ts';

/** The fill of what is not known: neither zero nor anything else. */
export const NO_DATA_FILL = 'url(#no-data)';

/** What `NO_DATA_FILL` stands for in an SVG of its own. */
export const noDataPattern = ({ ink3 }: Palette): string =>
  `<defs><pattern id="no-data" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path d="M0 0V5" stroke="${ink3}" stroke-opacity="0.4"/></pattern></defs>`;
