import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCalendarDays } from '@tocsin/calendar';
import type { ListRulesReply } from '@tocsin/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SetClock, WatchedServer } from '../flow/watched-server.ts';
import {
  DAYS,
  ENQUIRIES,
  JANUARY,
  RATE_LIMIT,
  STARTS,
  UNTIL,
  burst,
  enquiries,
  laterVolumes,
  merger,
  morningFiles,
  volumes,
} from './company-days.ts';
import { after, backtest, lived, replayed } from './told-stories.ts';

const clock = new SetClock(`${STARTS}T00:00:00+08:00`);
let directory: string;
let server: WatchedServer;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tocsin-backtest-'));
  server = await WatchedServer.start(directory, clock);
  for (const rule of [RATE_LIMIT, ENQUIRIES]) await server.send('PUT', `/api/v1/rules/${rule.id}`, { rule });
  const files = morningFiles();
  for (const [i, day] of DAYS.entries()) {
    clock.set(`${day}T00:00:00+08:00`);
    await server.run();
    clock.set(`${day}T07:30:00+08:00`);
    // Enquiries come beside the morning's file; on the first morning those of the two months before as well.
    const handed = Array.from({ length: i === 0 ? 60 : 1 }, (_, before) => addCalendarDays(day, -1 - before));
    await server.put('/api/v1/reference/leading', 'POST', enquiries(handed));
    await hand(files.get(day) ?? '', `morning of ${day}`);
    await alsoOn[i]?.(day);
  }
}, 900_000);
afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

const hand = (rows: string, name: string) => server.import(rows, 'application/x-ndjson', name);

/** What happens besides the morning's file, by the number of the day. */
const alsoOn: Readonly<Record<number, (day: string) => Promise<void>>> = {
  // A file of somebody else's, which raises a warning, is noticed two days later.
  4: async (day) => {
    clock.set(`${day}T09:00:00+08:00`);
    await hand(burst('OTHERS', addCalendarDays(day, -1), '350000', 30), 'not ours');
  },
  6: async (day) => {
    clock.set(`${day}T10:00:00+08:00`);
    await server.withdraw('not ours');
  },
  // A merger is told of, five days before it takes place.
  9: async (day) => {
    clock.set(`${day}T11:00:00+08:00`);
    await server.put('/api/v1/reference/organisation', 'POST', merger(addCalendarDays(day, 5)));
    await server.run();
  },
  // The enquiries of a surge were counted twice.
  11: async (day) => {
    clock.set(`${day}T16:00:00+08:00`);
    await server.put('/api/v1/reference/leading', 'POST', enquiries(['2026-03-09'], { '2026-03-09': 30 }));
    await server.run();
  },
  // Somebody tells of what happened in January; the denominators of two years come in.
  12: async (day) => {
    clock.set(`${day}T11:00:00+08:00`);
    await server.send('PUT', '/api/v1/incidents', { incidents: [JANUARY] });
    await server.run();
  },
  13: async (day) => {
    clock.set(`${day}T11:30:00+08:00`);
    await server.put('/api/v1/reference/exposure', 'POST', volumes());
    await server.run();
  },
  // One of them was wrong; the next month's comes with the right one.
  15: async (day) => {
    clock.set(`${day}T14:00:00+08:00`);
    await server.put('/api/v1/reference/exposure', 'POST', laterVolumes());
    await server.run();
  },
  17: async (day) => {
    clock.set(`${day}T12:00:00+08:00`);
    await hand(burst('BURST', day, '370000', 45), 'burst');
  },
};

describe('a back-test of a time with rows that come late, corrections, a batch withdrawn and a merger', () => {
  it('finds the warnings that were given: series, first bucket, every change of level and its moment', async () => {
    const { rules } = await server.get<ListRulesReply>('/api/v1/rules');
    const series = rules.flatMap(({ rule }) => (rule.kind === 'series' ? [{ id: rule.id }] : []));
    const live = await lived(
      server,
      series.map(({ id }) => id),
      addCalendarDays(STARTS, 1),
    );
    const found = await backtest(server, { rules: series, ...after(STARTS, UNTIL) });
    const { state, notes } = found;
    expect({ state, notes }).toEqual({ state: 'done', notes: [] });
    expect(replayed(found)).toEqual(live);
    // The batch withdrawn and the burst of the merged organisation are among them: nothing is equal for want of anything.
    for (const region of ['350000', '370000']) expect(live.join('\n')).toContain(`"region":"${region}"`);
    expect(live.length).toBeGreaterThan(4);
    // A rate is warned of when its exposure comes in, and less of it with the next month's.
    const [rate = ''] = live.filter((one) => one.startsWith(`rate-limit {"region":"370000"} 2026-01-01`));
    expect(rate).toContain(`opened orange ${DAYS[13]}`);
    expect(rate).toMatch(new RegExp(`, (lowered|resolved) \\w+ ${DAYS[15]}`));
    // Enquiries are judged by what had been handed over: the surge before the merger, and the one after it under the new name.
    for (const organisation of ['370000.02', '370000.01'])
      expect(live.join('\n')).toContain(`enquiries-day {"organisation":"${organisation}"}`);
    // What was told of before the burst is no part of its baseline.
    const burst = (await server.alerts()).find(
      ({ ruleId, slice }) => ruleId === 'region-week' && slice.region === '370000',
    );
    expect(JSON.stringify(await server.alert(burst?.id ?? ''))).toContain(`已知事件「${JANUARY.label.zh}」`);
  });
});
