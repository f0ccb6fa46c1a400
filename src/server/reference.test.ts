import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { operations } from '#contract/index.ts';
import { reference } from './reference.ts';
import type { Carried } from './rest.ts';

const server = new Hono<Carried>();
reference(server);

test('the reference shows every operation to people who are not signed in, and runs no script', async () => {
  const answer = await server.request('/api/reference');
  assert.equal(answer.status, 200);
  const page = await answer.text();
  for (const name of operations.keys())
    assert.ok(page.includes(`id="${name}"`), `${name} is not in the page`);
  assert.doesNotMatch(page, /<script|<style|style="|\son\w+=/);
  const styles = await server.request('/api/reference.css');
  assert.match(styles.headers.get('content-type') ?? '', /^text\/css/);
});

test('programs read the same document that is committed', async () => {
  const answer = await server.request('/api/openapi.json');
  const document = (await answer.json()) as { openapi: string; paths: object };
  assert.equal(document.openapi, '3.1.0');
  assert.ok(Object.keys(document.paths).length > 0);
});
