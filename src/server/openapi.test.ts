import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { operations } from '#contract/index.ts';
import { openApi, openApiText } from './openapi.ts';

test('the OpenAPI document is valid by the schema of OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(openApiText()));
  assert.ok(valid, JSON.stringify(errors, null, 2));
  assert.equal(validator.version, '3.1');
});

test('it describes every operation once, and every reference leads somewhere', () => {
  const document = openApi();
  const described = Object.values(document.paths).flatMap((path) => Object.values(path));
  assert.deepEqual(described.map(({ operationId }) => operationId).sort(), [...operations.keys()].sort());
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!);
  assert.ok(references.length > 0);
  for (const reference of new Set(references)) {
    const [start, part, group, name] = reference.split('/') as [string, 'components', string, string];
    assert.equal(`${start}/${part}`, '#/components', reference);
    const groups = document.components as Record<string, Record<string, unknown>>;
    assert.ok(groups[group]?.[name], `${reference} leads nowhere`);
  }
});

test('docs/openapi.json is what the contract says', () => {
  const file = join(import.meta.dirname, '..', '..', 'docs', 'openapi.json');
  assert.ok(
    readFileSync(file, 'utf8') === openApiText(),
    'docs/openapi.json is older than the contract: run `npx tandem openapi > docs/openapi.json` and commit it',
  );
});
