import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GitlabConfig } from '#domain/connector/config.ts';
import { asked, refusedWith, shortly } from '../../test/ask-source.ts';
import { recorded } from '../../test/recordings/play.ts';

const secrets = { token: 'glpat-s3cret' };

test('GitLab', async (t) => {
  const { url } = await recorded(t, 'gitlab');
  const config = (more: Partial<GitlabConfig>): GitlabConfig => ({
    kind: 'gitlab',
    url,
    count: 'open-issues',
    within: 'project',
    path: 'acme/shop',
    ...more,
  });

  await t.test('takes the total that it tells', async () => {
    const rows = await asked(config({ count: 'opened-issues', filter: 'labels=bug' }), { secrets });
    assert.deepEqual(shortly(rows), ['2026-01 = 14', '2026-02 = 0', '2026-03 = 9']);
  });

  await t.test('counts page by page where it tells no total', async () => {
    const rows = await asked(config({ count: 'open-merge-requests', within: 'group', path: '42' }), {
      secrets,
    });
    assert.deepEqual(shortly(rows), ['2026-03 = 5']);
  });

  await t.test(
    'counts what was closed or merged by its own instant, and nought where there was nothing',
    async () => {
      const closed = await asked(config({ count: 'closed-issues' }), { secrets });
      assert.deepEqual(shortly(closed), ['2026-01 = 1', '2026-02 = 0', '2026-03 = 2']);
      const merged = await asked(config({ count: 'merged-merge-requests', within: 'group', path: 'acme' }), {
        secrets,
      });
      assert.deepEqual(shortly(merged), ['2026-01 = 0', '2026-02 = 2', '2026-03 = 0']);
    },
  );

  await t.test('says when to come again, and what is not there', async () => {
    const busy = await refusedWith(/takes no more requests/, config({ path: 'acme/busy' }), { secrets });
    assert.deepEqual([busy.retry, busy.after], [true, '2026-04-02T08:00:30.000Z']);
    await refusedWith(
      /answered 404, there is nothing at this address: 404 Project Not Found/,
      config({ path: 'acme/none' }),
      { secrets },
    );
  });
});
