import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refused } from '#contract/refused.ts';
import type { Carried } from './rest.ts';
import { operationOf } from './security.ts';

const megabyte = 2 ** 20;

/** How many bytes the body of an operation may have: files are read by imports only. */
function mostBytes(operation: string | undefined): number {
  if (operation?.startsWith('imports.')) return 64 * megabyte;
  return operation === 'readings.recordMany' ? 8 * megabyte : megabyte;
}

/** Refuses bodies that are too large before they are read. */
export function limitBodies(): MiddlewareHandler<Carried> {
  const limits = new Map<number, MiddlewareHandler>();
  return (context, next) => {
    const maxSize = mostBytes(operationOf(context));
    const onError = () => {
      throw new Refused(
        'too_large',
        `The request is larger than ${maxSize / megabyte} MB: send it in parts.`,
      );
    };
    const limit: MiddlewareHandler = limits.get(maxSize) ?? bodyLimit({ maxSize, onError });
    limits.set(maxSize, limit);
    return limit(context, next);
  };
}
