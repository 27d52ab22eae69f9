import { expect, it } from 'vitest';
import { endpoints, openApi } from './openapi.ts';

it('documents every endpoint of the contracts, with its parameters', () => {
  const { paths } = openApi('1');
  expect(Object.keys(paths).length).toBeGreaterThan(10);
  for (const [name, { path, method }] of endpoints()) {
    const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(operation, name).toMatchObject({ operationId: name });
  }
  const series = paths['/api/v1/series']?.['get'] as { parameters: { name: string; required: boolean }[] };
  expect(series.parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual(['from', 'until']);
});

it('is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(openApi('1')))).toMatchObject({ openapi: '3.1.0' });
});
