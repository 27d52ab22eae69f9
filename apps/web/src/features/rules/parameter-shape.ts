import type { DetectorInfo } from '@tocsin/contracts';

/** How a parameter is asked for, as its schema says. */
export type ParameterShape =
  | { readonly as: 'number'; readonly isWhole: boolean }
  | { readonly as: 'choice'; readonly values: readonly string[]; readonly canBeEmpty: boolean }
  | { readonly as: 'yes-no' }
  | { readonly as: 'steps' }
  | { readonly as: 'limit' }
  | { readonly as: 'none' };

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
}

/** What kind of control a parameter takes; `none` where a form cannot ask for it. */
export function parameterShape(parameters: DetectorInfo['parameters'], name: string): ParameterShape {
  const properties = parameters['properties'] as Readonly<Record<string, Schema>> | undefined;
  const schema = properties?.[name] ?? {};
  const inner = schema.anyOf?.find((one) => one.enum !== undefined);
  if (name === 'steps') return { as: 'steps' };
  if (name === 'limit' && schema.type === undefined) return { as: 'limit' };
  if (schema.enum) return { as: 'choice', values: schema.enum, canBeEmpty: false };
  if (inner?.enum) return { as: 'choice', values: inner.enum, canBeEmpty: true };
  if (schema.type === 'boolean') return { as: 'yes-no' };
  if (schema.type === 'number' || schema.type === 'integer')
    return { as: 'number', isWhole: schema.type === 'integer' };
  return { as: 'none' };
}
