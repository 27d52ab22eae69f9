import * as contracts from '@tocsin/contracts';
import { z } from 'zod';

/** What an endpoint of libs/contracts looks like: a method, a path, and the zod shapes it has. */
interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType;
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && typeof value.path === 'string';

/** Every endpoint the contracts name, with that name. */
export const endpoints = (): [string, Endpoint][] =>
  Object.entries(contracts).flatMap(([name, value]) =>
    isEndpoint(value) ? [[name, value] as [string, Endpoint]] : [],
  );

/** The OpenAPI 3.1 document, made from the contracts alone: what is documented is what is checked. */
export function openApi(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, endpoint] of endpoints()) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tocsin 诉警', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ session: [] }, { key: [] }],
    paths,
    components: {
      schemas: { Problem: shape(contracts.Problem, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'tocsin_session' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(name: string, { path, query, body, reply }: Endpoint) {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    operationId: name,
    parameters: [...inPath, ...(query === undefined ? [] : queryParameters(query))],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: shape(body, 'input') } } } }),
    responses: {
      '2XX': {
        description: 'As asked for.',
        ...(reply && { content: { 'application/json': { schema: shape(reply, 'output') } } }),
      },
      default: {
        description: 'What went wrong.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function queryParameters(query: z.ZodObject) {
  const { properties = {}, required = [] } = shape(query, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** JSON Schema of a zod shape; what JSON Schema cannot say is left open. */
function shape(type: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return schema;
}
