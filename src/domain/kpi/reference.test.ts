import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Limits, limits } from './limits.ts';
import { phaseCharts } from './phases.ts';
import { ruleSets } from './rule-sets.ts';
import type { Lines, RuleName } from './rules.ts';
import { adjusted, seasonalFactors } from './seasonal-factors.ts';
import { pattern } from './signals.ts';

type Listed = number[] | { end: number[]; all: number[]; window?: number[] };
type Numbers = Record<string, number | null>;
type Seasonal = Record<'additiveIndex' | 'ratioIndex', number[]> &
  Record<'additive' | 'ratio', Numbers & { beyond: number[] }> & { period: number };
type Expected = Record<string, Listed> &
  Numbers & { median: Numbers; seasonal?: Seasonal; nhs?: Numbers & { flagged: number[] }; qcc?: Numbers };
type Vector = { name: string; values: (number | null)[]; expected: Expected };
type RuleCase = Vector & { given: { cl: number; unpl: number; lnpl: number } };
type PhaseCase = {
  name: string;
  values: (number | null)[];
  breaksAt: number[];
  fixAfter: number | null;
  expected: (Expected & { from: number; to: number; nBaseline: number })[];
};

const source = new URL('../../../../shared/reference/signals-vectors.json', import.meta.url);
const skip = existsSync(source)
  ? false
  : 'the reference vectors (../shared/reference) are not beside this clone';
const reference: { vectors: Vector[]; ruleCases: RuleCase[]; phaseCases: PhaseCase[] } = skip
  ? { vectors: [], ruleCases: [], phaseCases: [] }
  : JSON.parse(readFileSync(source, 'utf8'));

const names: Record<string, RuleName> = {
  beyond: 'beyond-limits',
  mrBeyond: 'range-beyond',
  run7: 'run-of-seven',
  run8: 'run-of-eight',
  run9: 'run-of-nine',
  trend6: 'trend-of-six',
  trend7: 'trend-of-seven',
  twoOfThree: 'two-of-three',
  fourOfFive: 'four-of-five',
  threeOfFour: 'three-of-four',
  alternating14: 'fourteen-alternating',
  hug15: 'fifteen-inside',
  mixture8: 'eight-outside',
};

let comparisons = 0;

function same(actual: unknown, expected: unknown, what: string) {
  comparisons += 1;
  assert.deepEqual(actual, expected, what);
}

function close(actual: number | undefined, expected: number | null | undefined, what: string) {
  comparisons += 1;
  if (expected === null || expected === undefined || actual === undefined) {
    assert.equal(actual ?? null, expected ?? null, what);
    return;
  }
  assert.ok(
    Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${what}: ${actual}, not ${expected}`,
  );
}

function samePatterns(
  values: (number | null)[],
  lines: Lines,
  expected: Expected,
  offset: number,
  what: string,
) {
  for (const [key, rule] of Object.entries(names)) {
    const listed = expected[key];
    if (!listed) continue;
    const found = pattern(rule, values, lines);
    const placed = (indexes: number[]) => indexes.map((index) => index + offset);
    if (Array.isArray(listed)) {
      same(placed(found.ends), listed, `${what} ${key}`);
      continue;
    }
    same(placed(found.ends), listed.end, `${what} ${key} end`);
    same(placed(found.marks), listed.all, `${what} ${key} all`);
    if (listed.window) same(placed(found.windows), listed.window, `${what} ${key} window`);
  }
}

function sameLimits(made: Limits | undefined, expected: Expected, what: string) {
  if (made) close(made.centre, expected.cl, `${what} centre`);
  close(made?.range, expected.mrBar, `${what} mean moving range`);
  close(made?.upper, expected.unpl, `${what} upper limit`);
  close(made?.lower, expected.lnpl, `${what} lower limit`);
  close(made?.upperRange, expected.url, `${what} upper range limit`);
}

describe('the reference vectors', { skip }, () => {
  it('have the limits that R and a second implementation computed, in the mean and in the median variants', () => {
    for (const { name, values, expected } of reference.vectors) {
      const made = limits(values);
      sameLimits(made, expected, name);
      close(made?.sigma, expected.sigma, `${name} sigma`);
      if (expected.qcc) close(made && made.centre + 3 * made.sigma, expected.qcc.ucl, `${name} qcc`);
      const mixed = limits(values, { centre: 'mean', spread: 'median' });
      const medians = limits(values, { centre: 'median', spread: 'median' });
      close(mixed?.upper, expected.median.unplMeanCl, `${name} median ranges, upper`);
      close(mixed?.lower, expected.median.lnplMeanCl, `${name} median ranges, lower`);
      close(medians?.upper, expected.median.unplMedianCl, `${name} medians, upper`);
      close(medians?.lower, expected.median.lnplMedianCl, `${name} medians, lower`);
      close(medians?.upperRange, expected.median.url, `${name} medians, range`);
    }
  });

  it('show every pattern where it completes, at the points that take part and in the windows', () => {
    for (const { name, values, expected } of reference.vectors) {
      const made = limits(values);
      if (made) samePatterns(values, made, expected, 0, name);
    }
  });

  it('are marked by the NHS set exactly where the NHS software marks them', () => {
    for (const { name, values, expected } of reference.vectors) {
      const made = limits(values);
      if (!made || !expected.nhs) continue;
      const marks = new Set(ruleSets.nhs.flatMap((rule) => pattern(rule, values, made).marks));
      same(
        [...marks].sort((a, b) => a - b),
        expected.nhs.flagged,
        `${name} nhs`,
      );
    }
  });

  it('have the seasonal factors and the limits of the adjusted values', () => {
    for (const { name, values, expected } of reference.vectors) {
      if (!expected.seasonal) continue;
      for (const kind of ['additive', 'ratio'] as const) {
        const factors = seasonalFactors(values, expected.seasonal.period, kind);
        factors.forEach((factor, slot) => {
          close(factor, expected.seasonal![`${kind}Index`][slot], `${name} ${kind} factor ${slot}`);
        });
        const unseasonal = adjusted(values, factors, kind);
        const made = limits(unseasonal);
        const wanted = expected.seasonal[kind];
        close(made?.centre, wanted.cl, `${name} ${kind} centre`);
        close(made?.upper, wanted.unpl, `${name} ${kind} upper`);
        close(made?.lower, wanted.lnpl, `${name} ${kind} lower`);
        same(pattern('beyond-limits', unseasonal, made!).ends, wanted.beyond, `${name} ${kind} beyond`);
      }
    }
  });

  it('hold in the cases made for one rule each', () => {
    for (const { name, values, given, expected } of reference.ruleCases) {
      const lines = { centre: given.cl, upper: given.unpl, lower: given.lnpl, upperRange: Number.MAX_VALUE };
      samePatterns(values, lines, expected, 0, name);
    }
  });

  it('hold per phase, with the limits of each phase or of its baseline', () => {
    for (const { name, values, breaksAt, fixAfter, expected } of reference.phaseCases) {
      const charts = phaseCharts(
        values,
        breaksAt.map((from) => ({ from })),
        fixAfter ?? values.length,
      );
      same(charts.length, expected.length, `${name} phases`);
      expected.forEach((wanted, index) => {
        const chart = charts[index]!;
        same([chart.from, chart.to, chart.limits?.count], [wanted.from, wanted.to, wanted.nBaseline], name);
        sameLimits(chart.limits, wanted, `${name} ${index}`);
        samePatterns(
          values.slice(chart.from, chart.to + 1),
          chart.limits!,
          wanted,
          chart.from,
          `${name} ${index}`,
        );
      });
    }
  });

  it('are read in full', (test) => {
    test.diagnostic(
      `${reference.vectors.length} vectors, ${reference.ruleCases.length} rule cases, ${reference.phaseCases.length} phase cases: ${comparisons} comparisons`,
    );
    assert.ok(comparisons > 2000, `only ${comparisons} comparisons were made`);
  });
});
