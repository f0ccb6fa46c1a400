import * as z from 'zod';

/** A JSON schema of the dialect that OpenAPI 3.1 speaks (2020-12). */
export type JsonSchema = { [name: string]: unknown };

type Way = 'input' | 'output';

/** JSON schemas of a set of zod schemas; those with an id are kept once, as components. */
export type Schemas = {
  /** The schema of what is sent (`input`) or answered (`output`), with references to the components. */
  of(schema: z.ZodType, way: Way): JsonSchema;
  /** All schemas with an id, by the name that references use. */
  components: Record<string, JsonSchema>;
};

const local = '#/$defs/';

/**
 * The JSON schemas of all that is sent and answered. One with an id may read differently on its two ways, because a default
 * makes a field optional on the way in: then the one that is sent is called `…Input`.
 */
export function schemas(all: { input: z.ZodType; output: z.ZodType }[]): Schemas {
  const found: Record<Way, Map<string, JsonSchema>> = { input: new Map(), output: new Map() };
  for (const each of all)
    for (const way of ['input', 'output'] as const)
      for (const [id, schema] of Object.entries(converted(each[way], way).$defs)) found[way].set(id, schema);
  const differing = differingIds(found.input, found.output);
  const nameOf = (id: string, way: Way) => (way === 'input' && differing.has(id) ? `${id}Input` : id);
  const named = (['output', 'input'] as const).flatMap((way) =>
    [...found[way]].map(([id, schema]): [string, JsonSchema] => [
      nameOf(id, way),
      pointed(schema, (inner) => nameOf(inner, way)),
    ]),
  );
  return {
    of: (schema, way) => pointed(converted(schema, way).own, (id) => nameOf(id, way)),
    components: Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function converted(schema: z.ZodType, way: Way): { own: JsonSchema; $defs: Record<string, JsonSchema> } {
  const { $schema: _, $defs = {}, ...own } = z.toJSONSchema(schema, { io: way });
  return { own, $defs: $defs as Record<string, JsonSchema> };
}

// One that reads the same but refers to one that does not, differs too.
function differingIds(input: Map<string, JsonSchema>, output: Map<string, JsonSchema>): Set<string> {
  const both = [...input.keys()].filter((id) => output.has(id));
  const differing = new Set(
    both.filter((id) => JSON.stringify(input.get(id)) !== JSON.stringify(output.get(id))),
  );
  for (let before = -1; before !== differing.size; ) {
    before = differing.size;
    for (const id of both)
      if (referred(input.get(id)!).some((inner) => differing.has(inner))) differing.add(id);
  }
  return differing;
}

function referred(schema: JsonSchema): string[] {
  return [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map((match) => match[1]!);
}

/** The schema with its references leading to the document's components instead of its own definitions. */
function pointed(schema: JsonSchema, nameOf: (id: string) => string): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' && value.startsWith(local)
      ? `#/components/schemas/${nameOf(value.slice(local.length))}`
      : value,
  );
}
