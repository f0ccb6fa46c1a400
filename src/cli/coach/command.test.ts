import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coach } from './command.ts';

async function said(words: string[], input = '') {
  const [out, err]: [string[], string[]] = [[], []];
  const bytes = (async function* () {
    yield Buffer.from(input);
  })();
  const code = await coach(words, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    input: bytes,
  });
  return { code, out: out.join(''), err: err.join('') };
}

const good = {
  id: 'a',
  kind: 'key_result',
  text: 'Raise NPS from 22 to 40 by calling back',
  context: { period: '2026-Q3' },
};
const bad = { id: 'b', kind: 'key_result', text: 'Launch the portal', context: { period: '2026-Q3' } };
const set = {
  id: 'c',
  kind: 'okr_set',
  objective: 'Improve things',
  key_results: ['Launch the portal', 'Raise NPS from 22 to 40'],
};
const lines = (...goals: object[]) => goals.map((goal) => JSON.stringify(goal)).join('\n');

test('each goal is answered in order, and a problem is exit code 1', async () => {
  const { code, out } = await said(['check', '-', '--format', 'jsonl'], lines(good, bad, set));
  const [first, second, third] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(code, 1);
  assert.deepEqual(first, { id: 'a', findings: [] });
  assert.equal(second.id, 'b');
  assert.deepEqual(
    second.findings.map(({ rule, severity, quote }: Record<string, string>) => [rule, severity, quote]),
    [
      ['activity', 'problem', 'Launch'],
      ['no-number', 'problem', 'Launch the portal'],
    ],
  );
  assert.equal(second.findings[0].repair, 'make it an initiative');
  assert.deepEqual(
    third.findings
      .filter(({ severity }: Record<string, string>) => severity === 'problem')
      .map(({ of, rule }: Record<string, string>) => [of, rule]),
    [
      ['objective', 'says-nothing'],
      ['key_results[0]', 'activity'],
      ['key_results[0]', 'no-number'],
    ],
  );
});

test('in words, the parts of a set are told apart', async () => {
  const { out } = await said(
    ['check', '-'],
    lines({ ...set, key_results: ['Launch the portal', 'Write the guide'] }),
  );
  assert.match(out, /^Improve things\n {2}problem {2}says-nothing: /);
  assert.match(out, /\n {2}problem {2}key result 1: activity \(Launch\): /);
  assert.match(out, /\n {2}problem {2}key result 2: activity \(Write\): /);
  assert.match(out, /\n {2}advice {3}together: all-outputs: /);
});

test('goals without a problem are exit code 0, and are told so in words', async () => {
  assert.deepEqual(await said(['check', '-'], lines(good)), {
    code: 0,
    out: 'Raise NPS from 22 to 40 by calling back\n  nothing to mend\n\n',
    err: '',
  });
});

test('a line that is no goal is named, and the others are still answered', async () => {
  const { code, out, err } = await said(
    ['check', '-', '--format', 'jsonl'],
    `{"id": 1\n{"kind": "wish"}\n${lines(good)}`,
  );
  assert.equal(code, 1);
  assert.match(
    err,
    /^Line 1 is no JSON: .*\nLine 2: "kind" is "wish"; it is one of objective, key_result, kpi, okr_set\.\n$/s,
  );
  assert.equal(out.trim(), '{"id":"a","findings":[]}');
});

test('a sentence is told apart, and what is no command says what would be', async () => {
  assert.match((await said(['classify', 'open', 'a', 'second', 'clinic'])).out, /^initiative: /);
  assert.equal((await said(['classify'])).code, 2);
  assert.match((await said(['grade'])).err, /can check and classify/);
  assert.match((await said(['check', '/no/such/file'])).err, /cannot be read \(ENOENT\)/);
  assert.match((await said(['check', '-', '--format', 'xml'])).err, /--format is jsonl/);
});

test('an OKR document is answered line by line, and what was not understood is named', async () => {
  const text =
    '# OKRs Q3\n- Become the first choice of young families\n  - Launch the portal => done\n  - KR: Raise NPS from 22 to 40 through calls\n|?|\n';
  const { code, out, err } = await said(['check', '-'], text);
  assert.equal(code, 1);
  assert.match(
    out,
    /^line 2: Become the first choice[^\n]*\n {2}nothing to mend\n\nline 3: Launch the portal\n {2}problem {2}activity \(Launch\)/,
  );
  assert.match(out, /line 4: Raise NPS from 22 to 40 through calls\n {2}nothing to mend/);
  assert.equal(err, 'Not understood: line 5.\n');
  const [first] = (await said(['check', '-', '--format', 'jsonl'], text)).out.split('\n');
  assert.deepEqual(JSON.parse(first!), { id: 2, findings: [] });
});
