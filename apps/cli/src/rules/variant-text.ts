import type { RuleVariant } from '@tocsin/contracts';

/** `detector.alpha=0.0001,basis=regulator` as a variant; undefined where it is not written like that. */
export function variantOf(text: string): RuleVariant | undefined {
  const parts = text.split(',').map((part) => /^([A-Za-z][\w.]*)=(.*)$/.exec(part.trim()));
  const pairs = parts.flatMap((found) => (found === null ? [] : [[found[1] ?? '', valueOf(found[2] ?? '')] as const]));
  return pairs.length === parts.length ? Object.fromEntries(pairs) : undefined;
}

function valueOf(text: string): RuleVariant[string] {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}
