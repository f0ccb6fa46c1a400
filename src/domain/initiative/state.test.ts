import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Followed, initiativeStates, stateAfter } from './state.ts';

const states = fc.constantFrom(...initiativeStates);
const followed: fc.Arbitrary<Followed> = fc.record({
  state: states,
  heard: fc.option(states),
  typed: fc.boolean(),
});

test('the first answer is taken, unless a person has spoken since it was linked', () => {
  assert.equal(stateAfter({ state: 'planned', heard: null, typed: false }, 'done'), 'done');
  assert.equal(stateAfter({ state: 'planned', heard: null, typed: true }, 'done'), 'planned');
});

test('what a person said stands until the issue changes, and a drop stands after that too', () => {
  assert.equal(stateAfter({ state: 'done', heard: 'in progress', typed: true }, 'in progress'), 'done');
  assert.equal(stateAfter({ state: 'done', heard: 'in progress', typed: true }, 'planned'), 'planned');
  assert.equal(stateAfter({ state: 'dropped', heard: 'in progress', typed: true }, 'done'), 'dropped');
  assert.equal(stateAfter({ state: 'dropped', heard: 'dropped', typed: false }, 'planned'), 'planned');
});

test('the same answer twice changes nothing the second time, and a state is one of the two that were there', () => {
  fc.assert(
    fc.property(followed, states, (before, says) => {
      const state = stateAfter(before, says);
      assert.ok(state === before.state || state === says);
      const typed = before.typed && state === before.state;
      assert.equal(stateAfter({ state, heard: says, typed }, says), state);
    }),
  );
});
