export { type Bar, type BarInput, rankedBars } from './bars.ts';
export { colourEdges, colourStep } from './colour-steps.ts';
export {
  type EvidenceLook,
  type EvidencePoint,
  type EvidenceWord,
  evidenceOption,
  levelsInForce,
} from './evidence.ts';
export { compareLevels, levelShapes } from './level-shape.ts';
export { type Look, fontFamily } from './look.ts';
export { type Palette, type Theme, palettes, withAlpha } from './palette.ts';
export { type Spark, sparkShape } from './spark.ts';
export { type TilePlace, type TileState, tilePlaces, tileState } from './tile-map.ts';
export { escapeHtml, tooltipHtml } from './tooltip.ts';
export { type Trend, type TrendLook, type TrendMark, type TrendPoint, type TrendWord, trendOption } from './trend.ts';
