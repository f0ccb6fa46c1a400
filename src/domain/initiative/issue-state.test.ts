import assert from 'node:assert/strict';
import { test } from 'node:test';
import { githubStanding, gitlabStanding, jiraStanding } from './issue-state.ts';

test('GitHub: open is planned or, with somebody on it, in progress; closed says why', () => {
  const of = (state: 'open' | 'closed', reason: string | null, assigned = false, merged?: boolean) => {
    const standing = githubStanding({ state, reason, assigned, ...(merged !== undefined && { merged }) });
    return `${standing.state}: ${standing.status}`;
  };
  assert.equal(of('open', null), 'planned: open');
  assert.equal(of('open', 'reopened', true), 'in progress: open, assigned');
  assert.equal(of('closed', 'completed', true), 'done: closed as completed');
  assert.equal(of('closed', null), 'done: closed');
  assert.equal(of('closed', 'not_planned'), 'dropped: closed as not planned');
  assert.equal(of('closed', 'duplicate'), 'dropped: closed as duplicate');
  assert.equal(of('open', null, false, false), 'in progress: open');
  assert.equal(of('closed', null, false, true), 'done: merged');
  assert.equal(of('closed', null, true, false), 'dropped: closed without being merged');
});

test('GitLab: closed is done, unless it is the same as another; a merge request is begun', () => {
  const of = (state: string, { assigned = false, duplicate = false, request = false } = {}) =>
    gitlabStanding({ state, assigned, duplicate, request }).state;
  assert.equal(of('opened'), 'planned');
  assert.equal(of('opened', { assigned: true }), 'in progress');
  assert.equal(of('closed', { assigned: true }), 'done');
  assert.equal(of('closed', { duplicate: true }), 'dropped');
  assert.equal(of('opened', { request: true }), 'in progress');
  assert.equal(of('locked', { request: true }), 'in progress');
  assert.equal(of('merged', { request: true }), 'done');
  assert.equal(of('closed', { request: true }), 'dropped');
});

test('Jira: the category of the status decides, and the words for given up in status or resolution', () => {
  const of = (category: string, status: string, resolution: string | null = null) =>
    jiraStanding({ category, status, resolution }).state;
  assert.equal(of('new', 'To Do'), 'planned');
  assert.equal(of('undefined', 'No category'), 'planned');
  assert.equal(of('indeterminate', 'Waiting for customer'), 'in progress');
  assert.equal(of('done', 'Done', 'Done'), 'done');
  assert.equal(of('done', 'Fertig', 'Erledigt'), 'done');
  assert.equal(of('done', 'Resolved', 'Fixed'), 'done');
  const givenUp = [
    "Won't Do",
    'Won’t Fix',
    'Duplicate',
    'Cannot Reproduce',
    'Declined',
    'Rejected',
    'Canceled',
    'Cancelled',
    'Obsolete',
  ];
  for (const resolution of givenUp) assert.equal(of('done', 'Closed', resolution), 'dropped', resolution);
  assert.equal(of('done', 'Cancelled'), 'dropped');
  // A status of work that goes on may have such a name: its category says that it goes on.
  assert.equal(of('indeterminate', 'Duplicate check'), 'in progress');
  assert.deepEqual(jiraStanding({ category: 'done', status: 'Closed', resolution: 'Fixed' }), {
    state: 'done',
    status: 'Closed (Fixed)',
  });
});
