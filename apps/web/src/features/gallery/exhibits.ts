/** What a chart may have to show besides its figures; each exhibit stands in those that it can be in. */
export const exhibitStates = ['normal', 'gap', 'unfinished', 'immature', 'empty'] as const;
export type ExhibitState = (typeof exhibitStates)[number];

export type ChartName = keyof typeof import('@tocsin/charts');

interface Exhibit {
  /** The functions of the chart library that draw it. */
  readonly draws: readonly ChartName[];
  readonly states: readonly ExhibitState[];
}

/** Every kind of picture that the product draws, in the order in which pages use them. */
export const exhibits = {
  trend: { draws: ['trendOption', 'notesByBucket'], states: exhibitStates },
  evidence: { draws: ['evidenceOption', 'levelsInForce'], states: ['normal', 'gap', 'unfinished', 'empty'] },
  lines: { draws: ['linesOption', 'seriesStyles'], states: exhibitStates },
  stacked: { draws: ['stackedOption'], states: ['normal', 'gap', 'unfinished', 'empty'] },
  multiples: {
    draws: ['multipleShape', 'multipleTops', 'multiplesSvg'],
    states: ['normal', 'gap', 'unfinished', 'immature'],
  },
  tiles: {
    draws: ['tilePlaces', 'tileState', 'departure', 'cellsSvg', 'textOn', 'clusterOutlines', 'clusterLetter'],
    states: ['normal', 'gap', 'empty'],
  },
  heat: { draws: ['cellsSvg', 'independent'], states: ['normal', 'gap', 'empty'] },
  land: { draws: ['landPaths', 'landSvg', 'landClusters', 'colourEdges', 'colourStep'], states: ['normal'] },
  bars: { draws: ['rankedBars'], states: ['normal', 'gap', 'empty'] },
  spark: { draws: ['sparkShape'], states: ['normal', 'gap', 'empty'] },
} as const satisfies Readonly<Record<string, Exhibit>>;
export type ExhibitId = keyof typeof exhibits;
export const exhibitIds = Object.keys(exhibits) as readonly ExhibitId[];

/** What the chart library gives besides, and why it stands in no exhibit of its own. */
export const nonCharts: Partial<Readonly<Record<ChartName, string>>> = {
  palettes: 'the colours; every exhibit is drawn in them, in the theme of the reader',
  withAlpha: 'a colour made paler',
  fontFamily: 'the type of every chart',
  levelShapes: 'the shapes of the levels; they stand on the lines of trend and evidence',
  compareLevels: 'the order of the levels, for sorting',
  REST: 'the code under which all other values are added up',
  FEWEST_CASES: 'a number: fewer cases paint no region',
  LAND_MARGIN: 'a number: what is left around the land for the line of a cluster',
  departureEdges: 'numbers: where the steps of a departure lie',
  pointEdges: 'numbers: the same for shares',
  escapeHtml: 'text made harmless',
  tooltipHtml: 'what stands in a tooltip; shown by hovering over any exhibit',
};
