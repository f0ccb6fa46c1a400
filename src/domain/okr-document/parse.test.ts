import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { OkrDocument } from './document.ts';
import { parseOkrDocument } from './parse.ts';

const file = new URL('../../../../shared/data/okrs/okrs-fy21-q1.md', import.meta.url);
const skip = existsSync(file) ? false : '../shared is not there';

/** Objectives by their titles, with their key results, in short. */
function short({ objectives, teams }: OkrDocument) {
  return objectives.map(({ title, team, owner, keyResults }) => [
    teams.find(({ line }) => line === team)?.name ?? '',
    owner ?? '',
    title,
    keyResults.map((each) => each.title),
  ]);
}

const marta = [
  '',
  '',
  'Be the café that the street loves',
  ['70% of guests return within a month', 'Raise rating from 4.1 to 4.6'],
];

const styles: [string, string][] = [
  [
    'nested lists',
    '- Be the café that the street loves\n  - 70% of guests return within a month\n  - Raise rating from 4.1 to 4.6',
  ],
  [
    'numbered lists',
    '1. Be the café that the street loves\n   1. 70% of guests return within a month\n   2. Raise rating from 4.1 to 4.6',
  ],
  [
    'labels',
    'Objective: Be the café that the street loves\nKR1: 70% of guests return within a month\nKR2: Raise rating from 4.1 to 4.6',
  ],
  [
    'labels in a list',
    '- O1: Be the café that the street loves\n- KR 1.1: 70% of guests return within a month\n- KR 1.2 Raise rating from 4.1 to 4.6',
  ],
  [
    'bold labels',
    '**Objective 1:** Be the café that the street loves\n\n- **KR1:** 70% of guests return within a month\n- **KR2:** Raise rating from 4.1 to 4.6',
  ],
  [
    'headings',
    '# OKRs Q3 2026\n## Objective: Be the café that the street loves\n### Key results\n* 70% of guests return within a month\n* Raise rating from 4.1 to 4.6',
  ],
  [
    'a heading that is the objective',
    '## Be the café that the street loves\n\n- [x] 70% of guests return within a month\n- [ ] Raise rating from 4.1 to 4.6',
  ],
  [
    'a bold line',
    '**Be the café that the street loves**\n\n- 70% of guests return within a month\n- Raise rating from 4.1 to 4.6',
  ],
  [
    'pictures and labels under a bold title',
    '**Q2 2022 OKRs**\n\n🎯 **Objective 1: Be the café that the street loves**\n📈 KR1.1: 70% of guests return within a month\n📈 KR1.2: Raise rating from 4.1 to 4.6',
  ],
  [
    'underlined headings',
    'OKRs 2026 Q1\n===\n\nBe the café that the street loves\n---\n1) 70% of guests return within a month\n2) Raise rating from 4.1 to 4.6',
  ],
  [
    'a heading with parts below it',
    '# OKRs 2026\n## Be the café that the street loves\n- 70% of guests return within a month\n\n### Stretch\n- Raise rating from 4.1 to 4.6',
  ],
  [
    'a table',
    '| Objective | Key result | Score |\n|---|---|---|\n| Be the café that the street loves | 70% of guests return within a month | 0.7 |\n| | Raise rating from 4.1 to 4.6 | 0.2 |',
  ],
];

for (const [style, text] of styles)
  test(`an objective with two key results is read from ${style}`, () =>
    assert.deepEqual(short(parseOkrDocument(text)), [marta]));

const messy = `# Hospital OKRs, FY26-Q2

> Written in March.

## Wards
- Nursing: Free the nurses from paperwork => Mostly
    - Hours of paperwork a shift from 2.5 to 1 (owner: Ada King) => 1.4 (0.73)
      which took longer than we thought
      - Dictate notes at the bedside
    - [x] 9 of 13 weeks without a missed handover
    - Waiting time: 45 min → 20 min by 2026-06-15
    - CSAT at least 4.7 for three consecutive months [0.4]
    - Sign @ben.li 12 new agency nurses

### Emergency
Outlook is good.
- Nobody waits in the corridor
  Owner: Chen Wu
  Score: 0.3

\`\`\`
- not a goal
\`\`\``;

test('owners, outcomes, scores, dates, notes and initiatives are taken from around a goal', () => {
  const { cycle, teams, objectives, lines } = parseOkrDocument(messy);
  assert.equal(cycle, 'FY26-Q2');
  assert.deepEqual(
    teams.map(({ name, above }) => [name, above]),
    [
      ['Wards', undefined],
      ['Emergency', 5],
    ],
  );
  const [nursing, corridor] = objectives;
  assert.deepEqual(
    [nursing!.owner, nursing!.title, nursing!.outcomes],
    ['Nursing', 'Free the nurses from paperwork', ['Mostly']],
  );
  assert.deepEqual([corridor!.owner, corridor!.score, corridor!.team], ['Chen Wu', 0.3, 15]);
  const [hours, weeks, waiting, csat, sign] = nursing!.keyResults;
  assert.deepEqual(
    [hours!.owner, hours!.outcomes, hours!.title],
    ['Ada King', ['1.4 (0.73)'], 'Hours of paperwork a shift from 2.5 to 1'],
  );
  assert.deepEqual(
    [hours!.notes, hours!.initiatives],
    [['which took longer than we thought'], ['Dictate notes at the bedside']],
  );
  assert.deepEqual(hours!.guess.measure, { kind: 'move', baseline: 2.5, target: 1 });
  assert.deepEqual(
    [weeks!.outcomes, weeks!.guess.measure],
    [['done'], { kind: 'hit rate', planned: 13, cadence: 'weekly' }],
  );
  assert.deepEqual(
    [waiting!.deadline, waiting!.guess.measure, waiting!.guess.unit],
    ['2026-06-15', { kind: 'move', baseline: 45, target: 20 }, { kind: 'duration', unit: 'minutes' }],
  );
  assert.deepEqual(
    [csat!.score, csat!.guess.measure],
    [0.4, { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' }],
  );
  assert.deepEqual(
    [sign!.owner, sign!.title, sign!.guess.measure],
    ['ben.li', 'Sign 12 new agency nurses', { kind: 'move', baseline: 0, target: 12 }],
  );
  assert.deepEqual(
    lines.filter(({ kind }) => kind === 'not understood').map(({ line }) => line),
    [21, 22, 23],
  );
});

test('a heading that names who aims, or what came of it, is an objective with its key results below', () => {
  const { cycle, objectives } = parseOkrDocument(
    '# CY20-Q4 OKRs\n## Distribution: Make deploying a breeze. => 0.6\n- Beyang, Ryan: All docs are moved => 80% of them\n- ✅ Ship the chart',
  );
  assert.equal(cycle, 'CY20-Q4');
  assert.deepEqual(
    objectives.map(({ title, owner, score, keyResults }) => [
      ...[title, owner, score],
      keyResults.map((each) => [each.owner, each.title, each.outcomes]),
    ]),
    [
      [
        'Make deploying a breeze.',
        'Distribution',
        0.6,
        [
          ['Beyang, Ryan', 'All docs are moved', ['80% of them']],
          [undefined, 'Ship the chart', ['done']],
        ],
      ],
    ],
  );
});

test('on a list of what is done the last percentage is what came of it, and words after a name are about the goal', () => {
  const { objectives } = parseOkrDocument(
    '### Objective 1: Be fast\n**Owner**: @jane — committed\n- [x] KR1: Load from 3.2s to 1.0s **(100%)**\n- [ ] KR2: 80% below 1 s — 60%',
  );
  assert.deepEqual([objectives[0]!.owner, objectives[0]!.notes], ['jane', ['committed']]);
  assert.deepEqual(
    objectives[0]!.keyResults.map(({ title, outcomes }) => [title, outcomes]),
    [
      ['Load from 3.2s to 1.0s', ['100%', 'done']],
      ['80% below 1 s', ['60%']],
    ],
  );
});

test('a list that says what its items are holds for those below it, and what stands beside key results is of the objective', () => {
  const { objectives } = parseOkrDocument(
    '1. Grow\n   - Key results\n     - $1M ARR => 85%\n   - Owner: Cleo\n2. Hire\n   1. 8 engineers',
  );
  assert.deepEqual(
    objectives.map(({ title, owner, keyResults }) => [title, owner, keyResults.map((each) => each.title)]),
    [
      ['Grow', 'Cleo', ['$1M ARR']],
      ['Hire', undefined, ['8 engineers']],
    ],
  );
});

test('what a label or the head of a column says in passing is kept', () => {
  const { objectives } = parseOkrDocument(
    'Objective: Close more\n- KR1 (Ana): Win rate 20 % (baseline: 14 %)\n- Stretch KR: a big logo\n\n| KR | Q1 |\n|--|--|\n| Coverage 3x → 4x | 3.5x |',
  );
  assert.deepEqual(
    objectives[0]!.keyResults.map(({ owner, notes }) => [owner, notes]),
    [
      ['Ana', []],
      [undefined, ['Stretch']],
      [undefined, ['Q1: 3.5x']],
    ],
  );
  assert.deepEqual(objectives[0]!.keyResults[0]!.guess.measure, { kind: 'move', baseline: 14, target: 20 });
});

test('a person can say that a line is something else', () => {
  const text = '- Grow the choir\n  - 40 singers by May\n- Sell out the spring concert';
  const said = parseOkrDocument(text, new Map([[3, 'key result' as const]]));
  assert.deepEqual(short(said), [
    ['', '', 'Grow the choir', ['40 singers by May', 'Sell out the spring concert']],
  ]);
});

test('a document of a company is read whole: every line is something, and its outcomes stand by their key results', {
  skip,
}, () => {
  const { cycle, lines, teams, objectives } = parseOkrDocument(readFileSync(file, 'utf8'));
  assert.equal(cycle, 'FY21-Q1');
  assert.equal(lines.length, 154);
  assert.deepEqual(
    lines.filter(({ kind }) => kind === 'not understood'),
    [],
  );
  assert.deepEqual(
    [teams.length, objectives.length, objectives.flatMap((each) => each.keyResults).length],
    [12, 29, 73],
  );
  const security = objectives.find(({ title }) => title.startsWith('Resolve issues'))!;
  assert.equal(teams.find(({ line }) => line === security.team)!.name, 'Distribution');
  assert.equal(security.keyResults[0]!.score, 1);
  assert.match(security.keyResults[0]!.outcomes[0]!, /^100%: We have not yet lost a deal/);
  assert.equal(objectives.filter(({ owner }) => owner === 'VP Marketing').length, 3);
});

test('whatever is pasted, every line comes out once and in order', () => {
  const words = fc.constantFrom(
    '# Team',
    '- Objective: grow',
    '  - KR: 3 of 4',
    '|a|b|',
    '|---|---|',
    '```',
    '> x',
    '=> done',
    'Owner:',
    '',
    '\t* [x] y',
    '**z**',
    '| Objective | KR |',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 12 })), { maxLength: 20 }), (given) => {
      const text = given.join('\n');
      const { lines, objectives } = parseOkrDocument(text);
      assert.equal(lines.map((line) => line.text).join('\n'), text.replaceAll(/\r\n|\r/g, '\n'));
      const goals = new Set(
        objectives.flatMap(({ line, keyResults }) => [line, ...keyResults.map((each) => each.line)]),
      );
      for (const { line, kind } of lines)
        if (kind === 'objective' || kind === 'key result') assert.ok(goals.has(line));
    }),
  );
});
