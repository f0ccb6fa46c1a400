import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FormulaEntry, formulaFaults, readFormula, type Standing } from './definition-formulas.ts';

const standing: Standing = {
  kpis: new Map([
    ['lost', { name: 'Lost customers', cadence: 'monthly' }],
    ['customers', { name: 'Customers', cadence: 'monthly' }],
    ['calls', { name: 'Calls', cadence: 'weekly' }],
    ['churn', { name: 'Churn', cadence: 'monthly' }],
    ['revenue', { name: 'Revenue', cadence: 'yearly' }],
  ]),
  edges: [
    { from: 'lost', to: 'churn' },
    { from: 'customers', to: 'churn' },
  ],
};

function entry(key: string, formula: string, row = 2): FormulaEntry {
  return { key, row, formula, name: key.toUpperCase(), cadence: 'monthly' };
}

const faults = (entries: FormulaEntry[], left = new Map<string, number>()) =>
  Object.fromEntries(formulaFaults(entries, new Map([['mrr', { cadence: 'monthly' }]]), left, standing));

describe('a formula in a file of definitions', () => {
  it('is brought into the usual form, or its fault is told with the column of the cell', () => {
    assert.deepEqual(readFormula('=lost/customers'), { formula: 'lost / customers' });
    assert.deepEqual(readFormula('Lost / (customers)'), { formula: 'lost / customers' });
    const broken = readFormula('=lost / ');
    assert.match(
      'fault' in broken ? broken.fault : '',
      /^column 9: .*belongs in a column called definition$/,
    );
  });

  it('reads KPIs that are there and KPIs of the same file', () => {
    assert.deepEqual(faults([entry('a', 'b / mrr'), entry('b', 'churn + monthly(calls)')]), {});
  });

  it('is refused for a KPI that there is not, and for one of a slower cadence', () => {
    assert.deepEqual(
      faults([entry('a', 'lost / custmers'), entry('b', 'revenue / 12'), entry('c', 'calls')]),
      {
        a: 'column 8: there is no KPI custmers',
        b: 'column 1: revenue is yearly and this KPI is monthly: a formula reads KPIs of its own cadence or faster ones',
        c: 'column 1: calls is weekly and this KPI is monthly: write monthly(calls)',
      },
    );
  });

  it('is refused with the path of the circle that it would close, in the file and through what is there', () => {
    assert.deepEqual(
      faults([entry('a', 'b + 1'), entry('b', 'c + 1'), entry('c', 'a + 1'), entry('d', 'mrr')]),
      {
        a: 'column 1: this formula would depend on itself: A → C → B → A',
        b: 'column 1: this formula would depend on itself: B → A → C → B',
        c: 'column 1: this formula would depend on itself: C → B → A → C',
      },
    );
    assert.deepEqual(faults([entry('lost', 'churn * customers'), entry('a', 'a + 1')]), {
      lost: 'column 1: this formula would depend on itself: LOST → Churn → LOST',
      a: 'column 1: this formula would depend on itself: A → A',
    });
  });

  it('falls with what it reads, with the row where the reason stands', () => {
    assert.deepEqual(
      faults(
        [entry('a', 'b + 1', 4), entry('b', 'none', 5), entry('c', 'a + churn', 6), entry('d', 'gone', 7)],
        new Map([['gone', 9]]),
      ),
      {
        b: 'column 1: there is no KPI none',
        d: 'column 1: gone cannot be created, for the reason in row 9',
        a: 'column 1: b cannot be created, for the reason in row 5',
        c: 'column 1: a cannot be created, for the reason in row 4',
      },
    );
  });
});
