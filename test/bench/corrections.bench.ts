/**
 * Taking a batch back and erasing a person, beside adding the months concerned up anew, in the same run.
 *
 *   npm run bench -- corrections [--rows 1000000] [--batch 10000]
 *
 * A company is stored; then a batch of newer versions of complaints of one month, and one complaint of a person of its
 * own, come in and go again. Ratios are of the time that rolling up that month alone takes.
 */
import { Readable } from 'node:stream';
import {
  type Warehouse,
  applyBatch,
  dirtyMonths,
  discardBatch,
  eraseComplaints,
  insertVersions,
  markMonths,
  rollUp,
} from '@tocsin/warehouse';
import { companyOf } from './load/company.ts';
import { openEmbedded } from './load/embedded.ts';
import { storeCompany } from './load/stored-company.ts';
import { versionRow } from './load/version-row.ts';
import { round, say, timed } from './measure/timing.ts';
import { bench, option } from './measure/workspace.ts';

const wanted = Number(option('rows', '1000000'));
const most = Number(option('batch', '10000'));
const BATCH = 'newer';
const NEWER = '9';

/** Newer versions of the first complaints of one month. */
function newerVersions(): { readonly text: string; readonly rows: number; readonly month: string } {
  let [text, rows, month] = ['', 0, ''];
  for (const row of companyOf(wanted).complaintRows()) {
    month ||= row.received_at.slice(0, 7);
    if (rows === most) break;
    if (!row.received_at.startsWith(month)) continue;
    text += versionRow({ ...row, version: NEWER, status: 'closed' }, BATCH, rows);
    rows += 1;
  }
  return { text, rows, month: `${month}-01` };
}

const seconds = async (work: () => Promise<unknown>): Promise<number> => (await timed(work)).seconds;
const rollUpDirty = async (warehouse: Warehouse) => rollUp(warehouse, await warehouse.rows(dirtyMonths()));

await bench(async () => {
  const { warehouse } = await openEmbedded();
  const stored = await storeCompany(warehouse, companyOf(wanted));
  const { text, rows, month } = newerVersions();
  say(`  ${rows} newer versions`);
  const month_s = await seconds(async () => {
    await markMonths(warehouse, 'again', [month]);
    await rollUpDirty(warehouse);
  });
  const send = async () => {
    await insertVersions(warehouse, () => Readable.from([Buffer.from(text)]), 'TabSeparated');
    await applyBatch(warehouse, BATCH);
  };
  const send_s = await seconds(send);
  const withdraw_s = await seconds(() => discardBatch(warehouse, BATCH));
  const afterwards_s = await seconds(() => rollUpDirty(warehouse));
  const complaint = text.slice(0, text.indexOf('\t'));
  const erase_s = await seconds(() => eraseComplaints(warehouse, { actionId: 'a', key: 'k', complaint }, (id) => id));
  return {
    ...{ rows: stored, batch: rows },
    seconds: {
      monthRolledUp: round(month_s),
      sent: round(send_s),
      withdrawn: round(withdraw_s),
      rolledUpAfterwards: round(afterwards_s),
      erased: round(erase_s),
    },
    ratios: { withdrawn: round(withdraw_s / month_s), erased: round(erase_s / month_s) },
  };
});
