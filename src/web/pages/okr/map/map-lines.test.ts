import assert from 'node:assert/strict';
import test from 'node:test';
import { sizes } from './map-cards.ts';
import { lineOf, linesOf, lineWords } from './map-lines.ts';

const objective = (id: string) => ({ id, kind: 'objective' as const });
const at = { top: [0, 0], low: [340, 200], lower: [340, 300], csat: [680, 200] } as const;
const cards = [objective('top'), objective('low'), objective('lower'), { id: 'csat', kind: 'kpi' as const }];

test('links of a kind are one path from right sides to left sides, those between objectives on top', () => {
  const lines = linesOf(
    cards,
    [
      { from: 'top', to: 'low', kind: 'contributes to' },
      { from: 'top', to: 'lower', kind: 'contributes to' },
      { from: 'low', to: 'csat', kind: 'improves' },
      // Folded away: it has no place.
      { from: 'top', to: 'gone', kind: 'supports' },
    ],
    { at },
  );
  assert.deepEqual(
    lines.map(({ kind }) => kind),
    ['improves', 'contributes to'],
  );
  const { width, height } = sizes.objective;
  const [improves, contributes] = lines;
  assert.match(
    improves!.ways,
    new RegExp(`^M${340 + width},${200 + height / 2}C.* 680,${200 + sizes.kpi.height / 2}$`),
  );
  assert.equal(contributes!.ways.match(/M/g)?.length, 2);
  assert.equal(contributes!.ends.match(/M/g)?.length, 2);
});

test('the mark is at the objective above, or at the KPI, and each kind has a mark of its own', () => {
  const marks = lineWords.map(([kind]) => lineOf(kind, 100, 50, 200, 50).ends);
  assert.equal(new Set(marks).size, lineWords.length);
  const near = marks.map((mark) => Number(/^M([\d.]+)/.exec(mark)?.[1]));
  assert.deepEqual(
    near.map((x) => (x < 150 ? 'above' : 'KPI')),
    ['above', 'above', 'KPI', 'KPI', 'KPI'],
  );
});

test('a long link is dashed at its ends only, and its parts meet', () => {
  const long = lineOf('supports', 0, 0, 400, -6_000);
  const [above, below] = long.ways.split('M').slice(1);
  assert.match(above!, /^0,0C/);
  assert.match(below!, /400,-6000$/);
  assert.equal(long.middles.slice(1).split('C')[0], above!.split(' ').at(-1));
  assert.equal(long.middles.split(' ').at(-1), below!.split('C')[0]);
  const dashed = Math.abs(Number(above!.split(',').at(-1)));
  assert.ok(dashed > 140 && dashed < 170, `${dashed} px are dashed`);
  assert.equal(lineOf('supports', 0, 0, 400, -300).middles, '');
  assert.equal(lineOf('contributes to', 0, 0, 400, -6_000).middles, '');
});
