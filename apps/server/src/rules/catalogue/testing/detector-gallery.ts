import type { DetectorInfo, RuleDetectorName, Sentence, Verdict } from '@tocsin/contracts';
import { aboveMedian, findDetector, regionZones, spaceTimeScan, verdictSentence } from '@tocsin/detection';
import { detectorCatalogue } from '../detector-catalogue.ts';
import { gallerySamples } from './gallery-samples.ts';
import { gallerySources } from './gallery-sources.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

const HEAD = `# Detectors

Every way to watch a series, from the catalogue that rules, the page 规则 and \`GET /api/v1/detectors\` use. Parameters, defaults and
bounds are those of the schemas; the figures of each example are what the code answers. A test makes this page anew and compares:
\`npx vitest run --project @tocsin/server detector-gallery\`, with \`-u\` after a change that is meant.
`;

/** The page of all detectors, as Markdown: what each is for, its parameters, its source, and an example worked out. */
export function detectorGallery(): string {
  const shown = detectorCatalogue().filter(({ kind }) => kind === 'series' || kind === 'scan');
  const facts = detectorCatalogue().filter(({ kind }) => kind === 'trigger' || kind === 'missing-feed');
  const matters = facts.map(({ name, label, description }) => `- \`${name}\`, ${both(label)}: ${description.en}`);
  return [
    HEAD,
    ...shown.map(chapter),
    '## Matters of fact\n',
    `These warn of what has happened, however probable it is: no detector, no chance.\n\n${matters.join('\n')}\n`,
  ].join('\n');
}

const both = ({ zh, en }: Sentence) => `${en} (${zh})`;

function chapter(info: DetectorInfo): string {
  const { name, label, description, needs, grains } = info;
  const parameters = info.fields.map(({ name: field, label: called, hint }) => {
    const about = [called.en, hint.en].filter(Boolean).join('. ').replace(/\.$/, '');
    return `  - \`${field}\`: ${valueOf(info.defaults[field])}${boundsOf(info, field)}. ${about}.`;
  });
  return [
    `## \`${name}\`: ${both(label)}\n`,
    `${description.en}\n`,
    `- **Needs**: ${needs.en}`,
    `- **Grains**: ${grains.join(', ')}`,
    `- **Source**: ${gallerySources[name as keyof typeof gallerySources]}`,
    '- **Parameters**:',
    ...parameters,
    `- **Example**: ${exampleOf(name)}\n`,
  ].join('\n');
}

const valueOf = (value: unknown) => (value === undefined ? 'to be given' : `\`${JSON.stringify(value)}\``);

function boundsOf({ parameters }: DetectorInfo, field: string): string {
  const schema = (parameters['properties'] as Readonly<Record<string, Schema>>)[field] ?? {};
  const choices = schema.enum ?? schema.anyOf?.find((one) => one.enum)?.enum;
  if (choices) return `, one of ${choices.map((one) => `\`${one}\``).join(', ')}`;
  if (schema.type !== 'number' && schema.type !== 'integer') return '';
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const least =
    exclusiveMinimum === undefined ? (minimum === undefined ? '' : `from ${minimum}`) : `above ${exclusiveMinimum}`;
  const isOpen = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER;
  const most = exclusiveMaximum === undefined ? (isOpen ? '' : `to ${maximum}`) : `below ${exclusiveMaximum}`;
  const bounds = [schema.type === 'integer' ? 'a whole number' : 'a number', least, most].filter(Boolean).join(' ');
  return `, ${bounds}`;
}

function exampleOf(name: string): string {
  if (name === 'scan') return scanExample();
  if (name === 'peer-median') return medianExample();
  const { about, grain, series, options, unusual } = gallerySamples[name as Exclude<RuleDetectorName, 'peer-median'>];
  const verdicts = findDetector(name)?.run(series, options) ?? [];
  const first = verdicts.findIndex(({ verdict }) => verdict === 'excess');
  const [before, fired] = [verdicts[series.length - unusual - 1], verdicts[first]];
  if (before === undefined || fired === undefined) throw new Error(`${name} finds nothing.`);
  const given = Object.keys(options).length === 0 ? '' : ` With \`${JSON.stringify(options)}\`.`;
  const place = unusual === 1 ? '' : `, the ${ordinal(first - (series.length - unusual))} of them`;
  return `${about}.${given} The last usual one: ${figures(before)}. It fires${place}: ${figures(fired)}. “${verdictSentence(fired, grain).en}”`;
}

const ordinal = (index: number) => ['first', 'second', 'third', 'fourth', 'fifth'][index] ?? `${index + 1}th`;
const rounded = (value: number) => String(Number(value.toPrecision(4)));

/** A verdict's numbers, to four places; what a method does not say is left out. */
function figures({ observed, expected, upper, pValue, score, verdict }: Verdict): string {
  const said = Object.entries({ observed, expected, upper, pValue, score }).flatMap(([key, value]) =>
    value === null ? [] : [`${key} ${rounded(value)}`],
  );
  return `${said.join(', ')}, \`${verdict}\``;
}

/** Two quarters against medians that were really published (property insurers, per 100M yuan), and one without. */
function medianExample(): string {
  const quarters = [
    { at: '2022-01-01', rate: 4.2 },
    { at: '2022-04-01', rate: 4.6 },
    { at: '2022-10-01', rate: 5 },
  ].map((one) => ({ ...one, cases: 92, exposure: 2e9, complete: true, missing: null }));
  const medians = new Map([
    ['2022-01-01', 4.11],
    ['2022-04-01', 3.58],
  ]);
  const unpublished = { zh: '', en: 'no median has been published' };
  const [before, fired, none] = aboveMedian(quarters, { factor: 1.2, medians, unpublished, fewest: 0 });
  if (before === undefined || fired === undefined || none === undefined) throw new Error('peer-median finds nothing.');
  return [
    'rates per 100M yuan of premium of three quarters, of which the third has no published median. With `{"factor":1.2}`.',
    `The usual one: ${figures(before)}. It fires: ${figures(fired)}. Without a median: ${figures(none)}.`,
  ].join(' ');
}

/** Nine provinces of the east with their weekly expectation, and three neighbours that have had more for two weeks. */
function scanExample(): string {
  const regions = ['370000', '320000', '340000', '310000', '330000', '360000', '350000', '440000', '410000'];
  const usual = [40, 36, 22, 18, 30, 14, 16, 44, 28];
  const raised = [0, 14, 12, 9, 0, 0, 0, 0, 0];
  const weeks = [0, 1, 2, 3];
  const counts = weeks.map((week) => usual.map((value, i) => value + (week >= 2 ? (raised[i] ?? 0) : 0)));
  const { mostLikely } = spaceTimeScan(
    regionZones(regions, usual),
    counts,
    weeks.map(() => usual),
  );
  if (mostLikely === undefined) throw new Error('No cluster.');
  const { cases, expected, periods, pValue, score } = mostLikely;
  return [
    'nine eastern provinces over four weeks, as many cases as expected but in Jiangsu, Anhui and Shanghai, which have',
    `14, 12 and 9 more in each of the last two. The most likely cluster: ${cases} cases in the last ${periods} weeks, ${rounded(expected)}`,
    `expected, score ${rounded(score)}, p ${rounded(pValue)} over all zones and windows.`,
  ].join(' ');
}
