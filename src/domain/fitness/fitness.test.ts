import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causes } from './cause.ts';
import { facts } from './example.ts';
import type { FitnessFacts } from './facts.ts';
import { fitnessOf } from './fitness.ts';
import { urgencyOf } from './urgency.ts';

const no = { targets: 0, guardrails: 0, improves: 0 };

test('a KPI that is fit in all five says so', () => {
  const fitness = fitnessOf(facts());
  assert.equal(fitness.sentence, '5 of 5: fit for use.');
  assert.deepEqual(
    fitness.findings.map(({ cause, verdict }) => [cause, verdict]),
    causes.map((cause) => [cause, 'fit']),
  );
});

const cases: [more: Partial<FitnessFacts>, sentence: string][] = [
  [{ hasDefinition: false }, '3 of 5: it is not said how it is counted; 1 cannot be said yet.'],
  [{ hasOwner: false, readers: { owner: null, others: 6, acknowledged: 6 } }, '4 of 5: nobody owns it.'],
  [{ hasThreshold: false, hasPurpose: false }, '5 of 5: fit for use.'],
  [{ pillar: null }, '4 of 5: it is tied to no pillar and no objective.'],
  [{ pillar: null, ties: { ...no, guardrails: 1 } }, '5 of 5: fit for use.'],
  [{ pillar: null, isTiedAbove: true }, '5 of 5: fit for use.'],
  [
    { readers: { owner: true, others: 6, acknowledged: 0 } },
    '4 of 5: nobody but the owner has acknowledged the definition.',
  ],
  [
    { readers: { owner: false, others: 6, acknowledged: 0 } },
    '4 of 5: nobody has acknowledged the definition.',
  ],
  [
    { readers: { owner: true, others: 6, acknowledged: 3 } },
    '4 of 5: 3 of 6 in its team have acknowledged the definition.',
  ],
  [{ readers: { owner: true, others: 6, acknowledged: 4 } }, '5 of 5: fit for use.'],
  [{ readers: { owner: true, others: 0, acknowledged: 0 } }, '5 of 5: fit for use.'],
  [
    { readers: { owner: false, others: 6, acknowledged: 6 } },
    '4 of 5: the owner has not acknowledged the definition.',
  ],
  [{ arrivals: { newest: '2026-02-01', codes: '+++++++l+++l' } }, '5 of 5: fit for use.'],
  [{ arrivals: { newest: '2026-02-01', codes: '+++l+++l+++l' } }, '4 of 5: 3 of 12 values came late.'],
  [{ arrivals: { newest: '2026-02-01', codes: '++++-+++++P+' } }, '4 of 5: 1 period of 12 has no value.'],
  [{ arrivals: { newest: '2026-02-01', codes: '+P++P+++++P+' } }, '4 of 5: 3 of 12 values were corrected.'],
  [{ same: { run: 5, repeats: 1, pairs: 19 } }, '4 of 5: it stands still at 42.'],
  [{ arrivals: { newest: '2026-02-01', codes: '++' } }, '4 of 5: 1 cannot be said yet.'],
  [{ arrivals: null, created: '2026-03-01' }, '4 of 5: 1 cannot be said yet.'],
  [{ arrivals: null }, '4 of 5: no value has come in.'],
  [{ arrivals: undefined }, '4 of 5: 1 cannot be said yet.'],
  [{ counters: 0 }, '4 of 5: it has no counter-metric.'],
  [{ counters: 0, isCounteredAbove: true }, '5 of 5: fit for use.'],
  [{ load: { kpis: 11, limit: 10 } }, '4 of 5: its owner carries 11 KPIs.'],
  [{ load: { kpis: 10, limit: 10 } }, '5 of 5: fit for use.'],
  [
    { counters: 0, load: { kpis: 11, limit: 10 } },
    '4 of 5: it has no counter-metric and its owner carries 11 KPIs.',
  ],
  [
    { pillar: null, counters: 0 },
    '3 of 5: it is tied to no pillar and no objective; it has no counter-metric.',
  ],
];
for (const [more, sentence] of cases)
  test(`${JSON.stringify(more)} reads "${sentence}"`, () => {
    assert.equal(fitnessOf(facts(more)).sentence, sentence);
  });

test('what has asked for a decision for a quarter is to mend, unless somebody decided or aims at it', () => {
  const balanced = (more: Partial<FitnessFacts>) => fitnessOf(facts(more)).findings.at(-1)!;
  const long = { what: 'breach', since: '2025-12-01' } as const;
  assert.equal(
    balanced({ asks: long }).sentence,
    'It has been in breach since 2025-12-01, and led to no decision in a quarter.',
  );
  assert.equal(balanced({ asks: { what: 'gap', since: '2026-02-01' } }).verdict, 'fit');
  const decided = (on: string, acceptedUntil: string | null = null) => ({ on, acceptedUntil });
  assert.equal(balanced({ asks: long, decided: decided('2025-12-10') }).verdict, 'to mend');
  assert.equal(balanced({ asks: long, decided: decided('2025-12-11') }).verdict, 'fit');
  assert.equal(balanced({ asks: long, decided: decided('2025-06-01', '2026-03-12') }).verdict, 'fit');
  assert.equal(balanced({ asks: long, decided: decided('2025-06-01', '2026-03-11') }).verdict, 'to mend');
  assert.equal(balanced({ asks: long, ties: { ...no, targets: 1 } }).verdict, 'fit');
  // A guardrail asks that it is not harmed, which closes no gap.
  assert.equal(balanced({ asks: long, ties: { ...no, guardrails: 1 } }).verdict, 'to mend');
});

test('a frozen value says how improbable it is', () => {
  const { sentence } = fitnessOf(facts({ same: { run: 5, repeats: 1, pairs: 19 } })).findings[3]!;
  assert.equal(
    sentence,
    'The last 5 values are all 42, where 1 of 19 neighbours were equal before: by chance that comes once in 12,000 times.',
  );
});

test('every finding that is to mend says what to do and who can, and no other does', () => {
  let read = 0;
  for (const [more] of cases)
    for (const { verdict, short, mend, by, sentence } of fitnessOf(facts(more)).findings) {
      assert.ok(sentence.endsWith('.'), sentence);
      for (const each of [short, mend, by]) assert.equal(each !== null, verdict === 'to mend');
      read++;
    }
  assert.ok(read > 100);
});

test('urgency grows with weight, with the key results that rely on it, and with the cause', () => {
  assert.equal(urgencyOf('reliable', 2, { ties: no }), 10);
  assert.equal(urgencyOf('reliable', 1, { ties: { targets: 1, guardrails: 1, improves: 9 } }), 15);
  assert.equal(urgencyOf('aligned', 1, { ties: { targets: 9, guardrails: 9, improves: 0 } }), 4);
});
