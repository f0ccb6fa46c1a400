import assert from 'node:assert/strict';
import test from 'node:test';
import type { PanelRow } from '#contract/judgements.ts';
import { groupHealthOf } from './group-health.ts';
import type { PanelLine } from './panel-view.ts';

const line = (status: PanelRow['status'], sense: PanelRow['sense'] = null) =>
  ({ row: { status, sense } }) as PanelLine;

test('a group is told by counts, the gravest first, and nought is left out', () => {
  const lines = [
    line('healthy', 'improvement'),
    line('no threshold'),
    line('breach', 'deterioration'),
    line('healthy', 'deterioration'),
    line('overdue'),
  ];
  assert.deepEqual(
    groupHealthOf(lines).map(({ count, words }) => `${count} ${words}`),
    [
      '1 in breach',
      '1 overdue',
      '2 healthy',
      '1 no threshold',
      '2 signals for the worse',
      '1 signal for the better',
    ],
  );
  assert.deepEqual(groupHealthOf([]), []);
});
