import { StandardSchemaValidationPipe } from '@nestjs/common';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { asRefusal } from './as-refusal.ts';

const pipe = new StandardSchemaValidationPipe({ exceptionFactory: asRefusal });
const body = z
  .object({ name: z.string(), rows: z.array(z.object({ count: z.number() })).default([]) })
  .refine(({ name }) => name !== 'all', { error: 'name a single one' });

async function refusal(value: unknown): Promise<Refusal> {
  const thrown: unknown = await Promise.resolve()
    .then(() => pipe.transform(value, { type: 'body', schema: body }))
    .catch((error: unknown) => error);
  if (!(thrown instanceof Refusal)) throw new Error(`taken: ${JSON.stringify(thrown)}`);
  return thrown;
}

it.each([[[]], [[{ name: 'a' }]], ['{"name":"a"}'], [5], [null], [undefined]])(
  'says of %j that the body must be an object',
  async (value) => {
    const { facts } = await refusal(value);
    expect(facts.detail).toEqual({
      zh: '请求体必须是一个 JSON 对象（{…}），而不是数组、文本或数字。',
      en: 'The body must be a JSON object ({…}), not an array, a text or a number.',
    });
  },
);

it('names the parameters that are wrong, with a colon of the language', async () => {
  const { facts } = await refusal({ rows: [{ count: 'many' }] });
  expect(facts.detail).toEqual({
    zh: '请更正以下参数：name、rows.0.count',
    en: 'Correct these parameters: name, rows.0.count',
  });
});

it('says what is wrong where no single parameter is', async () => {
  const { facts } = await refusal({ name: 'all' });
  expect(facts.detail?.zh).toBe('请更正以下参数：name a single one');
});
