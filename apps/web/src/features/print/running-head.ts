/** Text as a string of CSS: quotes and backslashes cannot end it, nor can a line break. */
const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/\s+/g, ' ')}"`;

/**
 * What every sheet of paper carries in its margins, as a style sheet: at the top what the page is about, but for the first,
 * which has its own heading; below where it came from, and its number among all.
 */
export function runningHead(top: string, bottom: string): string {
  const quiet = 'color: #51606e; font-size: 8pt; font-family: system-ui, sans-serif;';
  return [
    '@page {',
    `@top-left { content: ${quoted(top)}; ${quiet} white-space: nowrap; }`,
    `@bottom-left { content: ${quoted(bottom)}; ${quiet} white-space: nowrap; }`,
    `@bottom-right { content: counter(page) " / " counter(pages); ${quiet} }`,
    '}',
    '@page :first { @top-left { content: none; } }',
  ].join('\n');
}
