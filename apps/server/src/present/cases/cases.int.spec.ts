import { type CaseEvent, type CaseFacts, addCalendarDays, caseClock } from '@tocsin/calendar';
import type {
  GetCaseReply,
  GetFacetsReply,
  GetIndicatorsReply,
  GetTimelinessReply,
  ListCasesReply,
} from '@tocsin/contracts';
import { caseEventsOf, deadlineRulesOf } from '@tocsin/ingestion';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, startTestServer } from '../../testing/start-test-server.ts';

const TODAY = '2026-11-22';
const EVER = 'from=2026-09-01&until=2026-12-01&basis=company';
const BRANCHES = ['B11.01', 'B11.02', 'B44'];

interface Raw {
  readonly id: string;
  readonly kind: string;
  readonly linked: string;
  readonly day: string;
  readonly organisation: string;
  readonly department: string;
  readonly reason: string;
  readonly due: string;
  readonly status: string;
  readonly closed: string;
  readonly narrative: string;
}

/** Two hundred rows over ten weeks, spread by remainders: some closed, some withdrawn, every third without a due day. */
const raws: Raw[] = Array.from({ length: 200 }, (_, n): Raw => {
  const day = addCalendarDays('2026-09-10', (n * 7) % 73);
  const closed = n % 4 === 1 ? addCalendarDays(day, (n * 3) % 25) : '';
  const isOver = closed !== '' && closed <= TODAY;
  const kind = n % 20 === 19 ? 'chaser' : 'complaint';
  return {
    ...{ id: `TS${String(n).padStart(4, '0')}`, kind, day, linked: kind === 'chaser' ? 'TS0000' : '' },
    organisation: BRANCHES[n % 3] ?? '',
    department: n % 2 === 0 ? '理赔部' : '客服部',
    reason: n % 5 < 2 ? 'claim.delay' : 'sale',
    due: kind === 'chaser' || n % 3 === 0 ? '' : addCalendarDays(day, 5 + ((n * 11) % 40)),
    status: isOver ? (n % 8 === 1 ? 'withdrawn' : 'closed') : n % 7 === 0 ? 'answered' : 'open',
    closed: isOver ? closed : '',
    narrative: `投诉人李小红来电13812345678，${n % 6 === 0 ? '要求全额退保' : '称理赔时效过长'}，第${n}次`,
  };
});
const complaints = raws.filter(({ kind }) => kind === 'complaint');
const header =
  'complaint_id,kind,linked_to,received_at,source,organisation,department,line,product,reason,due_on,status,closed_at,complainant_name,complainant_phone,narrative';
const lineOf = (raw: Raw): string =>
  [
    ...[raw.id, raw.kind, raw.linked, `${raw.day} 10:00:00`, 'self', raw.organisation, raw.department, 'life', 'P1'],
    ...[raw.reason, raw.due, raw.status, raw.closed === '' ? '' : `${raw.closed} 12:00:00`, '李小红', '13812345678'],
    raw.narrative,
  ].join(',');
const csvOf = (rows: readonly Raw[]) => `${[header, ...rows.map(lineOf)].join('\n')}\n`;

/** Every seventh complaint has a pause, an extension or both; some in the future, which change nothing yet. */
const eventLines = complaints.flatMap(({ id, day }, n) => {
  if (n % 7 !== 3) return [];
  const at = (days: number) => addCalendarDays(day, days);
  return [
    ...(n % 2 === 0 ? [[id, 'mediation', at(4), n % 4 === 0 ? at(12) : '', '', '']] : []),
    ...(n % 3 === 0 ? [[id, 'extension', at(10), '', n % 9 === 0 ? '' : '省分公司', 'yes']] : []),
    ...(n % 5 === 0 ? [[id, 'resume', at(20), '', '', '']] : []),
    ...(n % 6 === 1 ? [[id, 'complex', at(1), '', '', '']] : []),
    ...(n % 4 === 3 ? [[id, 'forwarded', at(-3), '', '', '']] : []),
  ];
});
const eventCsv = ['complaint_id,kind,day,until,approver,told', ...eventLines.map((cells) => cells.join(','))].join(
  '\n',
);

let server: TestServer;
const post = (url: string, payload: string) =>
  server.json<{ state?: string; accepted: number; rejected: unknown }>({
    ...{ method: 'POST', url, payload },
    headers: { authorization: `Bearer ${server.localToken}`, 'content-type': 'text/csv' },
  });
const get = (url: string, headers: Record<string, string> = {}) => server.send({ url: `/api/v1/${url}`, headers });
const list = async (query: string, headers: Record<string, string> = {}) =>
  JSON.parse((await get(`cases?${query}`, headers)).body) as ListCasesReply;
const one = async (id: string) => JSON.parse((await get(`cases/${id}`)).body) as GetCaseReply;
/** What comes in through reference tables rings the pipeline; an import that is waited for runs after it. */
const settled = async () => {
  const late = {
    ...complaints[0],
    id: `late-${Math.random()}`,
    day: '2025-01-02',
    due: '2025-01-03',
    closed: '2025-01-02',
  };
  await post('/api/v1/imports?wait=true', csvOf([{ ...(late as Raw), status: 'closed' }]));
};

beforeAll(async () => {
  server = await startTestServer();
  expect(await post('/api/v1/imports?wait=true', csvOf(raws))).toMatchObject({ state: 'done', accepted: raws.length });
});
afterAll(() => server.stop());

describe('a list of cases', () => {
  it('has as many as there are rows, page by page, each once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: ListCasesReply = await list(`${EVER}&limit=37${next === '' ? '' : `&after=${next}`}`);
      expect(page.total).toBe(complaints.length);
      seen.push(...page.cases.map(({ id }) => id));
      next = page.next;
    }
    expect(seen.sort()).toEqual(complaints.map(({ id }) => id).sort());
  });

  it('follows filter, words, status and marks', async () => {
    const count = async (query: string) => (await list(`${EVER}&${query}`)).total;
    expect(await count('q=全额退保')).toBe(complaints.filter(({ narrative }) => narrative.includes('全额退保')).length);
    expect(await count('q=TS001')).toBe(complaints.filter(({ id }) => id.startsWith('TS001')).length);
    expect(await count('organisation=B11&reason=claim&status=open,answered')).toBe(
      complaints.filter(
        ({ organisation, reason, status }) =>
          organisation.startsWith('B11.') && reason === 'claim.delay' && (status === 'open' || status === 'answered'),
      ).length,
    );
    expect(await count('marks=repeat')).toBe(0);
  });

  it('shows the masked narrative alone', async () => {
    const { cases } = await list(`${EVER}&limit=100`);
    expect(cases[0]?.narrative).toContain('138****5678');
    expect(JSON.stringify(cases)).not.toMatch(/13812345678|李小红/);
  });

  it('is the same as CSV and Arrow, with the columns asked for', async () => {
    const { cases } = await list(`${EVER}&limit=500`);
    const csv = (await get(`cases?${EVER}&limit=500&columns=id,dueBy`, { accept: 'text/csv' })).body.trim().split('\n');
    expect(csv).toEqual(['"id","dueBy"', ...cases.map(({ id, dueBy }) => `"${id}","${dueBy}"`)]);
    const arrow = await server.app.inject({
      url: `/api/v1/cases?${EVER}&limit=500`,
      headers: { authorization: `Bearer ${server.localToken}`, accept: 'application/vnd.apache.arrow.stream' },
    });
    expect(tableFromIPC(arrow.rawPayload).numRows).toBe(cases.length);
  });

  it('refuses a place of another order and a band that the rules do not have', async () => {
    const { next } = await list(`${EVER}&limit=1`);
    const refused = await Promise.all([get(`cases?${EVER}&order=due&after=${next}`), get(`cases?${EVER}&due=t9`)]);
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([400, 400]);
  });
});

describe('scope', () => {
  it('keeps lists, facets and timeliness to the caller’s organisations, and other cases do not exist', async () => {
    const payload = { label: 'north', role: 'analyst', organisations: ['B11'] };
    const { key } = await server.json<{ key: string }>({ method: 'POST', url: '/api/v1/keys', payload });
    const headers = { authorization: `Bearer ${key}` };
    const mine = complaints.filter(({ organisation }) => organisation.startsWith('B11.'));
    expect((await list(EVER, headers)).total).toBe(mine.length);
    expect((await list(`${EVER}&organisation=B44`, headers)).total).toBe(0);
    const facets = JSON.parse((await get(`facets?${EVER}&of=organisation`, headers)).body) as GetFacetsReply;
    expect(facets.facets[0]?.values.map(({ code }) => code).sort()).toEqual(['B11.01', 'B11.02']);
    const due = JSON.parse((await get(`timeliness?${EVER}`, headers)).body) as GetTimelinessReply;
    expect(due.open).toBe(mine.filter(({ closed }) => closed === '').length);
    const foreign = complaints.find(({ organisation }) => organisation === 'B44')?.id ?? '';
    const answers = await Promise.all([
      get(`cases/${foreign}`, headers),
      get('cases/nowhere', headers),
      get(`cases/${mine[0]?.id}`, headers),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 200]);
    expect(answers[0].body).toBe(answers[1].body.replaceAll('nowhere', foreign));
  });
});

it('facets count what each value would keep', async () => {
  const reply = JSON.parse((await get(`facets?${EVER}&reason=claim&status=open`)).body) as GetFacetsReply;
  const of = (name: string) =>
    new Map(reply.facets.find((facet) => facet.name === name)?.values.map(({ code, count }) => [code, count]));
  const claims = complaints.filter(({ reason }) => reason === 'claim.delay');
  expect(of('status').get('closed')).toBe(claims.filter(({ status }) => status === 'closed').length);
  expect(of('reason').get('sale')).toBe(
    complaints.filter(({ reason, status }) => reason === 'sale' && status === 'open').length,
  );
  expect(of('department').get('理赔部')).toBe(
    claims.filter(({ department, status }) => department === '理赔部' && status === 'open').length,
  );
});

describe('due days', () => {
  const RULES = 'from,name,simple\n2026-10-15,2026修订,20\n';
  const rules = (csv: string) =>
    deadlineRulesOf(csv === '' ? [] : [{ from: '2026-10-15', name: '2026修订', simple: '20' }]);
  const noted = (csv: string) =>
    caseEventsOf(
      csv === ''
        ? []
        : eventLines.map(([complaint_id = '', kind = '', day = '', until = '', approver = '', told = '']) => ({
            ...{ complaint_id, kind, day, approver, told },
            ...(until === '' ? {} : { until }),
          })),
    );
  const factsOf = (
    { id, day, due, status, closed }: Raw,
    events: readonly (CaseEvent & { complaintId: string })[],
  ): CaseFacts => {
    const end = closed === '' ? null : closed;
    return {
      ...{ receivedOn: day, givenDue: due === '' ? null : due },
      ...{ closedOn: status === 'withdrawn' ? null : end, withdrawnOn: status === 'withdrawn' ? end : null },
      events: events.filter(({ complaintId }) => complaintId === id),
    };
  };

  /** What the clock says of every complaint, against what SQL lists and counts. */
  async function agree(events: string, ownRules: string): Promise<void> {
    const known = noted(events);
    const clocks = complaints.map((raw) => ({
      ...{ id: raw.id, status: raw.status },
      clock: caseClock(factsOf(raw, known), TODAY, rules(ownRules)),
    }));
    const open = clocks.filter(({ clock }) => clock.state === 'running' || clock.state === 'paused');
    const bandOf = ({ due, overdue, daysLeft, warning }: (typeof clocks)[number]['clock']) => {
      if (due === null) return 'none';
      if (overdue === true) return 'overdue';
      if (daysLeft === 0) return 'today';
      return warning === null ? 'later' : `t${warning}`;
    };
    const { bands, by, ...rest } = JSON.parse((await get(`timeliness?${EVER}&level=1`)).body) as GetTimelinessReply;
    expect(rest.open).toBe(open.length);
    expect(by.rules).toBe(open.filter(({ clock }) => clock.by === 'rules').length);
    for (const { band, count } of bands) {
      const ids = open.filter(({ clock }) => bandOf(clock) === band).map(({ id }) => id);
      const listed = await list(`${EVER}&whenever=true&due=${band}&limit=500`);
      expect([band, listed.total, listed.cases.map(({ id }) => id).sort()]).toEqual([band, count, ids.sort()]);
    }
    for (const { from, to, open: count, overdue } of rest.ageing) {
      const inBucket = open.filter(({ clock }) => clock.bucket?.from === from && clock.bucket.to === to);
      expect([from, count, overdue]).toEqual([
        from,
        inBucket.length,
        inBucket.filter(({ clock }) => clock.overdue).length,
      ]);
    }
    expect(rest.stages.reduce((sum, stage) => sum + stage.open, 0)).toBe(open.length);
    // the overview's card is answered by cube_due
    const { timeliness } = JSON.parse((await get(`indicators?${EVER}`)).body) as GetIndicatorsReply;
    const near = open.filter(({ clock }) => ['today', 't1', 't3', 't5'].includes(bandOf(clock)));
    expect(timeliness).toEqual({
      asOf: TODAY,
      overdue: open.filter(({ clock }) => bandOf(clock) === 'overdue').length,
      nearDue: near.length,
    });
  }

  it('of source and rules: lists, counts and cubes agree with the clock of every case', () => agree('', ''));

  it('of events too, once they are known', async () => {
    expect(await post('/api/v1/reference/case_event', eventCsv)).toMatchObject({
      accepted: eventLines.length,
      rejected: [],
    });
    await settled();
    await agree(eventCsv, '');
  });

  it('of new rules, for what they hold for', async () => {
    expect(await post('/api/v1/reference/deadline_rule', RULES)).toMatchObject({ accepted: 1 });
    await settled();
    await agree(eventCsv, RULES);
  });

  it('survive a newer version of the complaint, and go back when the events go', async () => {
    const again = complaints
      .filter((_, n) => n % 14 === 3)
      .map((raw) => ({ ...raw, narrative: `${raw.narrative}，补充材料` }));
    await post('/api/v1/imports?wait=true', csvOf(again));
    await agree(eventCsv, RULES);
    await post('/api/v1/reference/case_event?mode=replace', 'complaint_id,kind,day\n');
    await settled();
    await agree('', RULES);
  });
});

describe('one case', () => {
  it('has its clock with why, its chasers, its fields and its versions', async () => {
    const raw = complaints.find(({ id }) => id === 'TS0001');
    const found = await one('TS0001');
    expect(found.clock).toMatchObject({ by: 'source', due: raw?.due, state: 'withdrawn' });
    expect(found.clock?.why.zh).toContain('登记的办理时限');
    expect(found.clock?.why.en).toContain('entered as due');
    expect(found.fields).toMatchObject({
      complainant_name: '李*',
      complainant_phone: '138****5678',
      department: '客服部',
    });
    expect(JSON.stringify(found)).not.toMatch(/13812345678|李小红/);
    expect((await one('TS0000')).linked.map(({ relation }) => relation)).toEqual(Array(10).fill('chaser'));
    expect((await one('TS0019')).clock).toBeNull();
  });

  it('tells what each version changed', async () => {
    const raw = complaints.find(({ closed, status }) => closed === '' && status === 'open') as Raw;
    const closed = { ...raw, status: 'closed', closed: TODAY };
    await post('/api/v1/imports?wait=true', csvOf([closed]));
    const { versions, case: now } = await one(raw.id);
    expect(now.status).toBe('closed');
    expect(versions[0]?.current).toBe(true);
    expect(versions[0]?.changes).toContainEqual({ field: 'status', from: 'open', to: 'closed' });
    expect(versions.at(-1)?.changes).toEqual([]);
  });

  it('knows the person’s other complaints, masked', async () => {
    const { similar } = await one('TS0002');
    expect(similar.length).toBeGreaterThan(3);
    expect(similar.every(({ because }) => because === 'person')).toBe(true);
  });
});
