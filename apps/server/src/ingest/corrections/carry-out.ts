import { personKey } from '@tocsin/ingestion';
import {
  type ActionRecord,
  type Warehouse,
  discardBatch,
  eraseComplaints,
  getImport,
  operatorActions,
  saveActionOutcome,
  saveImport,
} from '@tocsin/warehouse';
import type { Clock } from '../../clock.ts';
import type { Inbox } from '../inbox/inbox.ts';

export interface CorrectionParts {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  readonly hashKey: string;
  readonly inbox: Inbox;
}

/** What waits to be carried out, the oldest first. */
export const waitingActions = (warehouse: Warehouse): Promise<ActionRecord[]> =>
  warehouse.rows(operatorActions({ state: 'waiting' }));

/**
 * Carries out one request and notes that it is done. Safe to repeat after a crash at any point; answers how many
 * complaints were taken away.
 */
export async function carryOut(action: ActionRecord, parts: CorrectionParts): Promise<number> {
  const { warehouse, clock } = parts;
  const complaints = await carryingOut[action.kind](action, parts);
  const finishedAt = clock.now().toISOString();
  await saveActionOutcome(warehouse, { id: action.id, state: 'done', finishedAt, complaints, error: null });
  return complaints;
}

const carryingOut = { withdraw, erase, cancel };

/** One that is over by now is left as it is: it ended as cancelled, or was visible before the request came. */
async function cancel({ subject }: ActionRecord, { warehouse, clock, inbox }: CorrectionParts): Promise<number> {
  const record = await warehouse.one(getImport(subject));
  if (record.state !== 'received' && record.state !== 'running') return 0;
  const { gone } = await discardBatch(warehouse, subject);
  await saveImport(warehouse, { ...record, state: 'cancelled', finishedAt: clock.now().toISOString() });
  await inbox.remove(subject);
  return gone;
}

async function withdraw({ subject }: ActionRecord, { warehouse, clock }: CorrectionParts): Promise<number> {
  const { gone } = await discardBatch(warehouse, subject, { withdrawnAt: clock.now() });
  const record = await warehouse.one(getImport(subject));
  await saveImport(warehouse, { ...record, state: 'withdrawn' });
  return gone;
}

async function erase({ id, by, key, subject }: ActionRecord, { warehouse, hashKey }: CorrectionParts): Promise<number> {
  const keyOf = personKey(hashKey);
  const complaint = by === 'complaint' ? subject : '';
  const request = { actionId: id, key, complaint };
  return (await eraseComplaints(warehouse, request, (number) => keyOf('complaint', number))).complaints;
}
