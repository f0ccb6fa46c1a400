import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advice } from './advice.ts';

const objective = (title: string, count: number, team: string | null = null) => ({
  title,
  team,
  keyResults: Array.from({ length: count }),
});
const name = (team: string | null) => team ?? 'The organisation';

test('three objectives with two to five key results each need no advice', () => {
  assert.deepEqual(advice([objective('a', 2), objective('b', 3), objective('c', 5)], name), []);
});

test('a team with six objectives is told that five are enough', () => {
  const six = Array.from({ length: 6 }, (_, index) => objective(`o${index}`, 3, 'Support'));
  assert.deepEqual(advice(six, name), [
    'Support has 6 objectives: 3 to 5 are as many as a team can push at once.',
  ]);
});

test('an objective with none, one or six key results is named', () => {
  const found = advice([objective('none', 0), objective('one', 1), objective('six', 6)], name);
  assert.deepEqual(
    found.map((each) => each.split(':')[0]),
    ['“none” has no key result', '“one” has 1 key result', '“six” has 6 key results'],
  );
});
