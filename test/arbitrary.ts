import fc from 'fast-check';
import type * as z from 'zod';

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  entries?: Record<string, string>;
  values?: unknown[];
};

/** Texts worth trying, such as ids that exist: for a field by its name, and for any other. */
export type Known = { byField: Readonly<Record<string, readonly string[]>>; any: readonly string[] };

type Way = Known & { field: string; noisy: boolean };

const defOf = (schema: z.ZodType) => (schema as unknown as { def: Def }).def;

// Parted at bars and read as JSON texts, so that the list stays one to look at.
const words =
  `|\\u0000|\\u202e|\\ud800|ﷺ|👩‍👩‍👧|%|\\\\|null|true|[]|{kpi}|../../etc|<b>|x|A title|first-response|sales|nps|UTC|EUR
|Europe/Berlin|Pacific/Kiritimati|new@example.org|correct horse battery|YQ==|'; drop table audit; --
|2026-03-04|2026-01-01|2026-02-30|0001-01-01|9999-12-31|2028-02-29|2026|2026-01|2025-12|2026-13|2026-W05|2026-W53|2026-Q1|9999-W53
|2026-03-04T12:00:00Z|2026-03-04T12:00:00+05:30|0000-01-01T00:00:00Z|9999-12-31T23:59:59.999Z|00000000-0000-0000-0000-000000000000
|kpi,period,value\\nnps,2026-01,31\\n|KPI;Jan 2026;Feb 2026\\nNPS;1,5;zwei\\n|a,b\\n'c`
    .replaceAll('\n|', '|')
    .split('|')
    .map((word): string => JSON.parse(`"${word}"`))
    .concat('y'.repeat(201), 'z'.repeat(6_000), ' ', '"');

const numbers = fc
  .sample(fc.double({ noNaN: true }), { numRuns: 10, seed: 1 })
  .concat(0, 1, -1, 2, 3, 5, 7, 10, 100, 2026, 0.5, 0.1, -0.25, 1e15, 2 ** 53, 1e308, -1e308, 5e-324, -0);

/** What has nothing to do with what is asked for. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 'nonsense', [], {}, [[]], [null], { kind: 'nothing' }, -1, 1e21),
  fc.constantFrom<unknown>(Number.NaN, Number.POSITIVE_INFINITY, undefined, '__proto__', { length: 1 }),
);

/** Inputs for a schema: half of them such that it takes them, the others broken in places. */
export function inputsFor(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  return fc.oneof(
    like(schema, { ...known, field: '', noisy: false }),
    like(schema, { ...known, field: '', noisy: true }),
  );
}

function like(schema: z.ZodType, way: Way): fc.Arbitrary<unknown> {
  if (!way.noisy) return fitting(schema, way);
  return fc.oneof({ arbitrary: fitting(schema, way), weight: 20 }, { arbitrary: nonsense, weight: 1 });
}

function fitting(schema: z.ZodType, way: Way): fc.Arbitrary<unknown> {
  const { type, shape, element, innerType, options, keyType, valueType, entries, values } = defOf(schema);
  if (shape) return objects(shape, way);
  if (element) return fc.array(like(element, way), { minLength: way.noisy ? 0 : 1, maxLength: 3 });
  if (options) return fc.oneof(...options.map((each) => like(each, way)));
  if (valueType) return fc.dictionary(texts(keyType!, way), like(valueType, way), { maxKeys: 2 });
  if (innerType) return fc.oneof(like(innerType, way), fc.constant(type === 'nullable' ? null : undefined));
  if (entries) return fc.constantFrom(...Object.values(entries));
  if (values) return fc.constantFrom(...values);
  if (type === 'boolean') return fc.boolean();
  const plausible = type === 'number' ? fc.constantFrom(...taken(schema, numbers)) : texts(schema, way);
  if (!way.noisy) return plausible;
  const any = type === 'number' ? fc.double() : fc.string({ unit: 'binary', maxLength: 30 });
  return fc.oneof({ arbitrary: plausible, weight: 8 }, { arbitrary: any, weight: 1 });
}

function objects(shape: Record<string, z.ZodType>, way: Way): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(shape).map(([field, each]) => [field, like(each, { ...way, field })]),
  );
  const requiredKeys = Object.keys(shape).filter((name) => !shape[name]!.safeParse(undefined).success);
  const whole = fc.record(fields, { requiredKeys });
  if (!way.noisy) return whole;
  const surplus = fc.tuple(whole, nonsense).map(([each, more]) => ({ ...each, surplus: more }));
  return fc.oneof(
    { arbitrary: whole, weight: 20 },
    { arbitrary: fc.record(fields, { requiredKeys: [] }), weight: 1 },
    { arbitrary: surplus, weight: 1 },
  );
}

function texts(schema: z.ZodType, { byField, any, field, noisy }: Way): fc.Arbitrary<string> {
  const [likely, known, general] = [byField[field] ?? [], any, words].map((each) => taken(schema, each));
  const from = (some: string[], weight: number) => ({
    arbitrary: fc.constantFrom(...(some.length > 0 ? some : words)),
    weight,
  });
  const best = [likely, general, known].find((some) => some!.length > 0) ?? words;
  if (!noisy) return fc.oneof(from(best, 9), from(known!.length > 0 ? known! : best, 1));
  return fc.oneof(from(best, 6), from(known!, 1), from(general!, 1), from(words, 1));
}

function taken<T>(schema: z.ZodType, values: readonly T[]): T[] {
  return values.filter((value) => schema.safeParse(value).success);
}
