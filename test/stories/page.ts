import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../../docs/stories/', import.meta.url);

/** Compares a page of docs/stories with what the story says now; writes it anew when UPDATE_STORIES is set. */
export function assertPage(name: string, text: string): void {
  const file = new URL(name, folder);
  if (process.env.UPDATE_STORIES) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  }
  assert.equal(readFileSync(file, 'utf8'), text, `docs/stories/${name} says something else than the story`);
}
