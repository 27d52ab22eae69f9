import { palettes, type Theme } from '@tocsin/charts';
import type { Level } from '@tocsin/contracts';
import type { Locator } from '@playwright/test';

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** How many pixels of a canvas have very nearly each colour. An empty canvas has none of any. */
export async function pixelsOf(canvas: Locator, colours: Record<string, string>): Promise<Record<string, number>> {
  const wanted = Object.entries(colours).map(([name, hex]) => ({ name, colour: rgb(hex) }));
  return canvas.evaluate((element, searched) => {
    const { width, height } = element as HTMLCanvasElement;
    const data = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    const counts = Object.fromEntries(searched.map(({ name }) => [name, 0]));
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at + 3] ?? 0) < 250) continue;
      for (const { name, colour } of searched) {
        const isNear = colour.every((part, channel) => Math.abs((data[at + channel] ?? 0) - part) <= 3);
        if (isNear) counts[name] = (counts[name] ?? 0) + 1;
      }
    }
    return counts;
  }, wanted);
}

export const accentOf = (theme: Theme): string => palettes[theme].accent;
export const levelColour = (theme: Theme, level: Level): string => palettes[theme].level[level];
