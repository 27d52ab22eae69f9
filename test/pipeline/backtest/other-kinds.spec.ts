import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListRulesReply, RuleKind } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SetClock, WatchedServer } from '../flow/watched-server.ts';
import { PAUSED, RESUMED, SHORTER_TERMS, TRIGGERS, clockEvents, factFiles, notOurs } from './fact-days.ts';
import {
  BRANCH,
  DAYS,
  LATE,
  MISSED,
  MISSED_AT,
  SCANS,
  STARTS,
  UNTIL,
  morningFiles,
  ofBranch,
  policies,
} from './places-days.ts';
import { after, backtest, lived, replayed } from './told-stories.ts';

const clock = new SetClock(`${STARTS}T00:00:00+08:00`);
let directory: string;
let server: WatchedServer;
let branch = '';

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tocsin-backtest-kinds-'));
  server = await WatchedServer.start(directory, clock);
  // Nobody looks at series here.
  for (const { rule } of await server.rules())
    if (rule.kind === 'series') await server.send('PUT', `/api/v1/rules/${rule.id}/enabled`, { enabled: false });
  for (const rule of [...SCANS, ...TRIGGERS]) await server.send('PUT', `/api/v1/rules/${rule.id}`, { rule });
  const label = { label: BRANCH.id, role: 'operator', organisations: [] };
  branch = (await server.send<{ key: string }>('POST', '/api/v1/keys', label)).key;
  await server.send('PUT', `/api/v1/data-feeds/${BRANCH.id}`, { ...BRANCH, apiKey: BRANCH.id });
  const [files, facts] = [morningFiles(), factFiles()];
  for (const [i, day] of DAYS.entries()) {
    clock.set(`${day}T00:00:00+08:00`);
    await server.run();
    clock.set(`${day}T07:30:00+08:00`);
    await hand(`${files.get(day) ?? ''}${facts.get(day) ?? ''}`, `morning of ${day}`);
    if (i !== LATE && !MISSED.includes(i)) await handInByBranch(day, '07:45');
    // Deliveries are due, and the hours of a rule begin.
    clock.set(`${day}T${MISSED_AT}:00+08:00`);
    await server.run();
    if (i === LATE) await handInByBranch(day, '10:30');
    await alsoOn[i]?.(day);
  }
}, 900_000);
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

const hand = (rows: string, name: string, key?: string) => server.import(rows, 'application/x-ndjson', name, key);

async function handInByBranch(day: string, time: string): Promise<void> {
  clock.set(`${day}T${time}:00+08:00`);
  await hand(ofBranch(day), `branch on ${day}`, branch);
}

async function tell(table: string, csv: string, at: string): Promise<void> {
  clock.set(`${at}:00+08:00`);
  await server.put(`/api/v1/reference/${table}`, 'POST', csv);
  await server.run();
}

/** What happens besides, by the number of the day. */
const alsoOn: Readonly<Record<number, (day: string) => Promise<void>>> = {
  0: (day) => tell('exposure', policies(false), `${day}T11:00`),
  3: (day) => tell('case_event', clockEvents([PAUSED]), `${day}T11:00`),
  // A file of somebody else's is noticed two days later.
  4: async (day) => {
    clock.set(`${day}T10:00:00+08:00`);
    await hand(notOurs(day), 'not ours');
  },
  6: async (day) => {
    clock.set(`${day}T10:00:00+08:00`);
    await server.withdraw('not ours');
  },
  9: (day) => tell('deadline_rule', SHORTER_TERMS, `${day}T11:00`),
  11: (day) => tell('case_event', clockEvents([RESUMED]), `${day}T11:00`),
  16: (day) => tell('exposure', policies(true), `${day}T11:00`),
};

/** Rules that ship and have nothing to tell of these days, or what others of theirs tell. */
const QUIET = ['same-place-30', 'cases-due', 'outlet-repeated', 'product-region-repeated', 'forwarded-due'];

/** What was lived through and what a back-test of the same days finds, by the rules of a kind. */
async function bothWays(kind: RuleKind): Promise<{ live: string[]; found: string[]; ids: string[] }> {
  const { rules } = await server.get<ListRulesReply>('/api/v1/rules');
  const ids = rules.flatMap(({ rule }) => (rule.kind === kind && !QUIET.includes(rule.id) ? [rule.id] : []));
  const test = await backtest(server, { rules: ids.map((id) => ({ id })), ...after(STARTS, UNTIL) });
  const live = await lived(server, ids, after(STARTS, UNTIL).from);
  expect({ state: test.state, notes: test.notes, error: test.error }).toEqual({
    state: 'done',
    notes: [],
    error: null,
  });
  return { live, found: replayed(test), ids };
}

describe('a back-test finds the warnings that were given', () => {
  it('about clusters of places, against history and against the business, while rows came late and were corrected', async () => {
    const { live, found } = await bothWays('scan');
    expect(found).toEqual(live);
    for (const { id } of SCANS) expect(live.filter((one) => one.startsWith(id)).length, id).toBeGreaterThan(0);
    // Their levels moved, and some are over.
    expect(live.join('\n')).toMatch(/, (raised|lowered|resolved)/);
  });

  it('about matters of fact: crowds, the media, due days, piles of them and subjects, as cases were corrected and closed', async () => {
    const { live, found, ids } = await bothWays('trigger');
    expect(found).toEqual(live);
    const told = new Set(live.map((one) => one.split(' ', 1)[0]));
    expect(ids.filter((id) => !told.has(id))).toEqual([]);
    // What a batch brought that was withdrawn has come and gone, and levels have moved with the days left.
    expect(live.join('\n')).toMatch(/joint-people-5 .*"region":"370000".*: opened orange .*, resolved orange/);
    expect(live.join('\n')).toMatch(/every-step .*: opened blue .*, raised yellow .*, raised orange .*, raised red/);
  }, 600_000);

  it('about deliveries that were missed twice in a row, and once for an hour', async () => {
    const { live, found } = await bothWays('missing-feed');
    expect(found).toEqual(live);
    const at = (day: string | undefined, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString();
    const [one, other, late] = [DAYS[7], DAYS[8], DAYS[14]];
    expect(live.map((one) => one.replace(/ [0-9a-f]{20}:/, ':'))).toEqual([
      `feed-missing {} ${one}: opened blue ${at(one, '09:00')}, raised yellow ${at(other, '09:00')}, resolved yellow ${at(DAYS[9], '07:45')}`,
      `feed-missing {} ${late}: opened blue ${at(late, '09:00')}, resolved blue ${at(late, '10:30')}`,
    ]);
  });
});
