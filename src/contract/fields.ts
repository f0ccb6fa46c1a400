import * as z from 'zod';
import { isDay } from '#domain/time/day.ts';

/** The shapes that many operations share. */

export const Id = z.uuid().meta({ id: 'Id' });

export const Day = z
  .string()
  .refine(isDay, 'is not a day: write it as year-month-day, such as 2026-01-31')
  .meta({ id: 'Day', format: 'date' });

export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= '0001-01-02', 'is before the first day that can be stored')
  .meta({ id: 'Instant' });

export const Period = z
  .string()
  .max(10)
  .regex(
    /^\d{4}(-(\d{2}|\d{2}-\d{2}|W\d{2}|Q[1-4]))?$/,
    'is not a period: 2026-01-31, 2026-W05, 2026-01, 2026-Q1 or 2026',
  )
  .meta({ id: 'Period' });

/** A finite number; JSON has no NaN or Infinity, and 1e400 reads as Infinity. */
export const Value = z.number();

/** A text that people read on one line. PostgreSQL stores no NUL. */
export const Line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/\p{Cc}/u.test(text), 'has a control character: write it as plain text on one line');

/** A longer text, possibly empty. */
export const Note = z
  .string()
  .trim()
  .max(5_000)
  .refine(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
    (text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text),
    'has a control character that is neither a tab nor a new line',
  );

export const Reason = Note.min(1).meta({ description: 'why, in words' });

export const Key = z
  .string()
  .min(1)
  .max(80)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'is not a key: small letters, digits and single hyphens, such as first-response',
  )
  .meta({ id: 'Key' });

export const Done = z.strictObject({ done: z.literal(true) }).meta({ id: 'Done' });
