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

const defOf = (schema: z.ZodType) => (schema as unknown as { def: Def }).def;

const words = [
  ...['', ' ', 'x', 'A title', 'first-response', 'sales', 'nps', 'new@example.org', 'correct horse battery'],
  ...['UTC', 'Europe/Berlin', 'Pacific/Kiritimati', 'EUR', 'wheeler', 'm/d', 'null', 'true', '[]', '{"a":1}'],
  ...['2026-03-04', '2026-01-01', '2026-02-30', '0001-01-01', '9999-12-31', '2028-02-29', '2026-12-31'],
  ...[
    '2026',
    '2026-01',
    '2026-02',
    '2025-12',
    '2026-13',
    '2026-W05',
    '2026-W53',
    '2026-Q1',
    '2026-Q9',
    '9999-W53',
  ],
  ...[
    '2026-03-04T12:00:00Z',
    '2026-03-04T12:00:00+05:30',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
  ],
  ...[
    "'; drop table audit; --",
    '%',
    '\\',
    '\u0000',
    '\u202e',
    'ﷺ',
    '👩‍👩‍👧',
    '\ud800',
    '../../etc',
    '<b>',
    '{kpi}',
  ],
  ...['kpi,period,value\nnps,2026-01,31\n', 'KPI;Jan 2026;Feb 2026\nNPS;1,5;zwei\n', '"', 'a,b\n"c', 'YQ=='],
  ...['00000000-0000-0000-0000-000000000000', 'y'.repeat(201), 'z'.repeat(6_000)],
];

const numbers = [
  0,
  1,
  -1,
  2,
  3,
  5,
  7,
  10,
  12,
  100,
  1_000,
  0.5,
  0.1,
  -0.25,
  1e15,
  2 ** 53,
  1e308,
  -1e308,
  5e-324,
  -0,
];

/** What has nothing to do with what is asked for. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 'nonsense', [], {}, [[]], [null], { kind: 'nothing' }, -1, 1e21),
  fc.constantFrom<unknown>(Number.NaN, Number.POSITIVE_INFINITY, undefined, '__proto__', { length: 1 }),
);

/** Texts worth trying, such as ids that exist: for a field by its name, and for any other. */
export type Known = { byField: Readonly<Record<string, readonly string[]>>; any: readonly string[] };

/** Inputs for a schema: mostly such that it takes them, some broken. */
export function inputsFor(schema: z.ZodType, known: Known, field = ''): fc.Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: fitting(schema, known, field), weight: 40 },
    { arbitrary: nonsense, weight: 1 },
  );
}

function fitting(schema: z.ZodType, known: Known, field: string): fc.Arbitrary<unknown> {
  const { type, shape, element, innerType, options, keyType, valueType, entries, values } = defOf(schema);
  const inside = (inner: z.ZodType, name = field) => inputsFor(inner, known, name);
  if (shape) return objects(shape, inside);
  if (element) return fc.array(inside(element), { maxLength: 3 });
  if (options) return fc.oneof(...options.map((each) => inside(each)));
  if (valueType) return fc.dictionary(takenTexts(keyType!, known, field), inside(valueType), { maxKeys: 2 });
  if (innerType)
    return fc.oneof({ arbitrary: inside(innerType), weight: 5 }, { arbitrary: empty(type), weight: 1 });
  if (entries) return fc.constantFrom(...Object.values(entries));
  if (values) return fc.constantFrom(...values);
  if (type === 'boolean') return fc.boolean();
  if (type === 'number')
    return fc.oneof(fc.constantFrom(...taken(schema, numbers)), fc.double(), fc.integer());
  return fc.oneof(
    { arbitrary: takenTexts(schema, known, field), weight: 8 },
    { arbitrary: fc.constantFrom(...words), weight: 1 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 30 }), weight: 1 },
  );
}

function empty(type: string): fc.Arbitrary<unknown> {
  return fc.constant(type === 'nullable' ? null : undefined);
}

function objects(
  shape: Record<string, z.ZodType>,
  inside: (schema: z.ZodType, name: string) => fc.Arbitrary<unknown>,
) {
  const fields = Object.fromEntries(Object.entries(shape).map(([name, each]) => [name, inside(each, name)]));
  const needed = Object.keys(shape).filter((name) => !shape[name]!.safeParse(undefined).success);
  return fc.oneof(
    { arbitrary: fc.record(fields, { requiredKeys: needed }), weight: 20 },
    { arbitrary: fc.record(fields, { requiredKeys: [] }), weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.record(fields, { requiredKeys: needed }), nonsense)
        .map(([each, surplus]) => ({ ...each, surplus })),
      weight: 1,
    },
  );
}

function takenTexts(schema: z.ZodType, known: Known, field: string): fc.Arbitrary<string> {
  const likely = taken(schema, known.byField[field] ?? []);
  const ours = taken(schema, known.any);
  const any = taken(schema, words);
  const from = (texts: string[], weight: number) => ({
    arbitrary: fc.constantFrom(...(texts.length > 0 ? texts : words)),
    weight,
  });
  return fc.oneof(
    from(likely.length > 0 ? likely : any, 6),
    from(ours.length > 0 ? ours : any, 1),
    from(any, 1),
  );
}

function taken<T>(schema: z.ZodType, values: readonly T[]): T[] {
  const found = values.filter((value) => schema.safeParse(value).success);
  return found.length > 0 ? found : [...values];
}
