import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countIds, measures } from '@tocsin/contracts';
import { type FullRecord, createCompany } from '@tocsin/synthetic';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SetClock, WatchedServer } from '../flow/watched-server.ts';
import { type Cell, asked, expected } from './ask-both.ts';
import { corrected } from './corrections.ts';
import { between } from './plain-days.ts';
import { type ExposureRow, withOtherWays } from './plain-exposure.ts';
import { someWorks } from './plain-works.ts';
import { type Question, questions } from './random-question.ts';
import { RawTruth } from './raw-truth.ts';

const FROM = '2025-03-01';
const UNTIL = '2026-10-20';
const TODAY = UNTIL;
const QUESTIONS = 520;

const company = createCompany({ seed: 31, complaints: 4_000, from: FROM, until: UNTIL });
const mistaken = createCompany({ seed: 32, complaints: 400, from: '2026-01-01', until: '2026-06-01' });
const newest = [...company.complaintRows()];
const update = corrected(newest);
const gone = newest.find((row) => row.kind === 'complaint' && row.complainant_phone !== '') as FullRecord;

/** What stands in the end: the newest rows, corrected, without the person who asked to be forgotten. */
const rows = [...new Map([...newest, ...update].map((row) => [row.complaint_id, row])).values()].filter(
  (row) => row.complainant_phone !== gone.complainant_phone,
);
const exposure = withOtherWays(readExposure(company.exposureCsv()));
const works = someWorks(rows.map(({ organisation }) => organisation).filter((code) => code !== ''));
const truth = new RawTruth(rows, exposure, works);

let directory: string;
let server: WatchedServer;
const ndjson = (some: readonly object[]) => some.map((row) => `${JSON.stringify(row)}\n`).join('');

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tocsin-truth-'));
  server = await WatchedServer.start(directory, new SetClock(`${TODAY}T11:00:00+08:00`));
  await server.import([...company.ndjsonLines({ histories: true })].join(''), 'application/x-ndjson', 'histories');
  const wrong = [...mistaken.complaintRows()].map((row) => ({ ...row, complaint_id: `X${row.complaint_id}` }));
  const batch = await server.import(ndjson(wrong), 'application/x-ndjson', 'by mistake');
  await server.import(ndjson(update), 'application/x-ndjson', 'corrections');
  await server.put('/api/v1/exposures', 'POST', exposureCsv(exposure));
  const header = 'period,organisation,kind,metric,value';
  const cells = works.map((row) => [row.period, row.organisation, row.kind, row.metric, row.value].join(','));
  await server.put('/api/v1/reference/work', 'POST', [header, ...cells].join('\n'));
  await server.post(`/api/v1/imports/${batch.id}/withdraw?wait=true`, { reason: 'the wrong file' });
  await server.post('/api/v1/erasures?wait=true', { by: 'phone', value: gone.complainant_phone, reason: 'asked for' });
}, 400_000);

afterAll(async () => {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('figures equal what the raw rows say, after updates, a withdrawal and an erasure', () => {
  const sample = fc.sample(questions(rows, FROM, between(FROM, UNTIL)), { seed: 2026, numRuns: QUESTIONS });

  it(`for ${QUESTIONS} random questions`, { timeout: 600_000 }, async () => {
    for (const question of sample) {
      const name = JSON.stringify(question);
      const [ours, theirs] = [await asked(server, question), expected(truth, question, TODAY)];
      expect(differences(ours, theirs), name).toEqual([]);
    }
  });

  it('for rates, by place and in all', { timeout: 300_000 }, async () => {
    const asking = fc
      .sample(questions(rows, FROM, between(FROM, UNTIL)), { seed: 11, numRuns: 900 })
      .filter(({ measure }) => measures[measure].kind === 'rate')
      .map(byPlace);
    let known = 0;
    for (const question of asking) {
      const [ours, theirs] = [await asked(server, question), expected(truth, question, TODAY)];
      expect(differences(ours, theirs), JSON.stringify(question)).toEqual([]);
      known += [...theirs.values()].filter(({ value }) => value !== null).length;
    }
    expect(known).toBeGreaterThan(500);
  });

  it('for works, by organisation and in all', { timeout: 300_000 }, async () => {
    const asking = fc
      .sample(questions(rows, FROM, between(FROM, UNTIL)), { seed: 7, numRuns: 700 })
      .filter(({ measure, form }) => measures[measure].kind === 'works' && form !== 'heat-map')
      .map((question, index) => onlyByOrganisation(question, index));
    let known = 0;
    for (const question of asking) {
      const [ours, theirs] = [await asked(server, question), expected(truth, question, TODAY)];
      expect(differences(ours, theirs), JSON.stringify(question)).toEqual([]);
      known += [...theirs.values()].filter(({ value }) => value !== null).length;
    }
    expect(known).toBeGreaterThan(25);
  });

  it('and the sums of parts equal the whole', { timeout: 300_000 }, async () => {
    const additive = sample.filter(
      ({ form, measure, split }) =>
        form === 'series' &&
        countIds.some((id) => id === measure) &&
        split !== undefined &&
        split.dimension !== 'special_group',
    );
    expect(additive.length).toBeGreaterThan(3);
    for (const question of additive) {
      const whole = await asked(server, { ...question, split: undefined });
      const parts = await asked(server, question);
      for (const [key, { value }] of whole) {
        if (value === null) continue;
        const at = key.split('|')[0];
        const sum = [...parts].reduce(
          (total, [part, cell]) => total + (part.split('|')[0] === at ? (cell.value ?? 0) : 0),
          0,
        );
        expect(sum, `${JSON.stringify(question)} ${key}`).toBe(value);
      }
    }
  });
});

/** By what exposure is known by, a third of them within a province or a city. */
function byPlace(question: Question, index: number): Question {
  const place = index % 2 === 0 ? 'city' : 'region';
  const within = [{ region: ['340000'] }, { city: ['370100', '320100'] }, {}][index % 3];
  return {
    ...question,
    ...{ filter: { basis: question.filter.basis, ...within }, split: { dimension: place } },
    across: { dimension: 'line', level: 1 },
  };
}

/** Half of them split by organisation, a third about some of them: what works are known by. */
function onlyByOrganisation(question: Question, index: number): Question {
  const organisation = works[index % works.length]?.organisation.split('.').slice(0, 2).join('.') ?? '';
  const split = { dimension: 'organisation', level: (index % 4) + 1 } as const;
  return {
    ...question,
    filter: {
      basis: question.filter.basis,
      ...(index % 3 === 0 && organisation !== '' && { organisation: [organisation] }),
    },
    split: index % 2 === 0 ? split : undefined,
    across: split,
  };
}

/** Where the two disagree; a part that has nothing may be there with 0 or be missing. */
function differences(ours: ReadonlyMap<string, Cell>, theirs: ReadonlyMap<string, Cell>): string[] {
  const found: string[] = [];
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [mine, yours] = [ours.get(key), theirs.get(key)];
    for (const name of ['value', 'compared', 'complete'] as const) {
      const [a, b] = [mine?.[name] ?? null, yours?.[name] ?? null];
      const isSame =
        a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));
      const isNothing =
        (mine === undefined || yours === undefined) && (name === 'complete' || ((a ?? 0) === 0 && (b ?? 0) === 0));
      if (!isSame && !isNothing) found.push(`${key} ${name}: ${a}, raw rows say ${b}`);
    }
  }
  return found.slice(0, 5);
}

const exposureCsv = (all: readonly ExposureRow[]) =>
  [Object.keys(all[0] ?? {}).join(','), ...all.map((row) => Object.values(row).join(','))].join('\n');

function readExposure(csv: string): ExposureRow[] {
  const [header = '', ...lines] = csv.trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) as unknown as ExposureRow;
  });
}
