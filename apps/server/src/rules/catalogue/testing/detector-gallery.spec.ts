import { fileURLToPath } from 'node:url';
import { detectorGrains } from '@tocsin/contracts';
import { detectors, findDetector } from '@tocsin/detection';
import { describe, expect, it } from 'vitest';
import { detectorGallery } from './detector-gallery.ts';
import { gallerySamples } from './gallery-samples.ts';

const PAGE = fileURLToPath(new URL('../../../../../../libs/detection/GALLERY.md', import.meta.url));

describe('the page of detectors', () => {
  it('is what the code says today', async () => {
    await expect(detectorGallery()).toMatchFileSnapshot(PAGE);
  });

  it('has a chapter for every detector, and a worked example for each that judges a series by itself', () => {
    const text = detectorGallery();
    for (const name of Object.keys(detectorGrains)) expect(text).toContain(`## \`${name}\`: `);
    expect(Object.keys(gallerySamples).sort()).toEqual(Object.keys(detectors).sort());
  });

  it('shows what each detector is there to find: it fires in what is unusual, and not before', () => {
    for (const [name, { series, options, unusual }] of Object.entries(gallerySamples)) {
      const first = (findDetector(name)?.run(series, options) ?? []).findIndex(({ verdict }) => verdict === 'excess');
      expect(first, name).toBeGreaterThanOrEqual(series.length - unusual);
    }
  });
});
