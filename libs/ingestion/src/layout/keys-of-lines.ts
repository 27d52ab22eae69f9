const LOOKED_AT = 200;

/** The keys of the first objects of a text with one object a line, in the order in which they first occur. */
export function keysOfLines(text: string): string[] {
  const keys = new Set<string>();
  for (const line of text.split('\n', LOOKED_AT)) {
    for (const key of keysOf(line)) keys.add(key);
  }
  return [...keys];
}

function keysOf(line: string): string[] {
  try {
    const parsed: unknown = JSON.parse(line.replace(/,\s*$/, ''));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.keys(parsed) : [];
  } catch {
    return [];
  }
}
