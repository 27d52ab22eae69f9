import type { Case } from '../case/case.ts';
import { Chance } from '../chance/chance.ts';
import { chineseDay, dayText } from '../shape/day-text.ts';
import { bodies } from './bodies.ts';
import { awkwardOpeners, chaserBodies, contacts, demandsFor, enquiryBodies, openers, tipoffBodies } from './frames.ts';
import { fakeCard, fakeEmail, fakeIdNumber, fakeName, fakePhone, fakePlate, fakePolicy } from './person.ts';
import { type Slot, fill } from './slots.ts';

/** Who complains: invented, but as well-formed as the real thing, so that masking has something to find. */
export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly age: number;
  readonly policy: string;
}

export interface Told {
  readonly person: Person;
  readonly narrative: string;
}

const TOPIC = 503;

/** The person and the text of a case. A chaser or repeat comes from the same person as the complaint it belongs to. */
export function tell(seed: number, it: Case): Told {
  const chance = new Chance(seed, TOPIC, it.ordinal);
  const person = it.parent === undefined ? personOf(chance, it) : tell(seed, it.parent).person;
  return { person, narrative: narrativeOf(chance, it, person) };
}

function personOf(chance: Chance, it: Case): Person {
  const age = Math.min(88, Math.max(19, Math.round(46 + 14 * chance.normal())));
  return {
    name: fakeName(chance),
    phone: it.phone ?? fakePhone(chance),
    idNumber: fakeIdNumber(chance, it.outlet.city, it.day - Math.floor(age * 365.25) - chance.below(360)),
    age,
    policy: fakePolicy(chance, it.product.code, Number(dayText(it.saleDay).slice(0, 4))),
  };
}

function narrativeOf(chance: Chance, it: Case, person: Person): string {
  const value = (slot: Slot): string => slotText(chance, it, person, slot);
  if (it.kind === 'chaser') return fill(chance.pick(chaserBodies), value);
  if (it.kind === 'enquiry') return fill(chance.pick(enquiryBodies), value);
  if (it.kind === 'tipoff') return fill(chance.pick(tipoffBodies), value);
  const told = it.bodies ?? bodies[it.cause.reason] ?? bodies['product.terms'] ?? [];
  const body = fill(chance.pick(told), value);
  // The ring's letters carry nothing of their own but a way to reach the agent.
  if ((it.complainantKind === 'proxy' || it.complainantKind === 'illicit') && it.phone !== undefined)
    return `${body}。联系电话${person.phone}。`;
  const opener = fill(chance.pick(chance.chance(0.03) ? awkwardOpeners : openers), value);
  const contact = chance.chance(0.4) ? fill(chance.pick(contacts), value) : '';
  // One awkward opener ends a line in the middle, as texts pasted from a chat do.
  const joint = opener.startsWith('第') ? '\n' : '';
  return opener + joint + body + fill(chance.pick(demandsFor(it.cause.reason)), value) + contact;
}

function slotText(chance: Chance, it: Case, person: Person, slot: Slot): string {
  switch (slot) {
    case 'product':
      return it.product.zh;
    case 'branch':
      return `${it.outlet.city.zh}${chance.chance(0.5) ? '中心支公司' : '支公司'}`;
    case 'amount':
      return String(Math.round(chance.logNormal(9000, 1.1)) + 100);
    case 'date':
      return chineseDay(it.day - 3 - chance.below(60));
    case 'days':
      return String(chance.between(3, 60));
    case 'times':
      return String(chance.between(2, 9));
    case 'seller':
      return `${fakeName(chance)[0]}${chance.chance(0.5) ? '经理' : '某某'}`;
    case 'card':
      return fakeCard(chance);
    case 'plate':
      return fakePlate(chance, it.outlet.region);
    case 'email':
      return fakeEmail(chance);
    case 'name':
      return person.name;
    case 'phone':
      return person.phone;
    case 'id':
      return person.idNumber;
    case 'policy':
      return person.policy;
  }
}
