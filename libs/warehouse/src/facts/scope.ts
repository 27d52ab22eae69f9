/** What a caller may see: these organisations and all below them. Empty: the whole company. */
export interface Scope {
  readonly organisations: readonly string[];
}

export const wholeCompany: Scope = { organisations: [] };
