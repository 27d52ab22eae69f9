import { startEngine } from '@tocsin/engine';
import { describe, expect, it } from 'vitest';
import { wholeCompany } from '../facts/scope.ts';
import { renderSql } from '../sql/render.ts';
import { sql } from '../sql/sql.ts';
import { onEngine } from '../testing/on-engine.ts';
import { otherSamples, scopedSamples } from '../testing/catalogue.ts';
import { z } from 'zod';

const engine = onEngine(startEngine);
const files = Object.keys(import.meta.glob('./*.query.ts')).map((file) => file.slice('./'.length, -'.query.ts'.length));
const samples = { ...scopedSamples, ...otherSamples };

/** Reads that tell nothing but from which day to which there are data, when they were loaded, and that some warning went on. */
const HARMLESS = [
  'SELECT min(day) FROM cube_daily_total',
  'SELECT max(day) FROM cube_daily_total',
  'SELECT groupUniqArray(day) FROM cube_daily_total',
  'SELECT toUnixTimestamp64Milli(max(placed_at)) FROM placed_exposure',
  'SELECT argMax(last_bucket, seq) AS reached FROM alert_event',
];
const reads = (text: string): number => {
  const rest = HARMLESS.reduce((remaining, harmless) => remaining.replaceAll(harmless, ''), text);
  return (
    rest.match(
      /FROM (complaint|complaint_version|withdrawn_version|cube_\w+|alert_event|exposure|placed_exposure|leading_count)\b/g,
    )?.length ?? 0
  );
};
/** Works are figures by organisation inside a reference table. */
const readsOfWorks = (text: string): number => text.match(/JSONExtractString\(cells, 'kind'\)/g)?.length ?? 0;

it('knows a sample of every query file', () => {
  expect(Object.keys(samples).sort()).toEqual(files.sort());
});

describe.each(Object.entries(samples))('%s', (file, questions) => {
  it('renders as its golden text', async () => {
    const texts = Object.entries(questions).map(([what, question]) => {
      const { text, params } = renderSql(question(wholeCompany).sql);
      return `-- ${what}\n${text}\n-- ${JSON.stringify(params)}\n`;
    });
    await expect(texts.join('\n')).toMatchFileSnapshot(`./golden/${file}.sql`);
  });

  it('is named after its file, and runs on the engine', async () => {
    for (const question of Object.values(questions)) {
      const query = question({ organisations: ['hq.east'] });
      expect(query.name).toBe(file);
      await expect(engine.warehouse.rows(query)).resolves.toBeInstanceOf(Array);
    }
  });
});

describe('scope', () => {
  const scope = { organisations: ['hq.east', 'hq.north'] };

  it.each(
    Object.entries(scopedSamples).flatMap(([file, questions]) =>
      Object.entries(questions).map(([what, question]) => [`${file}: ${what}`, question] as const),
    ),
  )('is asked of every table that %s reads', (_, question) => {
    const { text, params } = renderSql(question(scope).sql);
    const asked =
      text.match(
        /organisation IN \{p\d+:Array\(String\)\} OR arrayExists\(branch -> startsWith\(organisation, branch\)/g,
      ) ?? [];
    const values = Object.values(params).filter(
      (value) => JSON.stringify(value) === JSON.stringify(scope.organisations),
    );
    const read = reads(text) + readsOfWorks(text);
    expect(read).toBeGreaterThan(0);
    expect(asked).toHaveLength(read);
    expect(values).toHaveLength(read);
  });

  it('is not forgotten by a query that has no scope: those read no complaints, but for the stages of the flow', () => {
    const reading = Object.entries(otherSamples)
      .filter(([, questions]) =>
        Object.values(questions).some((question) => reads(renderSql(question(wholeCompany).sql).text) > 0),
      )
      .map(([file]) => file)
      .sort();
    // Settling, withdrawing and erasing compare versions, due days are settled for all, alerting carries on its own warnings,
    // codes seen anywhere are told as figures are; back-tests and what is known to have happened are of the whole company.
    expect(reading).toEqual([
      'alarming-signals',
      'alert-states',
      'batch-arrivals',
      'batch-shape',
      'cases-as-known',
      'cases-moved',
      'cases-with-events',
      'codes-ever-seen',
      'complaints-of-person',
      'confirmed-warnings',
      'counts-as-known',
      'plan-settlement',
      'plan-withdrawal',
      'rule-due-days',
      'seen-codes',
    ]);
  });
});

it('reads the engine with the settings that every answer relies on', async () => {
  const row = await engine.warehouse.one({
    name: 'settings',
    row: z.object({ big: z.string(), at: z.string() }),
    sql: sql`SELECT toUInt64(18446744073709551615) AS big, fromUnixTimestamp64Milli(1, 'Asia/Shanghai') AS at`,
  });
  expect(row).toEqual({ big: '18446744073709551615', at: '1970-01-01T00:00:00.001Z' });
});
