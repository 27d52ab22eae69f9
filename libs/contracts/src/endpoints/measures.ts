import { z } from 'zod';
import { bases, dimensions } from '../dimension.ts';
import { measureIds } from '../measure/measures.ts';
import { measureClocks } from '../measure/sums.ts';
import { Sentence } from '../scalars.ts';

/** The catalogue of measures: what may be asked for, and what exactly each figure is. */
export const ListMeasures = {
  method: 'GET',
  path: '/api/v1/measures',
  reply: z.object({
    measures: z.array(
      z.object({
        id: z.enum(measureIds),
        kind: z.enum(['sum', 'ratio', 'rate', 'quantile', 'works']),
        label: Sentence,
        unit: Sentence,
        definition: Sentence,
        clock: z.enum(measureClocks),
        /** Whether parts add up to the whole. */
        additive: z.boolean(),
        worse: z.enum(['more', 'less', 'neither']),
        /** The one basis it is told on; null: the one asked for. */
        basis: z.enum(bases).nullable(),
      }),
    ),
    dimensions: z.array(z.enum(dimensions)),
  }),
} as const;
export type ListMeasuresReply = z.infer<typeof ListMeasures.reply>;
