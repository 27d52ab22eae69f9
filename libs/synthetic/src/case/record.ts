import { type CanonicalFieldName, canonicalFields } from '@tocsin/contracts';
import { Chance } from '../chance/chance.ts';
import { drawDepartment } from '../master/channels.ts';
import { dayText, momentText } from '../shape/day-text.ts';
import { type Person, tell } from '../text/narrative.ts';
import type { Case } from './case.ts';
import { type Life, type Step, type StepName, lifeOf } from './life.ts';
import type { World } from './world.ts';

/** Every canonical field as text, '' where unknown. */
export type FullRecord = Record<CanonicalFieldName, string>;

const TOPIC = 504;

const blank = Object.fromEntries(canonicalFields.map(({ name }) => [name, ''])) as FullRecord;

/**
 * What the company's system says of a case once `version` steps are entered. `arrivedAt` (seconds) is the moment of
 * registration, or that of the version itself in a history.
 */
export function recordOf(world: World, it: Case, life: Life, version: number, arrivedAt: number): FullRecord {
  const chance = new Chance(world.seed, TOPIC, it.ordinal);
  const { person, narrative } = tell(world.seed, it);
  const row = { ...blank };
  const step = life.steps[version - 1] as Step;
  row.complaint_id = it.id;
  row.received_at = momentText(it.receivedAt);
  row.arrived_at = momentText(arrivedAt);
  row.updated_at = momentText(step.at);
  row.version = String(version);
  row.kind = it.kind;
  row.linked_to = linkOf(world, it, step.enteredAt);
  row.source = it.source;
  row.intake_channel = it.intake;
  row.line = it.cause.line;
  row.product = it.product.code;
  row.sales_channel = it.salesChannel;
  row.sale_day = dayText(it.saleDay);
  row.link = it.cause.link;
  row.reason = reasonAt(world, it, life, version);
  row.narrative = narrative;
  writeMarks(row, chance, it);
  writePlaces(row, chance, it);
  writePerson(row, chance, person, it);
  writeHandling(row, chance, it, life, version);
  return row;
}

/** A chaser may be entered before the complaint it asks about; then the clerk finds nothing to link it to. */
function linkOf(world: World, { parent }: Case, enteredAt: number): string {
  if (parent === undefined) return '';
  const registered = lifeOf(world, parent).steps[0]?.enteredAt ?? Infinity;
  return registered < enteredAt ? parent.id : '';
}

/** The reason written down by this version, in the codes in force on the day of receipt. */
export function reasonAt({ recoding }: World, it: Case, life: Life, version: number): string {
  const settled = life.firstReason === it.cause.reason || stepOf(life, 'reclassified', version) !== undefined;
  const reason = settled ? it.cause.reason : life.firstReason;
  return recoding !== undefined && it.day >= recoding.from ? (recoding.codes.get(reason) ?? reason) : reason;
}

function stepOf(life: Life, name: StepName, version: number): Step | undefined {
  for (let i = 0; i < version; i += 1) if ((life.steps[i] as Step).name === name) return life.steps[i];
  return undefined;
}

function writeMarks(row: FullRecord, chance: Chance, it: Case): void {
  const group = chance.float();
  row.is_repeat = it.isRepeat ? 'true' : 'false';
  row.is_escalated = it.isEscalated ? 'true' : 'false';
  row.group_size = group < 0.994 ? '1' : String(group < 0.9985 ? chance.between(2, 4) : chance.between(5, 24));
}

function writePlaces(row: FullRecord, chance: Chance, it: Case): void {
  const { outlet, salesChannel } = it;
  // The first numbers of an office sell most.
  const seller = Math.floor(14 * chance.float() ** 2);
  row.region = it.region;
  row.org_sold = outlet.code;
  row.org_service = outlet.branch;
  row.org_handling = chance.chance(0.7) ? outlet.centre : outlet.province;
  row.organisation = it.organisation;
  row.outlet = salesChannel === 'agent' ? outlet.code : outletOf(salesChannel, outlet.branch, chance);
  row.agent = salesChannel === 'agent' ? `A${String(outlet.number).padStart(4, '0')}${10 + seller}` : '';
}

/** Counters of banks and brokers belong to a 支公司; the internet and the telephone have no place. */
function outletOf(salesChannel: string, branch: string, chance: Chance): string {
  if (salesChannel === 'internet') return `WEB-${chance.between(1, 4)}`;
  if (salesChannel === 'telephone') return `TEL-${chance.between(1, 3)}`;
  return `${salesChannel === 'bank' ? 'BK' : salesChannel === 'broker' ? 'BR' : 'GR'}-${branch}-${chance.between(1, 4)}`;
}

function writePerson(row: FullRecord, chance: Chance, person: Person, it: Case): void {
  const u = chance.float();
  const also = u < 0.02 ? 'disabled' : u < 0.05 ? 'newcomer' : '';
  const elderly = person.age >= 60 ? 'elderly' : '';
  row.complainant_name = person.name;
  row.complainant_phone = person.phone;
  row.complainant_id_number = chance.chance(0.7) ? person.idNumber : '';
  row.complainant_kind = it.complainantKind;
  row.age = String(person.age);
  row.special_groups = elderly !== '' && also !== '' ? `${elderly}|${also}` : elderly + also;
  row.policy_number = person.policy;
}

const OUTCOMES = ['upheld', 'partly', 'rejected'] as const;

function writeHandling(row: FullRecord, chance: Chance, it: Case, life: Life, version: number): void {
  row.department = drawDepartment(chance);
  if (it.kind !== 'complaint') {
    // Chasers and enquiries are dealt with on the spot.
    row.status = 'closed';
    row.closed_at = row.received_at;
    return;
  }
  const outcome = OUTCOMES[Math.floor(chance.float() ** 0.8 * 3)] ?? 'rejected';
  const settlement = chance.float();
  const paid = chance.chance(outcome === 'rejected' ? 0.04 : 0.4) ? chance.logNormal(1200, 1.2).toFixed(2) : '';
  const score = 1 + Math.floor(5 * chance.float() ** 0.7);
  const answered = stepOf(life, 'answered', version);
  const withdrawn = stepOf(life, 'withdrawn', version);
  const closed = stepOf(life, 'closed', version) ?? withdrawn;
  row.status = statusOf(answered, closed, withdrawn);
  if (life.dueDay !== undefined) row.due_on = dayText(life.dueDay);
  if (answered !== undefined) row.answered_at = momentText(answered.at);
  if (closed !== undefined) row.closed_at = momentText(closed.at);
  if (stepOf(life, 'surveyed', version) !== undefined) row.satisfaction = String(score);
  if (withdrawn !== undefined) row.outcome = 'withdrawn';
  else if (closed !== undefined) {
    row.outcome = outcome;
    row.settlement = settlement < 0.8 ? 'ordinary' : settlement < 0.93 ? 'goodwill' : 'mediation';
    row.compensation = paid;
    if (outcome !== 'rejected') row.cause_department = row.department;
  }
}

function statusOf(answered?: Step, closed?: Step, withdrawn?: Step): string {
  if (withdrawn !== undefined) return 'withdrawn';
  if (closed !== undefined) return 'closed';
  return answered === undefined ? 'open' : 'answered';
}
