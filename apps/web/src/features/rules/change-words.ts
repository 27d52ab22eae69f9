import type { RuleChange } from '@tocsin/contracts';

/** The field that a change is about: the name of its top, and what is below it as it is written. */
export function changedField({ path }: RuleChange): { top: string; rest: string } {
  const [top = '', ...rest] = path.split('.');
  return { top, rest: rest.join('.') };
}

/** A value of a change for people: text without its quotes, the rest as it is; undefined where there was none. */
export function changedValue(json: string | null): string | undefined {
  if (json === null || json === 'null') return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : json;
  } catch {
    return json;
  }
}
