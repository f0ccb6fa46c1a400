import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type * as z from 'zod';
import { pathFields } from '#contract/operation.ts';
import { isSwitch } from './field-value.ts';
import { commands } from './names.ts';
import { commandOf, commonFlags, inputOf } from './parse.ts';
import { Usage } from './usage.ts';

const parsed = (line: string) => {
  const [noun, verb, ...words] = line.split(' ');
  return inputOf(commandOf(noun!, verb), words);
};

test('path fields stand by their place or as flags, and the others as flags in either spelling', () => {
  const wanted = { kpi: 'churn', period: '2026-01', value: 3 };
  assert.deepEqual(parsed('readings record churn 2026-01 --value 3'), wanted);
  assert.deepEqual(parsed('readings record --value=3 --period 2026-01 churn'), wanted);
  assert.deepEqual(parsed('thresholds record churn 2026-01-01 --desired-by 2026-06-30'), {
    kpi: 'churn',
    from: '2026-01-01',
    desiredBy: '2026-06-30',
  });
  assert.deepEqual(
    parsed('thresholds record churn 2026-01-01 --desiredBy 2026-06-30').desiredBy,
    '2026-06-30',
  );
});

test('numbers may be negative, years stay periods, and what is no number is left to the server', () => {
  assert.equal(parsed('readings record churn 2026 --value -5.25').value, -5.25);
  assert.equal(parsed('readings record churn 2026 --value -5').period, '2026');
  assert.equal(parsed('readings record churn 2026 --value 1e400').value, Number.POSITIVE_INFINITY);
  assert.equal(parsed('readings record churn 2026 --value 1,5').value, '1,5');
});

test('lists are repeated, parted by commas, or JSON', () => {
  const labels = (line: string) => parsed(`kpis create ${line}`).labels;
  assert.deepEqual(labels('--labels a,b'), ['a', 'b']);
  assert.deepEqual(labels('--labels a --labels b'), ['a', 'b']);
  assert.deepEqual(labels('--labels ["a","b"]'), ['a', 'b']);
  assert.deepEqual(labels('--labels='), []);
});

test('nested fields are JSON, and so stay where they are wrong inside', () => {
  assert.deepEqual(parsed('kpis create --unit {"kind":"percent"}').unit, { kind: 'percent' });
  assert.deepEqual(parsed('kpis create --unit {"kind":"mile"}').unit, { kind: 'mile' });
});

test('switches stand alone, and no-… is false or nothing', () => {
  assert.deepEqual(parsed('kpis list --archived'), { archived: true });
  assert.deepEqual(parsed('kpis list --archived false'), { archived: false });
  assert.deepEqual(parsed('kpis list --no-archived'), { archived: false });
  assert.deepEqual(parsed('kpis change churn --no-owner'), { kpi: 'churn', owner: null });
});

test('a field reads its text from a file with -file', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-cli-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'note');
  writeFileSync(path, 'two\nlines');
  assert.equal(parsed(`readings record churn 2026 --note-file ${path}`).note, 'two\nlines');
});

test('a sheet is sent as its bytes, whatever its encoding', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-cli-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'umsätze.csv');
  const bytes = Buffer.from([0x4b, 0x50, 0x49, 0x3b, 0xe4, 0xf6, 0xfc]);
  writeFileSync(path, bytes);
  assert.deepEqual(parsed(`imports preview --content-file ${path}`), {
    content: bytes.toString('base64'),
    encoding: 'base64',
    name: 'umsätze.csv',
  });
});

for (const [line, why] of [
  ['nothing', /no command "nothing"/],
  ['kpis fly', /kpis knows no "fly", but: list/],
  ['kpis', /Say what to do with kpis/],
  ['kpis find', /Say which kpi/],
  ['kpis find churn more', /"more" has no place/],
  ['kpis list --colour red', /has no --colour, but: --archived/],
  ['kpis list --archived=maybe', /--archived is true or false/],
  ['kpis create --key', /--key needs a value/],
  ['kpis create --key --name', /--key needs a value/],
  ['kpis create --key a --key b', /takes --key once/],
  ['kpis create --key-file /nowhere/at/all', /cannot be read \(ENOENT\)/],
  ['kpis change churn --no-name', /has no --no-name/],
] as const)
  test(`"tandem ${line}" is not a command`, () => {
    assert.throws(
      () => parsed(line),
      (fault: Error) => fault instanceof Usage && why.test(fault.message),
    );
  });

test('the flags of every command stand anywhere before --', () => {
  const { common, rest } = commonFlags([
    'kpis',
    '--json',
    'find',
    '--server=http://x',
    '--token',
    't',
    'a',
    '--',
    '--json',
  ]);
  assert.deepEqual(common, { json: true, help: false, server: 'http://x', token: 't' });
  assert.deepEqual(rest, ['kpis', 'find', 'a', '--', '--json']);
});

test('no field has the name of a flag that every command has, unless it stands by its place', () => {
  assert.ok(commands.length > 0);
  for (const { operation } of commands) {
    const fields = Object.keys(operation.input.shape).filter(
      (field) => !pathFields(operation.path).includes(field),
    );
    for (const flag of ['json', 'help', 'server', 'token'])
      assert.ok(!fields.includes(flag), `${operation.name} has a field ${flag}, which --${flag} hides`);
    for (const place of pathFields(operation.path))
      assert.ok(!isSwitch((operation.input.shape as Record<string, z.ZodType>)[place]!));
  }
});
