import { expect, it } from 'vitest';
import { snippet } from './snippet.ts';

const long = `${'前'.repeat(200)}退保${'后'.repeat(200)}`;

it('leaves a short narrative whole', () => expect(snippet('要求退保', ['退保'])).toBe('要求退保'));
it('begins at the beginning where nothing was asked for', () => expect(snippet(long, [])).toBe(`${'前'.repeat(140)}…`));
it('shows the first word with a little of what stands before it', () => {
  const piece = snippet(long, ['退保']);
  expect(piece.startsWith(`…${'前'.repeat(24)}退保`)).toBe(true);
  expect([...piece]).toHaveLength(142);
});
it('never cuts a character in two', () => expect(snippet('😀'.repeat(141), [])).toBe(`${'😀'.repeat(140)}…`));
