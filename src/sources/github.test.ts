import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GithubConfig } from '#domain/connector/config.ts';
import { asked, refusedWith, shortly, threeMonths } from '../../test/ask-source.ts';
import { recorded } from '../../test/recordings/play.ts';

const secrets = { token: 'ghp_s3cret' };

test('GitHub', async (t) => {
  const { url, seen } = await recorded(t, 'github');
  const config = (more: Partial<GithubConfig>): GithubConfig => ({
    kind: 'github',
    url,
    count: 'open-issues',
    ...more,
  });

  await t.test(
    'counts what was opened, closed and merged between the midnights of the organisation',
    async () => {
      const opened = config({ count: 'opened-issues', scope: 'acme/shop', query: 'label:bug' });
      assert.deepEqual(shortly(await asked(opened, { secrets })), [
        '2026-01 = 37',
        '2026-02 = 0',
        '2026-03 = 1204',
      ]);
      const merged = config({ count: 'merged-pull-requests', scope: 'acme' });
      assert.deepEqual(shortly(await asked(merged, { secrets })), [
        '2026-01 = 81',
        '2026-02 = 64',
        '2026-03 = 90',
      ]);
      const denominator = 'repo:acme/shop is:issue created:{from}..{to}';
      const share = config({ count: 'closed-issues', scope: 'acme/shop', denominator });
      assert.deepEqual(shortly(await asked(share, { secrets })), [
        '2026-01 = 30/40',
        '2026-02 = 5/10',
        '2026-03 = 20/25',
      ]);
    },
  );

  await t.test('counts by a search of one’s own, and what is open or starred now', async () => {
    const searched = config({ count: 'search', query: 'repo:acme/shop is:issue created:{from}..{to}' });
    assert.deepEqual(shortly(await asked(searched, { secrets })), [
      '2026-01 = 40',
      '2026-02 = 10',
      '2026-03 = 25',
    ]);
    assert.deepEqual(shortly(await asked(config({ scope: 'acme/shop' }), { secrets })), ['2026-03 = 12']);
    assert.deepEqual(shortly(await asked(config({ count: 'stars', scope: 'acme/shop' }), { secrets })), [
      '2026-03 = 80',
    ]);
  });

  await t.test('says when to come again, what it refuses, and that a count is not whole', async () => {
    const busy = await refusedWith(
      /takes no more requests for now: it will be asked again after 2026-04-02 08:01 UTC/,
      config({ scope: 'acme/busy' }),
      { secrets },
    );
    assert.deepEqual([busy.retry, busy.after], [true, '2026-04-02T08:01:00.000Z']);
    const secondary = await refusedWith(/takes no more requests/, config({ scope: 'acme/secondary' }), {
      secrets,
    });
    assert.equal(secondary.after, '2026-04-02T08:01:00.000Z');
    const wrong = await refusedWith(
      /answered 422: Validation Failed: The listed users and repositories cannot be searched/,
      config({ scope: 'acme/none' }),
      {
        secrets,
      },
    );
    assert.equal(wrong.retry, false);
    await refusedWith(
      /answered 401, it does not accept the sign-in: Bad credentials/,
      config({ scope: 'acme/hidden' }),
      { secrets },
    );
    const part = await refusedWith(
      /ran out of time while it counted/,
      config({ count: 'search', query: 'is:issue is:open involves:everybody' }),
      { secrets },
    );
    assert.equal(part.retry, true);
    await refusedWith(/give an owner, or a repository/, config({ scope: 'acme/shop is:pr' }), { secrets });
    await refusedWith(/Stars belong to a repository/, config({ count: 'stars', scope: 'acme' }), { secrets });
  });

  await t.test('asks for no more periods at once than a minute of its search takes', async () => {
    const before = seen.length;
    const span = { ...threeMonths, cadence: 'daily', from: '2026-01-01', to: '2026-01-31' } as const;
    await refusedWith(
      /are 31: ask for at most 30 at once/,
      config({ count: 'opened-issues', scope: 'acme/shop' }),
      { secrets, span },
    );
    assert.equal(seen.length, before);
  });
});
