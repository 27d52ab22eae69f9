import type { LocationQueryValue } from 'vue-router';

/** One value of an address's query as text; '' when it is absent. */
export const queryText = (value: LocationQueryValue | LocationQueryValue[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';
