import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { palettes } from './palette.ts';
import { contrast, textOn } from './text-on.ts';

describe('the text on a ground', () => {
  it.each(Object.entries(palettes))('is legible on every step of the %s palette', (_, { sequential, diverging }) => {
    for (const ground of [...sequential, ...diverging])
      expect([ground, contrast(ground, textOn(ground)) >= 4.5]).toEqual([ground, true]);
  });

  it('is legible on any ground (property)', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, (ground) => contrast(ground, textOn(ground)) >= 4.5),
      { seed: 7 },
    );
  });

  it('is the ink of the pages where that reads, and white on dark grounds', () => {
    expect(textOn('#E7B18C')).toBe('#1B2733');
    expect(textOn('#823B15')).toBe('#FFFFFF');
    expect(textOn('#C16D3A')).toBe('#000000');
    expect(contrast('#000000', '#FFFFFF')).toBe(21);
  });
});
