const DARK = '#1B2733';
const LIGHT = '#FFFFFF';
const BLACK = '#000000';
/** WCAG 2.2 AA for text of ordinary size. */
const LEGIBLE = 4.5;

/**
 * The text colour that reads better on a ground `#RRGGBB`: the dark or the light one by WCAG's contrast; black where neither
 * would be legible, as on grounds of middling lightness. One of the three always is.
 */
export function textOn(ground: string): string {
  const [dark, light] = [contrast(ground, DARK), contrast(ground, LIGHT)];
  if (Math.max(dark, light) < LEGIBLE) return BLACK;
  return dark >= light ? DARK : LIGHT;
}

/** WCAG's contrast of two colours `#RRGGBB`, 1–21. */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it, 0–1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
