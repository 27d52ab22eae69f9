import { readFile } from 'node:fs/promises';
import { KnownIncident } from '@tocsin/contracts';
import { forEachCsvRecord } from '@tocsin/ingestion';
import { parse } from 'yaml';
import { z } from 'zod';
import { CommandFailure } from '../command-failure.ts';

const Incident = KnownIncident.omit({ origin: true });
type Incident = z.output<typeof Incident>;

/** The incidents of a CSV or YAML file. A file that is wrong anywhere fails as a whole, with every place. */
export async function readIncidents(path: string): Promise<Incident[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandFailure(`${path} cannot be read: check the path and its permissions.`, 2);
  });
  const given = path.toLowerCase().endsWith('.csv') ? csvIncidents(text) : yamlIncidents(text, path);
  const read = given.map((one) => Incident.safeParse(one));
  const faults = read.flatMap(({ error }, i) =>
    (error?.issues ?? []).map(({ path: at, message }) => `  incident ${i + 1}  ${at.join('.')}: ${message}`),
  );
  if (faults.length > 0)
    throw new CommandFailure([`${path} cannot be used; nothing was changed:`, ...faults].join('\n'), 2);
  return read.flatMap(({ data }) => (data === undefined ? [] : [data]));
}

/** `label` is one text or a column for each language (`label_zh`, `label_en`); `slice` is region=350000|line=life. */
function csvIncidents(text: string): object[] {
  const rows: string[][] = [];
  forEachCsvRecord(text.replace(/^\uFEFF/, ''), ',', (cells, count) => rows.push(cells.slice(0, count)));
  const [header = [], ...records] = rows;
  return records
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => {
      const of = (name: string) => cells[header.findIndex((column) => column.trim() === name)]?.trim() ?? '';
      const zh = of('label_zh') || of('label');
      const slice = of('slice')
        .split('|')
        .filter((part) => part !== '')
        .map((part) => part.split('='));
      const label = { zh, en: of('label_en') || zh };
      return {
        id: of('id'),
        label,
        from: of('from'),
        until: of('until'),
        slice: Object.fromEntries(slice) as object,
        note: of('note'),
      };
    });
}

function yamlIncidents(text: string, path: string): object[] {
  try {
    const found: unknown = parse(text);
    const list = z
      .union([z.array(z.looseObject({})), z.object({ incidents: z.array(z.looseObject({})) })])
      .parse(found);
    return (Array.isArray(list) ? list : list.incidents).map((one) =>
      typeof one['label'] === 'string' ? { ...one, label: { zh: one['label'], en: one['label'] } } : one,
    );
  } catch {
    throw new CommandFailure(`${path} holds no list of incidents: write id, label, from, until and slice of each.`, 2);
  }
}
