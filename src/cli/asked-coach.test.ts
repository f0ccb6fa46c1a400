import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAskedOfServer } from './asked-coach.ts';

const lines: [string, boolean][] = [
  ['', false],
  ['--help', false],
  ['check goals.md', false],
  ['check - --format jsonl', false],
  ['classify report what we learnt', false],
  ['classify --text=Churn', true],
  ['check --kind objective --subject 1', true],
  ['report --cycle 1', true],
  ['set-aside --kind kpi', true],
  ['take-up 1', true],
];

for (const [line, expected] of lines)
  test(`tandem coach ${line} is answered ${expected ? 'by a server' : 'here'}`, () =>
    assert.equal(isAskedOfServer(line.split(' ').filter(Boolean)), expected));
