import type * as z from 'zod';
import { type Name, operations } from '#contract/index.ts';

type Def = {
  type: string;
  format?: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  valueType?: z.ZodType;
};

const defOf = (schema: z.ZodType) => (schema as unknown as { def: Def }).def;
const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The places in an input where an id may stand, such as `parents[].objective`. */
export function idsOf(schema: z.ZodType, path = ''): string[] {
  const { type, format, shape, element, innerType, options, valueType } = defOf(schema);
  if (type === 'string') return format === 'guid' || format === 'uuid' ? [path] : [];
  if (shape)
    return Object.entries(shape).flatMap(([name, each]) => idsOf(each, path ? `${path}.${name}` : name));
  if (element) return idsOf(element, `${path}[]`);
  if (innerType) return idsOf(innerType, path);
  if (options) return [...new Set(options.flatMap((each) => idsOf(each, path)))];
  return valueType ? idsOf(valueType, `${path}.*`) : [];
}

/** The ids in an input, and where they stand. */
export function idsIn(value: unknown, path = ''): { path: string; id: string }[] {
  if (typeof value === 'string') return id.test(value) ? [{ path, id: value }] : [];
  if (Array.isArray(value)) return value.flatMap((each) => idsIn(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => idsIn(each, path ? `${path}.${name}` : name));
}

/** An input with another id in one of its places. */
export function replaced<T>(value: T, wanted: string, other: string, path = ''): T {
  if (typeof value === 'string') return (path === wanted ? other : value) as T;
  if (Array.isArray(value)) return value.map((each) => replaced(each, wanted, other, `${path}[]`)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    replaced(each, wanted, other, path ? `${path}.${name}` : name),
  ]);
  return Object.fromEntries(entries) as T;
}

const wrongs: unknown[] = ['not a thing!', '', '\u0001', [{}]];

/** An input of an operation with one field that cannot be read, the same at every edge; nothing when all fields take anything. */
export function invalidFor(name: Name, input: Record<string, unknown>): Record<string, unknown> | undefined {
  const { input: schema } = operations.get(name)!;
  for (const [field, each] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    for (const wrong of wrongs) {
      // An empty path is another path, and a list reads a text as its only element.
      if (wrong === '' && field in input) continue;
      if (Array.isArray(wrong) !== (kindOf(each) === 'array')) continue;
      // The command line refuses by itself what is no switch.
      if (kindOf(each) === 'boolean') continue;
      const changed = { ...input, [field]: wrong };
      if (!schema.safeParse(changed).success) return changed;
    }
  }
  return undefined;
}

function kindOf(schema: z.ZodType): string {
  const { type, innerType } = defOf(schema);
  return innerType ? kindOf(innerType) : type;
}
