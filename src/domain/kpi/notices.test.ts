import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shift } from '#domain/time/period.ts';
import { judge } from './judge.ts';

function noticesOf(values: readonly number[]) {
  return judge({
    facts: {
      unit: { kind: 'number' },
      decimals: 2,
      direction: 'higher',
      cadence: 'quarterly',
      addsUp: 'mean',
    },
    readings: values.map((value, at) => ({ period: shift('2004-Q1', at), value })),
    ...{ thresholds: [], phases: [], ruleSet: 'wheeler', today: '2026-03-04' },
    ...{ calendar: { yearStartsIn: 1 }, graceDays: 3 },
  });
}

// The same numbers each time, and no pattern in them: a multiplicative generator.
function chance(count: number): number[] {
  let state = 20_260_304;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  });
}

test('values that move by a few steps only have unreliable limits, and more decimals are asked for', () => {
  const { notices } = noticesOf(chance(40).map((each) => Math.round(each) + 5));
  const found = notices.find(({ kind }) => kind === 'few ranges');
  assert.match(found?.sentence ?? '', /move by only [123] different steps?.*more decimals/);
});

test('as many different steps as values are no news', () => {
  assert.ok(noticesOf(chance(40)).notices.every(({ kind }) => kind !== 'few ranges'));
});

test('values that cling to the one before make only points beyond a limit a signal, and no phase is proposed', () => {
  const clinging: number[] = [];
  for (const each of chance(80)) clinging.push(0.9 * (clinging.at(-1) ?? 0) + each);
  const { notices, phases, proposal } = noticesOf(clinging);
  const found = notices.find(({ kind }) => kind === 'autocorrelated');
  assert.match(found?.sentence ?? '', /clings.*Count what is new in each period/);
  assert.ok(phases.flatMap(({ signals }) => signals).every(({ rule }) => rule === 'beyond-limits'));
  assert.equal(proposal, null);
});

test('values that swing back are told so', () => {
  const swinging: number[] = [];
  for (const each of chance(80)) swinging.push(-0.8 * (swinging.at(-1) ?? 0) + each);
  const found = noticesOf(swinging).notices.find(({ kind }) => kind === 'autocorrelated');
  assert.match(found?.sentence ?? '', /swings back.*moved from one period into the next/);
});

test('values without memory are listened to by every rule', () => {
  assert.ok(noticesOf(chance(80)).notices.every(({ kind }) => kind !== 'autocorrelated'));
});
