import type * as z from 'zod';

type Inner = { def: { type: string; innerType?: z.ZodType; element?: z.ZodType } };

/** The schema below optional, nullable and default. */
function bare(schema: z.ZodType): z.ZodType & Inner {
  const { def } = schema as unknown as Inner;
  return def.innerType ? bare(def.innerType) : (schema as z.ZodType & Inner);
}

/** Whether a flag of this schema stands alone: `--archived`. */
export function isSwitch(schema: z.ZodType): boolean {
  return bare(schema).def.type === 'boolean';
}

/** Whether a flag of this schema may be repeated, or hold several values with commas. */
export function isList(schema: z.ZodType): boolean {
  return bare(schema).def.type === 'array';
}

/** The value that `--no-…` gives: false to a switch, nothing to what may be nothing; undefined when neither is possible. */
export function denied(schema: z.ZodType): false | null | undefined {
  if (isSwitch(schema)) return false;
  return schema.safeParse(null).success ? null : undefined;
}

/** The values of a list: JSON, or texts that are repeated or parted by commas. */
export function listValue(schema: z.ZodType, texts: readonly string[]): unknown {
  const element = bare(schema).def.element as z.ZodType;
  return texts.flatMap((text) => {
    const read = /^\s*[[{]/.test(text) ? json(text) : undefined;
    if (read !== undefined) return read;
    return text === '' ? [] : text.split(',').map((each) => fieldValue(element, each.trim()));
  });
}

/**
 * The value that a text stands for: the text itself where the schema takes it, else what it says as JSON. What neither fits is
 * passed on as it is most likely meant, so that the server says what is wrong with it.
 */
export function fieldValue(schema: z.ZodType, text: string): unknown {
  const asText = schema.safeParse(text);
  if (asText.success) return text;
  const read = json(text);
  if (read === undefined) return text;
  if (schema.safeParse(read).success) return read;
  const wrongType = asText.error.issues.some(
    ({ code, path }) => code === 'invalid_type' && path.length === 0,
  );
  return wrongType || typeof read === 'object' ? read : text;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
