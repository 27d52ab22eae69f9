import {
  Detector,
  type DetectorInfo,
  FeedRule,
  type RuleDetectorName,
  ScanRule,
  Trigger,
  detectorGrains,
  ruleFields,
} from '@tocsin/contracts';
import { type DetectorWords, detectors, findDetector } from '@tocsin/detection';
import { z } from 'zod';
import { fieldsOf } from './fields.ts';
import { feedWords, peerMedianWords, scanWords, triggerWords } from './other-words.ts';

/** What stands in a rule beside the parameters of what it does. */
const BESIDE = [...Object.keys(ruleFields), 'kind', 'version', 'removed', 'measure', 'basis', 'where', 'grain', 'name'];

/** Every way to watch, as a form needs it: made from the schemas that rules are checked by. */
export const detectorCatalogue = (): DetectorInfo[] => [
  ...inOrder().map((name) => {
    const shape = shapeOf(Detector.options, name);
    const grains = detectorGrains[name];
    return { ...entry('series', name, shape, wordsOf(name)), grains: [...grains], history: historyOf(name, shape) };
  }),
  { ...entry('scan', 'scan', ScanRule, scanWords), grains: ['day', 'week'], history: 52 },
  ...Trigger.options.map((shape) =>
    entry('trigger', shape.shape.name.value, shape, triggerWords[shape.shape.name.value]),
  ),
  entry('missing-feed', 'missing-feed', FeedRule, feedWords),
];

const inOrder = () => Object.keys(detectorGrains) as RuleDetectorName[];

function wordsOf(name: RuleDetectorName): DetectorWords {
  if (name === 'peer-median') return peerMedianWords;
  const { label, description, needs } = detectors[name];
  return { label, description, needs };
}

function shapeOf(options: readonly z.ZodObject[], name: string): z.ZodObject {
  const found = options.find(({ shape }) => (shape['name'] as z.ZodLiteral<string>).value === name);
  if (found === undefined) throw new Error(`No detector ${name}.`);
  return found;
}

function entry(kind: DetectorInfo['kind'], name: string, shape: z.ZodObject, words: DetectorWords): DetectorInfo {
  const own = Object.entries(shape.shape).filter(([parameter]) => !BESIDE.includes(parameter)) as [string, z.ZodType][];
  const { $schema: _, ...parameters } = z.toJSONSchema(z.strictObject(Object.fromEntries(own)), { io: 'input' });
  const defaults = own.flatMap(([parameter, type]) => {
    const found = type.safeParse(undefined);
    return found.success && found.data !== undefined ? [[parameter, found.data] as const] : [];
  });
  return {
    ...{ name, kind, ...words, parameters, defaults: Object.fromEntries(defaults) },
    ...{
      fields: fieldsOf(
        name,
        own.map(([parameter]) => parameter),
      ),
      grains: [],
      history: 0,
    },
  };
}

/** With its defaults; what has no default needs no history either. */
function historyOf(name: string, shape: z.ZodObject): number {
  const options = shape.safeParse({ name });
  return options.success ? (findDetector(name)?.history(options.data) ?? 0) : 0;
}
