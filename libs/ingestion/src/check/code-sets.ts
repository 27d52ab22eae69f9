import {
  type CodeSet,
  complainantKinds,
  intakeChannels,
  kinds,
  lines,
  links,
  outcomes,
  reasons,
  regions,
  salesChannels,
  settlements,
  sources,
  specialGroups,
  statuses,
} from '@tocsin/contracts';

const codeSets = new Map<string, CodeSet>(
  [
    complainantKinds,
    intakeChannels,
    kinds,
    lines,
    links,
    outcomes,
    reasons,
    regions,
    salesChannels,
    settlements,
    sources,
    specialGroups,
    statuses,
  ].map((set) => [set.name, set]),
);

/** The code set of that name, as a canonical field names it. */
export const codeSetOf = (name: string): CodeSet | undefined => codeSets.get(name);
