/** What a sentence can mention. The second group is personal data. */
export type Slot =
  | 'product'
  | 'branch'
  | 'amount'
  | 'date'
  | 'days'
  | 'times'
  | 'seller'
  | 'name'
  | 'phone'
  | 'id'
  | 'card'
  | 'policy'
  | 'plate'
  | 'email';

/** A sentence cut at its slots: text, slot, text, slot, …, text. */
export interface Template {
  readonly texts: readonly string[];
  readonly slots: readonly Slot[];
}

/** Reads `本人于{date}在{branch}投保`; cut once, filled a million times. */
export function template(text: string): Template {
  const parts = text.split(/\{(\w+)\}/);
  return {
    texts: parts.filter((_, index) => index % 2 === 0),
    slots: parts.filter((_, index) => index % 2 === 1) as Slot[],
  };
}

export function templates(text: string): Template[] {
  return text.trim().split('\n').map(template);
}

export function fill({ texts, slots }: Template, value: (slot: Slot) => string): string {
  let filled = texts[0] as string;
  for (let index = 0; index < slots.length; index += 1) {
    filled += value(slots[index] as Slot) + (texts[index + 1] as string);
  }
  return filled;
}
