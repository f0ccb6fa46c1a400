import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** How long a journey waits for one thing, in ms. */
export const patience = 30_000;

/** Reads again and again until what is read equals what is expected; fails with the difference when patience is over. */
export async function until<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  const seen = await lastRead(read, (value) => isSame(value, expected));
  assert.deepEqual(seen, expected);
}

/** Reads again and again until what is read passes, and gives it; fails with what was read last, and with what was wanted. */
export async function untilIt<T>(
  read: () => T | Promise<T>,
  passes: (value: T) => boolean,
  wanted: string,
): Promise<T> {
  const seen = await lastRead(read, passes);
  assert.ok(passes(seen), `${wanted}; read was ${JSON.stringify(seen)}`);
  return seen;
}

/** What passes, or at the end of patience what was read last; a read that fails is made again, for the page may be on its way to another. */
async function lastRead<T>(read: () => T | Promise<T>, passes: (value: T) => boolean): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      const value = await read();
      if (passes(value) || performance.now() > end) return value;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await pause(25);
  }
}

function isSame(value: unknown, expected: unknown): boolean {
  try {
    assert.deepEqual(value, expected);
    return true;
  } catch {
    return false;
  }
}

/** Waits until a page has an answer of this path, and has drawn what it says: for what is looked for and must not be there. */
export async function answered(page: Page, path: string): Promise<void> {
  await page.waitForFunction((wanted) => {
    const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return asked.some(({ name, responseEnd }) => new URL(name).pathname === wanted && responseEnd > 0);
  }, path);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
}
