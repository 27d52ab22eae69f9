import type { CodeSet } from '../code-set.ts';
import { intakeChannels, lines, links, reasons, salesChannels } from './dimensions.ts';
import { complainantKinds, outcomes, settlements, sources, specialGroups, statuses } from './fixed.ts';
import { regions } from './regions.ts';

/**
 * The names that ship with the product, one set per dimension, which is the set's name. Organisations and products have
 * none: a company's own dictionaries name them, and come before these.
 */
export const dimensionCodeSets: readonly CodeSet[] = [
  sources,
  regions,
  lines,
  salesChannels,
  intakeChannels,
  links,
  reasons,
  complainantKinds,
  specialGroups,
  statuses,
  outcomes,
  settlements,
];
