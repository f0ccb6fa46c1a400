import pg from 'pg';

const { types } = pg;
type Parse = (text: string) => unknown;

/** `2026-01-31 12:34:56.789+00` as `2026-01-31T12:34:56.789Z`, which Temporal.Instant reads; infinity stays as it is. */
function instantOf(text: string): string {
  return text
    .replace(' ', 'T')
    .replace(/([+-]\d\d)$/, '$1:00')
    .replace(/\+00:00$/, 'Z');
}

/** A 64-bit integer as a number; one that a number cannot hold exactly stays text. */
function integerOf(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

// A day as a JavaScript Date is midnight of the server's own time zone: in others it is the day before.
const parsers = new Map<number, Parse>([
  [types.builtins.INT8, integerOf],
  [types.builtins.NUMERIC, Number],
  [types.builtins.DATE, (text) => text],
  [types.builtins.TIMESTAMPTZ, instantOf],
]);
const arrays = new Map<number, number>([
  [1016, types.builtins.INT8],
  [1231, types.builtins.NUMERIC],
  [1182, types.builtins.DATE],
  [1185, types.builtins.TIMESTAMPTZ],
]);
const textsOf: Parse = types.getTypeParser(1009 as number);
for (const [array, element] of arrays) {
  parsers.set(array, (text) => each(textsOf(text), parsers.get(element)!));
}

function each(value: unknown, parse: Parse): unknown {
  if (Array.isArray(value)) return value.map((inner) => each(inner, parse));
  return typeof value === 'string' ? parse(value) : value;
}

/** How PostgreSQL's values come back in Tandem: integers and decimals as numbers, days and instants as strings, the rest as pg does. */
export const ourTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? types.getTypeParser(oid, format as 'text'),
};
