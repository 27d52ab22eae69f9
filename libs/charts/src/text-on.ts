const DARK = '#1B2733';
const LIGHT = '#FFFFFF';

/** The text colour, dark or light, that reads better on a ground `#RRGGBB`: by WCAG's contrast. */
export function textOn(ground: string): string {
  const own = luminance(ground);
  const contrast = (other: string) => {
    const [a, b] = [own, luminance(other)].sort((x, y) => y - x) as [number, number];
    return (a + 0.05) / (b + 0.05);
  };
  return contrast(DARK) >= contrast(LIGHT) ? DARK : LIGHT;
}

/** Relative luminance as WCAG 2.2 defines it, 0–1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
