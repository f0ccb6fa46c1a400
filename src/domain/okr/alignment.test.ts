import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Contribution,
  forestProgress,
  type Link,
  lockOrder,
  loopFault,
  loopThrough,
} from './alignment.ts';
import { objectiveProgress } from './objective-progress.ts';

const links = (...pairs: string[]): Link[] => pairs.map((pair) => ({ child: pair[0]!, parent: pair[1]! }));

// A link always points from a higher letter to a lower one, so there is no loop by construction.
const names = 'abcdefghij';
const anyForest: fc.Arbitrary<Link[]> = fc
  .uniqueArray(fc.tuple(fc.nat(9), fc.nat(9)), {
    maxLength: 25,
    selector: ([one, other]) => one * 10 + other,
  })
  .map((pairs) =>
    pairs
      .filter(([child, parent]) => child > parent)
      .map(([child, parent]) => ({ child: names[child]!, parent: names[parent]! })),
  );

function above(id: string, all: readonly Link[]): Set<string> {
  const direct = all.filter((link) => link.child === id).map((link) => link.parent);
  return new Set([...direct, ...direct.flatMap((parent) => [...above(parent, all)])]);
}

test('A parent that would close a loop is found with the whole path', () => {
  const cases: [string, string, Link[], string[] | undefined][] = [
    ['a', 'a', [], ['a', 'a']],
    ['a', 'b', links('ba'), ['a', 'b', 'a']],
    ['a', 'c', links('cb', 'ba'), ['a', 'c', 'b', 'a']],
    ['a', 'd', links('db', 'dc', 'ca', 'be'), ['a', 'd', 'c', 'a']],
    ['a', 'b', links('ab', 'bc'), undefined],
    ['c', 'b', links('ba', 'ca'), undefined],
  ];
  for (const [child, parent, all, path] of cases) assert.deepEqual(loopThrough(child, parent, all), path);
});

test('A loop is refused with the titles along it', () => {
  const titles: Record<string, string> = { a: 'Grow', b: 'Sell' };
  const sentence = loopFault(loopThrough('a', 'b', links('ba')), (id) => titles[id] ?? id);
  assert.match(sentence ?? '', /close a loop: "Grow" → "Sell" → "Grow"/);
  assert.match(loopFault(['a', 'a'], (id) => id) ?? '', /its own parent/);
  assert.equal(
    loopFault(undefined, (id) => id),
    undefined,
  );
});

test('A loop is reported exactly when the child lies above the parent, along links that exist', () => {
  fc.assert(
    fc.property(anyForest, fc.constantFrom(...names), fc.constantFrom(...names), (forest, child, parent) => {
      const path = loopThrough(child, parent, forest);
      assert.equal(path !== undefined, child === parent || above(parent, forest).has(child));
      const steps = path?.slice(1, -1).map((id, index) => ({ child: id, parent: path[index + 2] }));
      for (const step of steps ?? [])
        assert.ok(forest.some((link) => link.child === step.child && link.parent === step.parent));
    }),
  );
});

test('What is locked is the start and all above it, each once, a child before its parents', () => {
  assert.deepEqual(lockOrder(['d'], links('db', 'dc', 'ba', 'ca', 'xa')), ['d', 'b', 'c', 'a']);
  fc.assert(
    fc.property(anyForest, fc.constantFrom(...names), (forest, start) => {
      const order = lockOrder([start], forest);
      assert.deepEqual(new Set(order), new Set([start, ...above(start, forest)]));
      assert.equal(new Set(order).size, order.length);
      for (const { child, parent } of forest)
        if (order.includes(child)) assert.ok(order.indexOf(child) < order.indexOf(parent));
    }),
  );
});

test('Two writers meet the objectives that both lock in one order, so neither waits for the other in a ring', () => {
  const starts = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(anyForest, starts, starts, (forest, one, other) => {
      const [first, second] = [lockOrder(one, forest), lockOrder(other, forest)];
      const onlyShared = (order: string[], rest: string[]) => order.filter((id) => rest.includes(id));
      assert.deepEqual(onlyShared(first, second), onlyShared(second, first));
    }),
  );
});

test('A writer that knows only the links above its start locks in the same order as one that knows all', () => {
  fc.assert(
    fc.property(anyForest, fc.constantFrom(...names), (forest, start) => {
      const known = new Set([start, ...above(start, forest)]);
      assert.deepEqual(
        lockOrder(
          [start],
          forest.filter((link) => known.has(link.child)),
        ),
        lockOrder([start], forest),
      );
    }),
  );
});

test('Links that hold a loop are an error and not an endless walk', () => {
  assert.throws(() => lockOrder(['a'], links('ab', 'bc', 'ca')), RangeError);
  assert.throws(() => lockOrder(['a'], links('aa')), RangeError);
});

test('A chain of 20,000 objectives is climbed without running out of stack', () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => ({
    child: `o${index}`,
    parent: `o${index + 1}`,
  }));
  assert.equal(lockOrder(['o0'], chain).length, 20_001);
  assert.equal(loopThrough('o20000', 'o0', chain)?.length, 20_002);
});

test('A forest is computed from the bottom up, and what only supports does not count', () => {
  const keyResults = [
    { objective: 'c', progress: 0.4, weight: 1 },
    { objective: 'b', progress: 1.5, weight: 1 },
    { objective: 'a', progress: 0, weight: 2 },
  ];
  const contributions: Contribution[] = [
    { child: 'c', parent: 'b', weight: 1 },
    { child: 'b', parent: 'a', weight: 2 },
    { child: 'd', parent: 'a', weight: 9 },
  ];
  const found = forestProgress(['a', 'b', 'c', 'd'], keyResults, contributions);
  assert.deepEqual(
    [...'abcd'].map((id) => found.get(id)),
    [0.35, 0.7, 0.4, undefined],
  );
});

test('Climbing from one changed key result leaves the forest as recomputing all of it does', () => {
  const share = fc.double({ min: -1, max: 2, noNaN: true });
  const grown = fc.tuple(anyForest, fc.array(share, { minLength: 10, maxLength: 10 }), fc.nat(9), share);
  fc.assert(
    fc.property(grown, ([forest, shares, changed, now]) => {
      const contributions = forest.map((link) => ({ ...link, weight: 1 }));
      const keyResults = shares.map((progress, index) => ({ objective: names[index]!, progress, weight: 1 }));
      const stored = forestProgress([...names], keyResults, contributions);
      keyResults[changed]!.progress = now;
      for (const id of lockOrder([names[changed]!], contributions)) {
        const below = contributions.filter((link) => link.parent === id);
        const own = keyResults.filter((keyResult) => keyResult.objective === id);
        stored.set(
          id,
          objectiveProgress(
            own,
            below.map(({ child, weight }) => ({ progress: stored.get(child), weight })),
          ),
        );
      }
      const fresh = forestProgress([...names], keyResults, contributions);
      for (const id of names) assert.equal(stored.get(id), fresh.get(id));
    }),
  );
});
