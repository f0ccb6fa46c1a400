import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { placed } from './map-layout.ts';

const box = (id: string, tier = 1) => ({ id, width: 240, height: 70, tier });
const link = (from: string, to: string) => ({ from, to, isWeak: false });

test('nothing has no size', () => {
  assert.deepEqual(placed({ boxes: [], links: [] }), { at: {}, width: 0, height: 0 });
});

test('what is below stands to the right, and an orphan in the column of its kind', () => {
  const { at } = placed({
    boxes: [box('organisation'), box('team', 2), box('lost team', 2), box('lost person', 3)],
    links: [link('organisation', 'team')],
  });
  assert.equal(at.organisation![0], 0);
  assert.equal(at.team![0], at['lost team']![0]);
  assert.ok(at.team![0] > 240 && at['lost person']![0] > at.team![0] + 240);
});

test('no two boxes lie on each other, everything is inside, and every link leads to the right', () => {
  const forests = fc
    .array(fc.tuple(fc.nat(), fc.nat({ max: 3 })), { minLength: 1, maxLength: 40 })
    .map((rows) => ({
      boxes: rows.map(([, tier], at) => box(`n${at}`, 1 + (tier % 3))),
      links: rows.flatMap(([above, tier], at) =>
        at > 0 && tier > 0 ? [link(`n${above % at}`, `n${at}`)] : [],
      ),
    }));
  fc.assert(
    fc.property(forests, ({ boxes, links }) => {
      const { at, width, height } = placed({ boxes, links });
      for (const one of boxes) {
        const [x, y] = at[one.id]!;
        assert.ok(x >= 0 && y >= 0 && x + one.width <= width && y + one.height <= height);
        for (const other of boxes)
          if (other !== one && at[other.id]![0] === x)
            assert.ok(Math.abs(at[other.id]![1] - y) >= one.height, `${one.id} lies on ${other.id}`);
      }
      for (const { from, to } of links) assert.ok(at[from]![0] + 240 < at[to]![0]);
    }),
    { numRuns: 60 },
  );
});

test('siblings stand below each other in their order beside what they hang on, whatever else they support', () => {
  const weak = (from: string, to: string) => ({ from, to, isWeak: true });
  const families = ['a', 'b', 'c'].flatMap((family) => [0, 1, 2].map((at) => link(family, `${family}${at}`)));
  const { at } = placed({
    boxes: ['top', 'a', 'b', 'c', ...families.map(({ to }) => to)].map((id) => box(id)),
    links: [
      ...['a', 'b', 'c'].map((family) => link('top', family)),
      weak('c', 'a0'),
      ...families,
      weak('a', 'c2'),
    ],
  });
  const column = families.map(({ to }) => at[to]![1]);
  assert.deepEqual(
    column,
    column.toSorted((one, other) => one - other),
  );
  for (const family of ['a', 'b', 'c']) assert.equal(at[family]![1], at[`${family}1`]![1]);
});
