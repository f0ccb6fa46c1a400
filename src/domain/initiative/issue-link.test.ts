import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readIssueLink } from './issue-link.ts';
import type { Site } from './tracker.ts';

type Case = [address: string, tracker: string | null, site: string | null, key: string | null];

const cases: Case[] = [
  ['https://github.com/acme/app/issues/12', 'github', 'https://github.com', 'acme/app#12'],
  ['https://www.github.com/acme/app/issues/12#issuecomment-9', 'github', 'https://github.com', 'acme/app#12'],
  ['https://github.com/acme/app.js/pull/7/files', 'github', 'https://github.com', 'acme/app.js#7'],
  ['  https://github.com/acme/app/issues/12?a=b  ', 'github', 'https://github.com', 'acme/app#12'],
  ['https://github.com/acme/app/issues', null, null, null],
  ['https://github.com/acme/app/issues/twelve', null, null, null],
  ['https://github.com/acme/app/issues/0', null, null, null],
  ['https://github.com/acme/../issues/1', null, null, null],
  ['https://gitlab.com/group/project/-/issues/3', 'gitlab', 'https://gitlab.com', 'group/project#3'],
  ['https://gitlab.com/a/b/c/-/work_items/3', 'gitlab', 'https://gitlab.com', 'a/b/c#3'],
  ['https://gitlab.com/group/project/issues/3', 'gitlab', 'https://gitlab.com', 'group/project#3'],
  [
    'https://gitlab.com/group/project/-/merge_requests/8/diffs',
    'gitlab',
    'https://gitlab.com',
    'group/project!8',
  ],
  [
    'https://git.acme.example/group/project/-/issues/3',
    'gitlab',
    'https://git.acme.example',
    'group/project#3',
  ],
  ['https://git.acme.example:8443/g/p/-/issues/3', 'gitlab', 'https://git.acme.example:8443', 'g/p#3'],
  ['https://acme.atlassian.net/browse/PROJ-45', 'jira', 'https://acme.atlassian.net', 'PROJ-45'],
  ['https://acme.atlassian.net/browse/proj-45', 'jira', 'https://acme.atlassian.net', 'PROJ-45'],
  [
    'https://acme.atlassian.net/jira/software/projects/PROJ/boards/1?selectedIssue=PROJ-45',
    'jira',
    'https://acme.atlassian.net',
    'PROJ-45',
  ],
  [
    'https://acme.atlassian.net/jira/core/projects/PROJ/issues/PROJ-7',
    'jira',
    'https://acme.atlassian.net',
    'PROJ-7',
  ],
  ['https://acme.atlassian.net/wiki/spaces/PROJ', null, null, null],
  ['https://example.com/jira/browse/PROJ-45', 'jira', 'https://example.com/jira', 'PROJ-45'],
  ['http://jira.lan:8080/browse/AB_C1-2', 'jira', 'http://jira.lan:8080', 'AB_C1-2'],
  ['https://app.asana.com/0/1200000000/1200000001/f', 'asana', 'https://app.asana.com', '1200000001'],
  ['https://app.asana.com/1/99/project/12/task/13', 'asana', 'https://app.asana.com', '13'],
  ['https://trello.com/c/aB3dE6fG/12-write-answers', 'trello', 'https://trello.com', 'aB3dE6fG'],
  ['https://linear.app/acme/issue/ENG-123/write-answers', 'linear', 'https://linear.app', 'ENG-123'],
  ['https://linear.app/acme/project/x', null, null, null],
  // Gitea and Forgejo write theirs as GitHub does, so that without an account nobody can tell.
  ['https://codeberg.org/acme/app/issues/12', null, null, null],
  ['https://example.org/', null, null, null],
  ['https://github.com.evil.example/acme/app/issues/12', null, null, null],
];

test('an address says which tracker, where, and which issue; an unknown one is a plain link', () => {
  for (const [address, tracker, site, key] of cases) {
    const link = readIssueLink(address);
    assert.ok(!('fault' in link), address);
    assert.deepEqual([link.tracker, link.site, link.key], [tracker, site, key], address);
  }
});

const sites: Site[] = [
  { kind: 'github', address: 'https://ghe.acme.example' },
  { kind: 'gitlab', address: 'https://example.com/gitlab' },
  { kind: 'gitlab', address: 'https://git.acme.example' },
  { kind: 'jira', address: 'https://work.acme.example' },
];

test('what an address alone does not say, the trackers that are connected say', () => {
  const read = (address: string) => {
    const link = readIssueLink(address, sites);
    return 'fault' in link ? link.fault : [link.tracker, link.site, link.key];
  };
  assert.deepEqual(read('https://ghe.acme.example/acme/app/issues/12'), [
    'github',
    'https://ghe.acme.example',
    'acme/app#12',
  ]);
  assert.deepEqual(read('https://example.com/gitlab/group/project/-/issues/3'), [
    'gitlab',
    'https://example.com/gitlab',
    'group/project#3',
  ]);
  assert.deepEqual(read('https://git.acme.example/Group/project/issues/3'), [
    'gitlab',
    'https://git.acme.example',
    'Group/project#3',
  ]);
  assert.deepEqual(read('https://work.acme.example/projects/OPS/issues/OPS-3'), [
    'jira',
    'https://work.acme.example',
    'OPS-3',
  ]);
  assert.deepEqual(read('https://example.com/gitlabber/group/project/issues/3'), [null, null, null]);
});

test('what is no address of the web is refused, and so is one with a password', () => {
  for (const text of [
    'acme/app#12',
    '',
    'javascript:alert(1)',
    'ftp://example.org/1',
    'file:///etc/passwd',
    'PROJ-45',
  ]) {
    const link = readIssueLink(text);
    assert.ok('fault' in link && /no address of the web/.test(link.fault), text);
  }
  const secret = readIssueLink('https://ada:secret@github.com/acme/app/issues/1');
  assert.ok(
    'fault' in secret && /holds a user or a password/.test(secret.fault) && !/secret/.test(secret.fault),
  );
});

test('whatever the path, a key is one that stays below its site, and reading an address again gives the same', () => {
  const parts = fc.constantFrom(
    'acme',
    'app',
    '..',
    '.',
    '-',
    'issues',
    'pull',
    'browse',
    'PROJ-1',
    '7',
    '%2e%2e',
    '%2F',
    'a b',
    'ü',
  );
  const hosts = fc.constantFrom(
    'github.com',
    'gitlab.com',
    'acme.atlassian.net',
    'git.example.org',
    'example.com',
  );
  fc.assert(
    fc.property(hosts, fc.array(parts, { maxLength: 8 }), (host, path) => {
      const link = readIssueLink(`https://${host}/${path.join('/')}`, sites);
      assert.ok(!('fault' in link));
      assert.deepEqual(readIssueLink(link.address, sites), link);
      if (link.key === null) return;
      assert.match(link.key, /^[\w./-]+([#!][1-9]\d*)?$/);
      assert.doesNotMatch(link.key, /(^|\/)\.{1,2}(\/|#|!|$)/);
      assert.ok(link.address.startsWith(`${link.site}/`));
    }),
  );
});
