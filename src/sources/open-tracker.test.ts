import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { TrackerAnswer, TrackerAsk } from '#app/initiative/tracker.ts';
import { recorded } from '../../test/recordings/play.ts';
import { webServer } from '../../test/web-server.ts';
import { openTracker } from './open-tracker.ts';

const bugs: string[] = [];
const { issues, signedInAs } = openTracker({
  clock: () => '2026-04-02T08:00:00Z',
  bug: (report) => bugs.push(report),
});
const never = new AbortController().signal;

function account(kind: TrackerAsk['kind'], address: string, more: Partial<TrackerAsk> = {}): TrackerAsk {
  const token = { github: 'ghp_s3cret', gitlab: 'glpat-s3cret', jira: 'at-s3cret' }[kind];
  return { kind, address, flavour: 'server', user: null, token, allowed: ['127.0.0.1'], ...more };
}

/** Answers as key: state (the tracker's words), or as key! fault; the fault that ended it last. */
function shortly({ answers, fault }: TrackerAnswer): string[] {
  const lines = answers.map((answer) =>
    'fault' in answer
      ? `${answer.key}! ${answer.fault}`
      : `${answer.key}: ${answer.state} (${answer.status})`,
  );
  return fault ? [...lines, `ended: ${fault.message}`] : lines;
}

async function asked(ask: TrackerAsk, ...keys: string[]): Promise<string[]> {
  const before = bugs.length;
  const lines = shortly(await issues(ask, keys, never));
  assert.deepEqual(bugs.slice(before), []);
  return lines;
}

test('GitHub tells how issues and pull requests stand, and follows one that was moved', async (t) => {
  const { url } = await recorded(t, 'github-issues');
  const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => `acme/app#${number}`);
  assert.deepEqual(await asked(account('github', url), ...keys), [
    'acme/app#1: planned (open)',
    'acme/app#2: in progress (open, assigned)',
    'acme/app#3: done (closed as completed)',
    'acme/app#4: dropped (closed as not planned)',
    'acme/app#5: dropped (closed as duplicate)',
    'acme/app#6: in progress (open, assigned)',
    'acme/app#7: in progress (open)',
    'acme/app#8: done (merged)',
    'acme/app#9: dropped (closed without being merged)',
    'acme/app#10: in progress (open, assigned)',
  ]);
  assert.equal(await signedInAs(account('github', url), never), 'tandem-bot');
});

test('what is not there does not keep the others from being told; a limit and a wrong token end it', async (t) => {
  const { url, seen } = await recorded(t, 'github-issues');
  assert.deepEqual(
    await asked(account('github', url), 'acme/app#404', 'acme/app#410', 'acme/closed#1', 'acme/app#1'),
    [
      'acme/app#404! It is not there, or the account may not read it.',
      'acme/app#410! It is not there, or the account may not read it.',
      'acme/closed#1! It is not there, or the account may not read it.',
      'acme/app#1: planned (open)',
    ],
  );
  const busy = await issues(account('github', url), ['acme/app#1', 'acme/busy#1', 'acme/app#2'], never);
  assert.equal(busy.answers.length, 1);
  assert.match(
    busy.fault!.message,
    /takes no more requests for now: it will be asked again after 2026-04-02 08:01/,
  );
  assert.deepEqual([busy.fault!.retry, busy.fault!.after], [true, '2026-04-02T08:01:00.000Z']);
  const count = seen.length;
  const wrong = await issues(account('github', url, { token: 'wrong' }), ['acme/app#1', 'acme/app#2'], never);
  assert.match(wrong.fault!.message, /answered 401, it does not accept the sign-in: Bad credentials/);
  assert.deepEqual([wrong.answers, wrong.fault!.retry, seen.length - count], [[], false, 1]);
  await assert.rejects(signedInAs(account('github', url, { token: 'wrong' }), never), /401/);
});

test('GitLab tells how the issues and merge requests of a project stand, each kind in one request', async (t) => {
  const { url, seen } = await recorded(t, 'gitlab-issues');
  const own = (sign: string, ...numbers: number[]) =>
    numbers.map((each) => `acme/support/desk${sign}${each}`);
  const lines = await asked(account('gitlab', url), ...own('#', 1, 2, 3, 4, 5, 6), ...own('!', 1, 2, 3));
  assert.deepEqual(lines, [
    'acme/support/desk#1: planned (open)',
    'acme/support/desk#2: in progress (open, assigned)',
    'acme/support/desk#3: done (closed)',
    'acme/support/desk#4: dropped (closed as duplicate)',
    'acme/support/desk#5! It was moved to another project: link it where it is now.',
    'acme/support/desk#6! It is not there, or the account may not read it.',
    'acme/support/desk!1: in progress (open)',
    'acme/support/desk!2: done (merged)',
    'acme/support/desk!3: dropped (closed without being merged)',
  ]);
  assert.equal(seen.length, 2);
  assert.deepEqual(await asked(account('gitlab', url), 'acme/none#1', 'acme/none#2', 'acme/down#1'), [
    'acme/none#1! It is not there, or the account may not read it.',
    'acme/none#2! It is not there, or the account may not read it.',
    `ended: ${new URL(url).host} answered 503: GitLab is not responding`,
  ]);
  assert.equal(await signedInAs(account('gitlab', url), never), 'tandem-bot');
  await assert.rejects(signedInAs(account('gitlab', url, { token: 'wrong' }), never), /401 Unauthorized/);
});

const standings = [
  'SUP-1: planned (To Do)',
  'SUP-2: in progress (In Review)',
  'SUP-3: done (Done)',
  "SUP-4: dropped (Closed (Won't Do))",
  'SUP-5: dropped (Cancelled)',
  'SUP-9! It is not there, or the account may not read it.',
];
const jiraKeys = ['SUP-1', 'SUP-2', 'SUP-3', 'SUP-4', 'SUP-5', 'SUP-9'];

test('Jira tells how its issues stand by the category of their status, in the cloud and on a server below a path', async (t) => {
  const { url, seen } = await recorded(t, 'jira-issues');
  const cloud = account('jira', url, { flavour: 'cloud', user: 'ada@acme.example' });
  assert.deepEqual(await asked(cloud, ...jiraKeys), standings);
  const server = account('jira', `${url}/jira`);
  assert.deepEqual(await asked(server, ...jiraKeys), standings);
  assert.equal(seen.length, 2);
  assert.equal(await signedInAs(cloud, never), 'Ada Byron');
  assert.equal(await signedInAs(server, never), 'Tandem');
  const unnamed = await issues({ ...cloud, token: null }, ['SUP-1'], never);
  assert.match(unnamed.fault!.message, /token of this account is missing/);
});

test('a tracker at a private address is asked only where that is allowed', async (t) => {
  const { url } = await recorded(t, 'github-issues');
  const lines = await asked(account('github', url, { allowed: [] }), 'acme/app#1');
  assert.match(lines[0]!, /^ended: .*an administrator has to allow it in Settings → Connectors/);
});

/** A server that answers every question alike. */
async function answering(t: TestContext, status: number, body: string): Promise<string> {
  const { url } = await webServer(t, (_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body),
  );
  return url;
}

test('whatever a server answers, there is a sentence, and never the token', async (t) => {
  for (const body of [
    '[]',
    '{}',
    'null',
    '"open"',
    '{"state":7}',
    '[{"iid":1}]',
    '{"issues":[null,{"key":"A-1"}]}',
  ])
    for (const [kind, key] of [
      ['github', 'a/b#1'],
      ['gitlab', 'a/b#1'],
      ['jira', 'A-1'],
    ] as const) {
      const [line] = await asked(account(kind, await answering(t, 200, body)), key);
      assert.match(line!, /is not there|without its state/, `${kind} ${body}`);
    }
  const [page] = await asked(account('github', await answering(t, 200, '<html>')), 'a/b#1');
  assert.match(page!, /something that is not JSON/);
  const echo = await answering(t, 400, '{"message":"your token at-s3cret is odd"}');
  assert.deepEqual(await asked(account('jira', echo), 'A-1'), [
    `ended: ${new URL(echo).host} answered 400: your token ••• is odd`,
  ]);
});
