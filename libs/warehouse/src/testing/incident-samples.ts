import * as warehouse from '../index.ts';
import { type Samples, one } from './samples.ts';

/** Questions about what is known to have happened: by files, and by verdicts on warnings. */
export const incidentSamples: Readonly<Record<string, Samples>> = {
  'alert-verdicts': {
    any: () => warehouse.alertVerdicts(),
    'of some': () => warehouse.alertVerdicts({ ids: ['a1', 'a2'] }),
  },
  'confirmed-warnings': one(warehouse.confirmedWarnings()),
  'incident-versions': one(warehouse.incidentVersions()),
  'newest-incidents': one(warehouse.newestIncidents()),
};
