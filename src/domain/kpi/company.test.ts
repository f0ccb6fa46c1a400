import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Direction, KpiFacts } from './definition.ts';
import { capabilitySentence } from './explain.ts';
import { gapOf } from './gap.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import type { Point } from './series.ts';
import type { Unit } from './unit.ts';

const folder = new URL('../../../../shared/data/company/', import.meta.url);
const skip = existsSync(folder)
  ? false
  : 'the company data (../shared/data/company) is not beside this clone';

type Truth = { kind: string; at?: number };

function rows(name: string): string[][] {
  const text = readFileSync(new URL(name, folder), 'utf8').trim();
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

function optional(cell: string | undefined): number | undefined {
  return cell ? Number(cell) : undefined;
}

function unitNamed(name: string): Unit {
  if (name === '%') return { kind: 'percent' };
  if (name === 'EUR') return { kind: 'currency', code: 'EUR' };
  if (name === 'minutes' || name === 'hours' || name === 'days' || name === 'months') {
    return { kind: 'duration', unit: name };
  }
  return name === 'scale 1-5' ? { kind: 'scale', from: 1, to: 5 } : { kind: 'number' };
}

function panel(): Map<string, { facts: KpiFacts; judgement: Judgement; truth: Truth; points: Point[] }> {
  const truths: Record<string, Truth> = JSON.parse(
    readFileSync(new URL('company-truth.json', folder), 'utf8'),
  );
  const readings = Map.groupBy(rows('company-readings.csv'), ([key]) => key!);
  return new Map(
    rows('company-kpis.csv').map(([key, , unit, direction, cadence, way, floor, ceiling, desired, by]) => {
      const facts = {
        unit: unitNamed(unit!),
        decimals: 1,
        direction: direction as Direction,
        cadence: cadence as KpiFacts['cadence'],
        addsUp: way as KpiFacts['addsUp'],
      };
      const points = readings.get(key!)!.map(([, period, value, numerator, denominator]) => ({
        period: period!,
        value: Number(value),
        numerator: optional(numerator),
        denominator: optional(denominator),
      }));
      const judgement = judge({
        facts,
        readings: points,
        thresholds: [
          {
            from: '2023-01-01',
            floor: optional(floor),
            ceiling: optional(ceiling),
            desired: optional(desired),
            desiredBy: by || undefined,
          },
        ],
        phases: [],
        ruleSet: 'wheeler',
        today: '2026-11-22',
        calendar: { yearStartsIn: 1 },
        graceDays: 3,
      });
      return [key!, { facts, judgement, truth: truths[key!]!, points }];
    }),
  );
}

describe('the panel of the company', { skip }, () => {
  const kpis = skip ? (new Map() as ReturnType<typeof panel>) : panel();
  const of = (...kinds: string[]) => {
    const found = [...kpis].filter(([, { truth }]) => kinds.includes(truth.kind));
    assert.notEqual(found.length, 0, `no series is ${kinds}`);
    return found;
  };

  it('shows every KPI', () => assert.equal(kpis.size, 24));

  it('hears the series that shifted, in the right sense, and proposes a phase near the shift', () => {
    for (const [key, { judgement, truth, points, facts }] of of('shift-up', 'shift-down')) {
      const better = (truth.kind === 'shift-up') === (facts.direction === 'higher');
      assert.equal(judgement.speaking?.sense, better ? 'improvement' : 'deterioration', key);
      assert.equal(judgement.trend, better ? 'improving' : 'worsening', key);
      const proposed = points.findIndex(({ period }) => period === judgement.proposal?.from);
      assert.ok(
        Math.abs(proposed - truth.at!) <= 9,
        `${key} is proposed to break at ${proposed}, not ${truth.at}`,
      );
    }
  });

  it('hears the outlier of the week before last, and the long trends', () => {
    for (const [key, { judgement }] of of('outlier')) {
      assert.deepEqual(
        [judgement.speaking?.rule, judgement.speaking?.period],
        ['beyond-limits', '2026-W45'],
        key,
      );
    }
    for (const [key, { judgement }] of of('trend', 'improving')) {
      assert.deepEqual([judgement.speaking?.sense, judgement.trend], ['improvement', 'improving'], key);
    }
    for (const [key, { judgement }] of of('declining')) {
      assert.deepEqual([judgement.speaking?.sense, judgement.trend], ['deterioration', 'worsening'], key);
    }
  });

  it('stays quiet over noise, gaps, a crossing of zero and a season', () => {
    for (const [key, { judgement }] of of('noise', 'gaps', 'crosses-zero', 'seasonal')) {
      assert.equal(judgement.speaking, null, key);
    }
    for (const [key, { judgement }] of of('seasonal')) {
      assert.equal(judgement.season?.period, 52, key);
      assert.ok(
        judgement.notices.some(({ kind }) => kind === 'seasonal'),
        key,
      );
    }
    for (const [key, { judgement, truth }] of kpis) {
      assert.equal(judgement.season !== null, truth.kind === 'seasonal', key);
    }
  });

  it('calls the stale one overdue, and no other', () => {
    for (const [key, { judgement, truth }] of kpis) {
      assert.equal(judgement.status === 'overdue', truth.kind === 'stale', key);
    }
  });

  it('tells capable, hit and miss and not capable apart', () => {
    for (const [key, { judgement }] of of('capable')) assert.equal(judgement.capability, 'capable', key);
    for (const [key, { judgement }] of of('hit-and-miss'))
      assert.equal(judgement.capability, 'hit and miss', key);
    for (const [key, { judgement, facts }] of of('not-capable')) {
      assert.match(capabilitySentence(judgement, facts), /is what this process normally does/, key);
    }
    assert.equal(kpis.get('resolved-first')?.judgement.capability, 'not capable');
  });

  it('puts what is not capable on top of the gaps and says why', () => {
    for (const [key, { judgement, facts }] of of('not-capable')) {
      const gap = gapOf(judgement, facts, 1)!;
      assert.ok(gap.kind === 'not capable' || gap.kind === 'hit and miss', key);
      assert.ok(gap.units > 0, key);
    }
  });
});
