import { AlertVerdict, KnownIncident, alertVerdicts } from '@tocsin/contracts';
import { z } from 'zod';
import { json } from './scalars.ts';

/** What somebody made of a warning, and the incidents that it makes known. */
export const AlertVerdictRecord = AlertVerdict.extend({
  alertId: z.string(),
  verdict: z
    .string()
    .transform((text) => (text === '' ? null : text))
    .pipe(z.enum(alertVerdicts).nullable()),
  incidents: json(z.array(KnownIncident)),
});
export type AlertVerdictRecord = z.output<typeof AlertVerdictRecord>;
